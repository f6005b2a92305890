import type { Round } from '@mlguide/study';

/** The rounds, as the page names them. */
export const ROUNDS: readonly (readonly [round: Round, title: string])[] = [
  ['breadth', 'Breadth'],
  ['depth', 'Depth'],
  ['coding', 'Coding'],
  ['system-design', 'System design'],
  ['behavioural', 'Behavioural'],
];

/** What the scores of an answer are called, from 0 on. */
export const SCORES = ['Missed', 'In part', 'Well'] as const;
