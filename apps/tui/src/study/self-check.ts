import type { Body, NodeId } from '@mlguide/core';

/** Two questions from each module, to find out where to begin. */
export interface SelfCheck {
  /** What to ask, module by module. */
  questions: readonly { module: NodeId; question: NodeId }[];
  /** What was known of each question so far: 0, a half or 1. */
  known: readonly number[];
  isShown: boolean;
  answers: ReadonlyMap<NodeId, Body | null>;
  notice: string;
  isProblem: boolean;
}

/** The keys by which a reader says how much of an answer was known. */
export const KNOWN: readonly { key: string; known: number; word: string }[] = [
  { key: '1', known: 0, word: 'no' },
  { key: '2', known: 0.5, word: 'in part' },
  { key: '3', known: 1, word: 'yes' },
];

/** The check with one more answer; a module that is done by it comes along, with the mean of its answers. */
export function takeKnown(
  check: SelfCheck,
  known: number,
): { next: SelfCheck; done?: { module: NodeId; known: number } } {
  const at = check.known.length;
  const all = [...check.known, known];
  const next: SelfCheck = { ...check, known: all, isShown: false, notice: '', isProblem: false };
  const { module } = check.questions[at]!;
  if (check.questions[at + 1]?.module === module) return { next };
  const own = all.filter((_, index) => check.questions[index]!.module === module);
  return { next, done: { module, known: own.reduce((sum, one) => sum + one, 0) / own.length } };
}
