import { addDays, dayOf, dueAt, type Session } from '@mlguide/study';

import type { StudyPage } from './page.ts';
import { many, nameDay } from './words.ts';

/** When the next card is due, in a sentence. */
export function sayNext({ guide, store, clock }: StudyPage, left: Session['left']): string {
  const { state } = store;
  const today = dayOf(Date.now(), clock);
  const tomorrow = addDays(today, 1);
  let first: string | undefined;
  for (const [id, card] of state.cards) {
    if (!Object.hasOwn(guide.nodes, id)) continue;
    const due = dayOf(dueAt(card, state, clock), clock);
    const day = due < tomorrow ? tomorrow : due;
    if (first === undefined || day < first) first = day;
  }
  const fresh = left.fresh > 0 ? `${many(left.fresh, 'new question')} ${left.fresh === 1 ? 'is' : 'are'} left.` : '';
  if (left.fresh > 0 && state.limits.newPerDay > 0) first = tomorrow;
  if (first === undefined) return fresh || 'There is no question with an answer in this guide.';
  const day = first === tomorrow ? `tomorrow, ${nameDay(first)}` : `on ${nameDay(first)}`;
  const beyond =
    left.due > 0
      ? `${many(left.due, 'card')} more ${left.due === 1 ? 'is' : 'are'} due, beyond the limit of a day. `
      : '';
  return `${beyond}The next card is due ${day}. ${fresh}`.trim();
}
