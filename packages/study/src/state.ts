import { addReview, withoutReview, type CardState } from './cards.ts';
import type { PlanRequest, QuestionGraded, StudyEvent } from './events.ts';
import { applyMark, emptyMarks, isLater, type Marks } from './marks.ts';
import { sortEvents } from './order.ts';

/** Everything that follows from a log. */
export interface StudyState extends Marks {
  /** Questions that were reviewed, by id. */
  cards: Map<string, CardState>;
  /** Reviews that the reader took back: the ids of their events, by question. */
  undone: Map<string, Set<string>>;
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

/** The state before anything happened. */
export function emptyState(): StudyState {
  return {
    ...emptyMarks(),
    cards: new Map(),
    undone: new Map(),
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
 * Reviews, and reviews taken back, may come late, from a machine whose clock is behind: what they mean depends on their
 * own question alone.
 *
 * @returns Whether it could: any other event that is older than the last one applied cannot; then compute the state anew.
 */
export function applyEvent(
  state: StudyState,
  event: StudyEvent,
  { redirect = (id) => id }: StateOptions = {},
): boolean {
  if (isLater(event, state.last)) state.last = event;
  else if (event.type !== 'question-graded' && event.type !== 'grade-undone') return false;
  switch (event.type) {
    case 'topic-read':
    case 'bookmark-set':
    case 'note-set':
      applyMark(state, event, redirect);
      break;
    case 'question-graded':
      review(state, redirect(event.question), event);
      break;
    case 'grade-undone':
      undo(state, redirect(event.question), event.event);
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

function review(
  state: StudyState,
  question: string,
  { id, at, grade, origin }: QuestionGraded & Pick<StudyEvent, 'id' | 'at'>,
): void {
  // A clock that was behind may have taken back a review before it was given.
  if (state.undone.get(question)?.has(id)) return;
  const known = state.cards.get(question);
  const card = addReview(known, origin === undefined ? { id, at, grade } : { id, at, grade, origin });
  if (known === undefined) state.cards.set(question, card);
}

function undo(state: StudyState, question: string, id: string): void {
  const undone = state.undone.get(question);
  if (undone === undefined) state.undone.set(question, new Set([id]));
  else undone.add(id);
  const known = state.cards.get(question);
  const card = known && withoutReview(known, id);
  if (card === undefined) state.cards.delete(question);
  else state.cards.set(question, card);
}
