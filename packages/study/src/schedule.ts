import { questionsOf, type Guide, type NodeId, type Question } from '@mlguide/core';

import { previewGrade, type CardState } from './cards.ts';
import { addDays, dayOf, daysBetween, startOfDay, type DayClock } from './day.ts';
import type { Grade } from './events.ts';
import type { StudyState } from './state.ts';

/** What there is to review on a day. */
export interface Session {
  /** Cards whose time has come, the most forgotten first. */
  due: NodeId[];
  /** Questions never reviewed, in reading order. */
  fresh: NodeId[];
  /** How many more were due or new, beyond the limits of the day. */
  left: { due: number; fresh: number };
}

/**
 * The cards to review now, within the limits of the day.
 *
 * With an interview ahead the schedule is compressed: every question is seen at least twice before it. New questions
 * come early enough that a second look fits, and none is due later than half of the time that is left. On the day before
 * it both looks are on one day.
 */
export function dueCards(guide: Guide, state: StudyState, now: number, clock: DayClock): Session {
  const today = dayOf(now, clock);
  const endOfDay = startOfDay(addDays(today, 1), clock);
  const questions = questionsOf(guide).filter((question) => question.body !== null);
  const done = doneToday(state, today, clock);
  const due: { id: NodeId; at: number }[] = [];
  const fresh: Question[] = [];
  for (const question of questions) {
    const card = state.cards.get(question.id);
    if (!card) fresh.push(question);
    else {
      const at = dueAt(card, state, clock);
      if (at < endOfDay && !done.has(question.id)) due.push({ id: question.id, at });
    }
  }
  due.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const first = firstLooksToday(state, today, clock);
  const daysLeft = state.plan === null ? 0 : daysBetween(today, state.plan.interviewDay);
  const newLimit = Math.max(0, newPerDay(state, fresh.length + first, daysLeft) - first);
  const dueLimit =
    daysLeft > 0 ? due.length : Math.max(0, state.limits.duePerDay - laterLooksToday(state, today, clock));
  return {
    due: due.slice(0, dueLimit).map(({ id }) => id),
    fresh: fresh.slice(0, newLimit).map(({ id }) => id),
    left: { due: Math.max(0, due.length - dueLimit), fresh: Math.max(0, fresh.length - newLimit) },
  };
}

/* How many new questions a day takes: the reader's limit, or more if an interview is so near. */
function newPerDay({ limits }: StudyState, unseen: number, daysLeft: number): number {
  if (daysLeft <= 0) return limits.newPerDay;
  // The last day belongs to second looks.
  return Math.max(limits.newPerDay, Math.ceil(unseen / Math.max(1, daysLeft - 1)));
}

/** When a card is due: as FSRS says, but not later than an interview leaves time for a second look. */
export function dueAt(card: CardState, { plan }: StudyState, clock: DayClock): number {
  const scheduled = card.card.due.getTime();
  const last = card.reviews.at(-1);
  // What was forgotten comes again at once, not at the end of the shortest interval.
  if (last?.grade === 'again') return last.at;
  if (!plan || !last) return scheduled;
  const interview = startOfDay(plan.interviewDay, clock);
  if (last.at >= interview) return scheduled;
  const dayBefore = startOfDay(addDays(plan.interviewDay, -1), clock);
  if (card.reviews.length >= 2) return scheduled;
  const half = last.at + (interview - last.at) / 2;
  return Math.min(scheduled, half, Math.max(dayBefore, last.at));
}

/** In how many days a question would come again, for each grade that it could be given now; 0 is today. */
export function daysUntilNext(
  state: StudyState,
  question: NodeId,
  now: number,
  clock: DayClock,
): Record<Grade, number> {
  const today = dayOf(now, clock);
  const known = state.cards.get(question);
  const days = (grade: Grade) => {
    const due = dayOf(dueAt(previewGrade(known, now, grade), state, clock), clock);
    // What was answered today does not come again today, unless it was forgotten.
    return Math.max(grade === 'again' ? 0 : 1, daysBetween(today, due));
  };
  return { again: days('again'), hard: days('hard'), good: days('good'), easy: days('easy') };
}

/* What was answered today and does not come again today. */
function doneToday(state: StudyState, today: string, clock: DayClock): Set<NodeId> {
  const start = startOfDay(today, clock);
  const isLastDay = state.plan !== null && daysBetween(today, state.plan.interviewDay) === 1;
  const ids = new Set<NodeId>();
  for (const [id, { reviews }] of state.cards) {
    const last = reviews.at(-1);
    if (!last || last.at < start || last.grade === 'again') continue;
    if (!isLastDay || reviews.length >= 2) ids.add(id);
  }
  return ids;
}

/* Cards that were due and are done; forgotten ones are due still. */
function laterLooksToday(state: StudyState, today: string, clock: DayClock): number {
  const start = startOfDay(today, clock);
  let count = 0;
  for (const { reviews } of state.cards.values()) {
    const last = reviews.at(-1)!;
    if (reviews[0]!.at < start && last.at >= start && last.grade !== 'again' && last.origin === undefined) count += 1;
  }
  return count;
}

/* The limit is for the cards of a day: what a mock interview asked for the first time does not use it up. */
function firstLooksToday(state: StudyState, today: string, clock: DayClock): number {
  const start = startOfDay(today, clock);
  let count = 0;
  for (const { reviews } of state.cards.values()) {
    const first = reviews[0]!;
    if (first.at >= start && first.origin === undefined) count += 1;
  }
  return count;
}
