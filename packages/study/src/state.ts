import { createEmptyCard, fsrs, Rating, type FSRS, type Grade as FsrsGrade } from 'ts-fsrs';

import type { Grade, PlanRequest, StudyEvent } from './events.ts';
import { applyMark, type Marks } from './marks.ts';
import { compareEvents, sortEvents } from './order.ts';

/** One review of a question. */
export interface Review {
  /** When, in milliseconds since 1970. */
  at: number;
  grade: Grade;
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

/** Everything that follows from a log. */
export interface StudyState extends Marks {
  /** Questions that were reviewed, by id. */
  cards: Map<string, CardState>;
  notes: Map<string, string>;
  plan: PlanRequest | null;
  /** What the reader knew of each module at the last self-check, 0 to 1. */
  checked: Map<string, number>;
  limits: { newPerDay: number; duePerDay: number };
  /** The event applied last; a later one can be applied on top. */
  last: StudyEvent | null;
}

/** How to compute. */
export interface StateOptions {
  /** The id that took the place of an id published earlier, so that a renamed question keeps its history. */
  redirect?: (id: string) => string;
}

const RATINGS: Record<Grade, FsrsGrade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/* Chance has no place in a state that two machines must agree on; and steps of minutes make no sense over days. */
const scheduler: FSRS = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 });

/** The state before anything happened. */
export function emptyState(): StudyState {
  return {
    cards: new Map(),
    read: new Map(),
    bookmarks: new Set(),
    notes: new Map(),
    plan: null,
    checked: new Map(),
    limits: { newPerDay: 10, duePerDay: 100 },
    last: null,
  };
}

/** The state that follows from a log, whatever the order of its events. */
export function computeState(events: readonly StudyEvent[], options: StateOptions = {}): StudyState {
  const state = emptyState();
  for (const event of sortEvents(events)) applyEvent(state, event, options);
  return state;
}

/**
 * Applies one event to a state, in place, in a time that does not depend on the length of the log.
 *
 * @returns Whether it could: an event older than the last one applied cannot; then compute the state anew.
 */
export function applyEvent(
  state: StudyState,
  event: StudyEvent,
  { redirect = (id) => id }: StateOptions = {},
): boolean {
  if (state.last !== null && compareEvents(state.last, event) >= 0) return false;
  state.last = event;
  switch (event.type) {
    case 'topic-read':
    case 'bookmark-set':
      applyMark(state, event, redirect);
      break;
    case 'question-graded':
      grade(state, redirect(event.question), event.at, event.grade);
      break;
    case 'note-set':
      if (event.text === '') state.notes.delete(redirect(event.node));
      else state.notes.set(redirect(event.node), event.text);
      break;
    case 'plan-set':
      state.plan = event.plan;
      break;
    case 'module-checked':
      state.checked.set(redirect(event.module), event.known);
      break;
    case 'limits-set':
      state.limits = { newPerDay: event.newPerDay, duePerDay: event.duePerDay };
      break;
  }
  return true;
}

function grade(state: StudyState, question: string, at: number, given: Grade): void {
  const now = new Date(at);
  let known = state.cards.get(question);
  if (!known) state.cards.set(question, (known = { card: createEmptyCard(now), reviews: [] }));
  known.card = scheduler.next(known.card, now, RATINGS[given]).card;
  known.reviews.push({ at, grade: given });
}

/** A question as it would be after one more review; what is known of it now stays as it is. */
export function previewGrade(known: CardState | undefined, at: number, given: Grade): CardState {
  const now = new Date(at);
  const { card } = scheduler.next(known?.card ?? createEmptyCard(now), now, RATINGS[given]);
  return { card, reviews: [...(known?.reviews ?? []), { at, grade: given }] };
}

/** How likely the reader is to remember a card at a time, 0 to 1. */
export function rememberedAt({ card }: CardState, at: number): number {
  return scheduler.get_retrievability(card, new Date(at), false);
}
