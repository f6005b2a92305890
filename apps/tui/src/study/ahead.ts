import type { Guide } from '@mlguide/core';
import { addDays, dayOf, dueCards, startOfDay, studyStatistics, type DayClock, type StudyState } from '@mlguide/study';

import { count, dayName } from './words.ts';

/** When there is more to do, as a sentence. */
export function whatIsAhead(guide: Guide, state: StudyState, now: number, clock: DayClock): string {
  const today = dayOf(now, clock);
  const { due, fresh, left } = dueCards(guide, state, now, clock);
  const open = due.length + fresh.length;
  if (open > 0) return `${count(open, 'card')} left for today.`;
  const next = studyStatistics(guide, state, now, clock).ahead.find(
    ({ day, count: cards }) => day > today && cards > 0,
  );
  const tomorrow = addDays(today, 1);
  const soon = dueCards(guide, state, startOfDay(tomorrow, clock), clock);
  const parts: string[] = [];
  if (next === undefined) parts.push('Nothing is due in the next two weeks');
  else
    parts.push(
      `Next due: ${count(next.count, 'card')} ${next.day === tomorrow ? 'tomorrow' : `on ${dayName(next.day)}`}`,
    );
  if (soon.fresh.length > 0) parts.push(`${count(soon.fresh.length, 'new question')} tomorrow`);
  const more = left.due > 0 ? ` Beyond today's limit: ${count(left.due, 'card')} due.` : '';
  return `${parts.join(', and ')}.${more}`;
}
