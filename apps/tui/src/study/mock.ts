import type { Body, NodeId } from '@mlguide/core';
import { splitFollowUps, type FollowUp, type MockAnswer, type MockQuestion, type MockRequest } from '@mlguide/study';

/** A mock interview while it runs. Times are milliseconds since 1970, asked by those who run it. */
export interface Mock {
  request: MockRequest;
  /** What is asked, each with what may be asked on top. */
  questions: readonly MockQuestion[];
  /** When the interview and its current question began; `null` before the start. */
  began: number | null;
  questionBegan: number;
  /** 0: the question; 1: the first other question asked on top of it; and so on. */
  followUp: number;
  /** How many of the follow-ups that its answer holds have been asked. */
  asked: number;
  /** Whether the answer to what is asked is shown. */
  isShown: boolean;
  answers: readonly MockAnswer[];
  /** When the last question was graded, or the reader had enough. */
  ended: number | null;
  bodies: ReadonlyMap<NodeId, Body | null>;
  /** Why the log could not keep the last grade; `''` if it could. */
  problem: string;
}

/** How well a question was answered, by the points of its answer. */
export const SCORES: readonly { key: string; score: MockAnswer['score']; word: string }[] = [
  { key: '1', score: 0, word: 'missed' },
  { key: '2', score: 1, word: 'in part' },
  { key: '3', score: 2, word: 'well' },
];

/** An interview before it has begun. */
export function startMock(request: MockRequest, questions: readonly MockQuestion[]): Mock {
  return {
    request,
    questions,
    began: null,
    questionBegan: 0,
    followUp: 0,
    asked: 0,
    isShown: false,
    answers: [],
    ended: null,
    bodies: new Map(),
    problem: '',
  };
}

/** What is asked now: the question or another one on top of it; nothing at the end. */
export function askedNow({ questions, answers, followUp, ended }: Mock): NodeId | undefined {
  const current = ended === null ? questions[answers.length] : undefined;
  return followUp === 0 ? current?.question : current?.followUps[followUp - 1];
}

/** How many other questions could still be asked on top. */
export function followUpsLeft({ questions, answers, followUp }: Mock): number {
  return (questions[answers.length]?.followUps.length ?? 0) - followUp;
}

/** The follow-ups that the answer of what is asked now holds. */
export function ownFollowUps(mock: Mock): readonly FollowUp[] {
  const body = mock.bodies.get(askedNow(mock) ?? '');
  return body ? splitFollowUps(body).followUps : [];
}

/** The interview after a key, or nothing if the key means nothing now. */
export function mockKey(mock: Mock, key: string, now: number): Mock | undefined {
  if (mock.ended !== null) return undefined;
  if (mock.began === null) return key === 'enter' ? { ...mock, began: now, questionBegan: now } : undefined;
  if (key === 'e') return { ...mock, ended: now };
  if (!mock.isShown) {
    if (key !== 'enter' && key !== 'space') return undefined;
    return mock.asked < ownFollowUps(mock).length ? { ...mock, asked: mock.asked + 1 } : { ...mock, isShown: true };
  }
  if (key === 'f' && followUpsLeft(mock) > 0) return { ...mock, followUp: mock.followUp + 1, asked: 0, isShown: false };
  const chosen = SCORES.find((one) => one.key === key);
  if (chosen === undefined) return undefined;
  const { question } = mock.questions[mock.answers.length]!;
  const seconds = Math.round((now - mock.questionBegan) / 1000);
  const answers = [...mock.answers, { question, score: chosen.score, seconds }];
  const ended = answers.length === mock.questions.length ? now : null;
  return { ...mock, answers, questionBegan: now, followUp: 0, asked: 0, isShown: false, ended, problem: '' };
}

/** Seconds left of the interview; less than nothing when it is over. */
export function secondsLeft({ began, ended, request }: Mock, now: number): number {
  return request.minutes * 60 - (began === null ? 0 : ((ended ?? now) - began) / 1000);
}
