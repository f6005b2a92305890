import { childrenOf, type Body, type Guide, type NodeId, type Question } from '@mlguide/core';
import type { MockAnswer, MockRequest } from '@mlguide/study';

/** A mock interview while it runs. Times are milliseconds since 1970, asked by those who run it. */
export interface Mock {
  request: MockRequest;
  /** What is asked, each with what may be asked on top. */
  questions: readonly { question: NodeId; followUps: readonly NodeId[] }[];
  /** When the interview and its current question began; `null` before the start. */
  began: number | null;
  questionBegan: number;
  /** 0: the question; 1: the first thing asked on top of it; and so on. */
  followUp: number;
  /** Whether the answer to what is asked is shown. */
  isShown: boolean;
  answers: readonly MockAnswer[];
  /** When the last question was graded, or the reader had enough. */
  ended: number | null;
  bodies: ReadonlyMap<NodeId, Body | null>;
}

/** How well a question was answered, by the points of its answer. */
export const SCORES: readonly { key: string; score: MockAnswer['score']; word: string }[] = [
  { key: '1', score: 0, word: 'missed' },
  { key: '2', score: 1, word: 'in part' },
  { key: '3', score: 2, word: 'well' },
];

const HARD = { 'warm-up': 0, core: 1, senior: 2 } as const;
const MOST_FOLLOW_UPS = 2;

/** An interview before it has begun. */
export function startMock(guide: Guide, request: MockRequest, drawn: readonly Question[]): Mock {
  const taken = new Set(drawn.map(({ id }) => id));
  const questions = drawn.map((question) => {
    const followUps = followUpsOf(guide, question, taken);
    for (const id of followUps) taken.add(id);
    return { question: question.id, followUps };
  });
  return {
    request,
    questions,
    began: null,
    questionBegan: 0,
    followUp: 0,
    isShown: false,
    answers: [],
    ended: null,
    bodies: new Map(),
  };
}

/** What an interviewer may ask next: of the same topic, as hard or harder, and not asked otherwise. */
function followUpsOf(guide: Guide, question: Question, taken: ReadonlySet<NodeId>): NodeId[] {
  if (question.parent === null) return [];
  return childrenOf(guide, question.parent, 'question')
    .filter(
      ({ id, body, difficulty }) => body !== null && !taken.has(id) && HARD[difficulty] >= HARD[question.difficulty],
    )
    .toSorted((a, b) => HARD[a.difficulty] - HARD[b.difficulty])
    .slice(0, MOST_FOLLOW_UPS)
    .map(({ id }) => id);
}

/** What is asked now: the question or a follow-up; nothing at the end. */
export function askedNow({ questions, answers, followUp, ended }: Mock): NodeId | undefined {
  const current = ended === null ? questions[answers.length] : undefined;
  return followUp === 0 ? current?.question : current?.followUps[followUp - 1];
}

/** How many follow-ups the question still has. */
export function followUpsLeft({ questions, answers, followUp }: Mock): number {
  return (questions[answers.length]?.followUps.length ?? 0) - followUp;
}

/** The interview after a key, or nothing if the key means nothing now. */
export function mockKey(mock: Mock, key: string, now: number): Mock | undefined {
  if (mock.ended !== null) return undefined;
  if (mock.began === null) return key === 'enter' ? { ...mock, began: now, questionBegan: now } : undefined;
  if (key === 'e') return { ...mock, ended: now };
  if (!mock.isShown) return key === 'enter' ? { ...mock, isShown: true } : undefined;
  if ((key === 'f' || key === 'enter') && followUpsLeft(mock) > 0)
    return { ...mock, followUp: mock.followUp + 1, isShown: false };
  const chosen = SCORES.find((one) => one.key === key);
  if (chosen === undefined) return undefined;
  const { question } = mock.questions[mock.answers.length]!;
  const seconds = Math.round((now - mock.questionBegan) / 1000);
  const answers = [...mock.answers, { question, score: chosen.score, seconds }];
  const ended = answers.length === mock.questions.length ? now : null;
  return { ...mock, answers, questionBegan: now, followUp: 0, isShown: false, ended };
}

/** Seconds left of the interview; less than nothing when it is over. */
export function secondsLeft({ began, ended, request }: Mock, now: number): number {
  return request.minutes * 60 - (began === null ? 0 : ((ended ?? now) - began) / 1000);
}
