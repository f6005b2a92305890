import type { Body, NodeId } from '@mlguide/core';
import type { Grade } from '@mlguide/study';

/** Days until a question comes again, for each grade. */
export type Intervals = Readonly<Record<Grade, number>>;

/** One session of due cards. A value: the log, the clock and the guide are asked by those who run it. */
export interface Review {
  /** The questions still to come; the first is on the screen. */
  queue: readonly NodeId[];
  /** Those among them that were never asked. */
  fresh: ReadonlySet<NodeId>;
  /** Those that were forgotten a moment ago, and come again. */
  again: ReadonlySet<NodeId>;
  /** Whether the answer is shown. */
  isShown: boolean;
  /** The answers that have been loaded. */
  answers: ReadonlyMap<NodeId, Body | null>;
  /** What each grade would mean for the question on the screen. */
  intervals: Intervals | null;
  /** What was graded, in order. */
  graded: readonly Graded[];
  notice: string;
  isProblem: boolean;
  /** When there is more to do: known at the end. */
  ahead: string;
}

/** A question that was graded in a session. */
export interface Graded {
  question: NodeId;
  grade: Grade;
  /** The event that says so in the log. */
  event: string;
  /** Whether it had been forgotten a moment before. */
  wasAgain: boolean;
}

/** The keys of the grades, with their words. */
export const GRADES: readonly { key: string; grade: Grade; word: string }[] = [
  { key: '1', grade: 'again', word: 'again' },
  { key: '2', grade: 'hard', word: 'hard' },
  { key: '3', grade: 'good', word: 'good' },
  { key: '4', grade: 'easy', word: 'easy' },
];

/** A session before its first card. */
export function startReview(due: readonly NodeId[], fresh: readonly NodeId[], notice: string): Review {
  return {
    queue: [...due, ...fresh],
    fresh: new Set(fresh),
    again: new Set(),
    isShown: false,
    answers: new Map(),
    intervals: null,
    graded: [],
    notice,
    isProblem: false,
    ahead: '',
  };
}

/** Shows the answer, with what each grade would mean. */
export function showAnswer(review: Review, intervals: Intervals): Review {
  return { ...review, isShown: true, intervals, notice: '', isProblem: false };
}

/** The next card, after the log has kept the grade. What was forgotten comes again at the end. */
export function takeGrade(review: Review, grade: Grade, event: string, notice: string): Review {
  const [question, ...rest] = review.queue;
  if (question === undefined) return review;
  const again = new Set(review.again);
  if (grade === 'again') again.add(question);
  else again.delete(question);
  return {
    ...review,
    queue: grade === 'again' ? [...rest, question] : rest,
    again,
    isShown: false,
    intervals: null,
    graded: [...review.graded, { question, grade, event, wasAgain: review.again.has(question) }],
    notice,
    isProblem: false,
  };
}

/** The last graded card again, its answer open, after the log has kept that its grade is taken back. */
export function takeBack(review: Review, intervals: Intervals): Review {
  const last = review.graded.at(-1);
  if (last === undefined) return review;
  const again = new Set(review.again);
  if (last.wasAgain) again.add(last.question);
  else again.delete(last.question);
  return {
    ...review,
    queue: [last.question, ...review.queue.filter((id) => id !== last.question)],
    again,
    isShown: true,
    intervals,
    graded: review.graded.slice(0, -1),
    notice: `${last.grade[0]!.toUpperCase()}${last.grade.slice(1)} is taken back: grade it anew.`,
    isProblem: false,
  };
}

/** The same card, because the log could not keep the grade. */
export function refuseGrade(review: Review, problem: string): Review {
  return { ...review, notice: problem, isProblem: true };
}

/** Takes out what was graded elsewhere in the meantime. The card on the screen stays if its answer is open. */
export function keepDue(review: Review, due: ReadonlySet<NodeId>): Review {
  const queue = review.queue.filter(
    (id, index) => due.has(id) || review.again.has(id) || (index === 0 && review.isShown),
  );
  if (queue.length === review.queue.length) return review;
  const gone = review.queue.length - queue.length;
  const notice = gone === 1 ? '1 card was graded elsewhere.' : `${gone} cards were graded elsewhere.`;
  return { ...review, queue, notice, isProblem: false };
}
