import { createEmptyCard, fsrs, Rating, type FSRS, type Grade as FsrsGrade } from 'ts-fsrs';

import type { Grade, Origin } from './events.ts';
import { compareEvents } from './order.ts';

/** One review of a question. */
export interface Review {
  /** The event that says so. */
  id: string;
  /** When, in milliseconds since 1970. */
  at: number;
  grade: Grade;
  /** Where it was asked, if not among the cards of the day. */
  origin?: Origin;
}

/**
 * The memory of one question, as FSRS keeps it.
 *
 * @see https://github.com/open-spaced-repetition/ts-fsrs
 */
export interface Memory {
  /** When it should be asked again. */
  due: Date;
  /** Days until the chance to remember it has fallen to nine in ten. */
  stability: number;
  /** From 1, easy, to 10. */
  difficulty: number;
  /** Days between the last two reviews. */
  elapsed_days: number;
  /** Days from the last review to {@link due}. */
  scheduled_days: number;
  learning_steps: number;
  /** How often it was reviewed. */
  reps: number;
  /** How often it was forgotten after it had been known. */
  lapses: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  state: number;
  last_review?: Date;
}

/** What is known of one question. */
export interface CardState {
  /** The memory of FSRS: due time, stability (days) and difficulty (1 to 10). */
  card: Memory;
  /** In the order of time; only those after the first say anything about memory. */
  reviews: Review[];
}

const RATINGS: Record<Grade, FsrsGrade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/* Chance has no place in a state that two machines must agree on; and steps of minutes make no sense over days. */
const scheduler: FSRS = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 });

/**
 * Adds a review to a card, in place; the card of a question that was never asked is made. One that is older than others
 * of its card finds its place among them, and one that is there already is not added again.
 */
export function addReview(known: CardState | undefined, review: Review): CardState {
  if (known === undefined) return { card: nextMemory(undefined, review), reviews: [review] };
  const before = known.reviews.findLastIndex((one) => compareEvents(one, review) < 0);
  if (before === known.reviews.length - 1) {
    known.card = nextMemory(known.card, review);
    known.reviews.push(review);
  } else if (known.reviews.every(({ id }) => id !== review.id)) {
    known.reviews.splice(before + 1, 0, review);
    known.card = memoryAfter(known.reviews)!;
  }
  return known;
}

/** The card as if one of its reviews had never been; nothing if it was the only one. */
export function withoutReview(known: CardState, id: string): CardState | undefined {
  const reviews = known.reviews.filter((review) => review.id !== id);
  if (reviews.length === known.reviews.length) return known;
  const card = memoryAfter(reviews);
  return card && { card, reviews };
}

/** A question as it would be after one more review; what is known of it now stays as it is. */
export function previewGrade(known: CardState | undefined, at: number, grade: Grade): CardState {
  // A clock that was ahead when the last review was given has not been caught up with yet.
  const review = { id: '', at: Math.max(at, known?.reviews.at(-1)?.at ?? at), grade };
  return { card: nextMemory(known?.card, review), reviews: [...(known?.reviews ?? []), review] };
}

/** How likely the reader is to remember a card at a time, 0 to 1. */
export function rememberedAt({ card }: CardState, at: number): number {
  return scheduler.get_retrievability(card, new Date(at), false);
}

function memoryAfter(reviews: readonly Review[]): Memory | undefined {
  let card: Memory | undefined;
  for (const review of reviews) card = nextMemory(card, review);
  return card;
}

function nextMemory(card: Memory | undefined, { at, grade }: Review): Memory {
  const now = new Date(at);
  return scheduler.next(card ?? createEmptyCard(now), now, RATINGS[grade]).card;
}
