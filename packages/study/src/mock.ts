import {
  childrenOf,
  moduleOf,
  questionsOf,
  type Guide,
  type NodeId,
  type Question,
  type QuestionDifficulty,
} from '@mlguide/core';

import type { Grade } from './events.ts';

/** The rounds of a loop. */
export type Round = 'breadth' | 'depth' | 'coding' | 'system-design' | 'behavioural';

/** A mock interview to draw. */
export interface MockRequest {
  round: Round;
  /** Its length. */
  minutes: 30 | 45 | 60;
  /** The same seed draws the same questions. */
  seed: number;
}

/** A question of a mock interview, and what may be asked on top of it. */
export interface MockQuestion {
  question: NodeId;
  /** Other questions of its topic, as hard or harder. */
  followUps: readonly NodeId[];
}

/** How one question went. */
export interface MockAnswer {
  question: NodeId;
  /** How the reader graded the answer: 0 not at all, 1 in part, 2 as it should be. */
  score: 0 | 1 | 2;
  /** Seconds spent on it. */
  seconds: number;
}

/* The modules a round asks about; a breadth round asks about all the others that are asked about at all. */
const MODULES: Record<Exclude<Round, 'breadth'>, string[]> = {
  depth: ['ml-depth'],
  coding: ['ml-coding', 'general-coding'],
  'system-design': ['system-design', 'mlops', 'experimentation', 'recsys-search'],
  behavioural: ['behavioral'],
};
/* About interviews, not of them. */
const NEVER_ASKED = ['orientation', 'companies', 'career'];

/* Minutes that a question takes in each round, its follow-ups included. */
const PACE: Record<Round, number> = { breadth: 5, depth: 8, coding: 10, 'system-design': 8, behavioural: 8 };

/** The questions of a mock interview: from warm-up to senior, no two of one topic while there are others. */
export function drawMock(guide: Guide, { round, minutes, seed }: MockRequest): Question[] {
  const named = new Set([...Object.values(MODULES).flat(), ...NEVER_ASKED]);
  const fits = (module: string) => (round === 'breadth' ? !named.has(module) : MODULES[round].includes(module));
  const pool = questionsOf(guide).filter(
    (question) => question.body !== null && fits(moduleOf(guide, question.id)?.id ?? ''),
  );
  const shuffled = shuffle(pool, seed);
  const count = Math.max(1, Math.floor(minutes / PACE[round]));
  const wanted = spread(count);
  const chosen: Question[] = [];
  const topics = new Set<NodeId | null>();
  for (const difficulty of wanted) {
    const next =
      shuffled.find((one) => one.difficulty === difficulty && !topics.has(one.parent) && !chosen.includes(one)) ??
      shuffled.find((one) => !topics.has(one.parent) && !chosen.includes(one)) ??
      shuffled.find((one) => !chosen.includes(one));
    if (!next) break;
    chosen.push(next);
    topics.add(next.parent);
  }
  // Where a level has run out, another stands in for it.
  return chosen.toSorted((a, b) => HARD[a.difficulty] - HARD[b.difficulty]);
}

const HARD: Record<QuestionDifficulty, number> = { 'warm-up': 0, core: 1, senior: 2 };
const MOST_FOLLOW_UPS = 2;

/** What an interviewer may ask on top of each question: of the same topic, as hard or harder, and nothing twice. */
export function addFollowUps(guide: Guide, drawn: readonly Question[]): MockQuestion[] {
  const taken = new Set(drawn.map(({ id }) => id));
  return drawn.map((question) => {
    const others = question.parent === null ? [] : childrenOf(guide, question.parent, 'question');
    const followUps = others
      .filter(
        ({ id, body, difficulty }) => body !== null && !taken.has(id) && HARD[difficulty] >= HARD[question.difficulty],
      )
      .toSorted((a, b) => HARD[a.difficulty] - HARD[b.difficulty])
      .slice(0, MOST_FOLLOW_UPS)
      .map(({ id }) => id);
    for (const id of followUps) taken.add(id);
    return { question: question.id, followUps };
  });
}

/** What an answer in a mock interview says about memory: it is a review like any other. */
export function mockGrade(score: MockAnswer['score']): Grade {
  return (['again', 'hard', 'good'] as const)[score];
}

/** A fifth to warm up, half in the middle, the rest for seniors. */
function spread(count: number): QuestionDifficulty[] {
  const warm = Math.max(1, Math.round(count * 0.2));
  const senior = Math.round(count * 0.3);
  return Array.from({ length: count }, (_, index) =>
    index < warm ? 'warm-up' : index < count - senior ? 'core' : 'senior',
  );
}

/** Fisher–Yates with a small generator of its own, so that a seed means the same everywhere (mulberry32). */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const result = [...items];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}
