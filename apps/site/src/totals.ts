/** What a part of the guide adds up to. */
import { walk, type Guide, type NodeId } from '@mlguide/core';

/** The sums of a node and everything in it. */
export interface Totals {
  topics: number;
  questions: number;
  resources: number;
  minutes: number;
}

/** Adds up a node, or the whole guide. */
export function totalsOf(guide: Guide, id?: NodeId): Totals {
  const totals: Totals = { topics: 0, questions: 0, resources: 0, minutes: 0 };
  for (const node of walk(guide, id)) {
    if (node.kind === 'topic') {
      totals.topics++;
      totals.minutes += node.minutes ?? 0;
    } else if (node.kind === 'question') totals.questions++;
    else if (node.kind === 'resource') totals.resources++;
  }
  return totals;
}
