import { getNode, type Guide } from '@mlguide/core';

import { addDays, dayOf, startOfDay, type DayClock } from './day.ts';
import { dueAt } from './schedule.ts';
import type { StudyState } from './state.ts';

/** One day of the past or the future. */
export interface DayCount {
  /** `YYYY-MM-DD`. */
  day: string;
  count: number;
}

/** How studying goes. */
export interface Statistics {
  /** Share of reviews of known cards that were not `again`, 0 to 1; `null` before there are any. */
  retention: number | null;
  /** Reviews of known cards on which it rests. */
  retentionOf: number;
  /** How many of those were given in mock interviews. */
  retentionInMocks: number;
  /** Reviews on each of the last 14 days, today last. */
  past: DayCount[];
  /** Cards that come due on each of the next 14 days, today first; what is overdue counts today. */
  ahead: DayCount[];
  /** Days in a row with a review, up to today or yesterday. */
  streak: number;
}

const DAYS = 14;

/** Retention, the last two weeks, the next two, and the streak. */
export function studyStatistics(guide: Guide, state: StudyState, now: number, clock: DayClock): Statistics {
  const today = dayOf(now, clock);
  const perDay = new Map<string, number>();
  const ahead = new Map<string, number>();
  let known = 0;
  let remembered = 0;
  let inMocks = 0;
  const tomorrow = startOfDay(addDays(today, 1), clock);
  for (const [id, card] of state.cards) {
    for (const [index, { at, grade, origin }] of card.reviews.entries()) {
      const day = dayOf(at, clock);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
      if (index === 0) continue;
      known += 1;
      if (grade !== 'again') remembered += 1;
      if (origin === 'mock') inMocks += 1;
    }
    // As for the cards of a day: a question that is gone, or has lost its answer, is not asked.
    const node = getNode(guide, id);
    if (node?.kind !== 'question' || node.body === null) continue;
    const due = dueAt(card, state, clock);
    const day = due < tomorrow ? today : dayOf(due, clock);
    ahead.set(day, (ahead.get(day) ?? 0) + 1);
  }
  const range = (from: number) => Array.from({ length: DAYS }, (_, index) => addDays(today, from + index));
  return {
    retention: known === 0 ? null : remembered / known,
    retentionOf: known,
    retentionInMocks: inMocks,
    past: range(1 - DAYS).map((day) => ({ day, count: perDay.get(day) ?? 0 })),
    ahead: range(0).map((day) => ({ day, count: ahead.get(day) ?? 0 })),
    streak: streakUpTo(today, perDay),
  };
}

function streakUpTo(today: string, perDay: ReadonlyMap<string, number>): number {
  let day = perDay.has(today) ? today : addDays(today, -1);
  let streak = 0;
  for (; perDay.has(day); day = addDays(day, -1)) streak += 1;
  return streak;
}
