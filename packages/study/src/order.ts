import type { StudyEvent } from './events.ts';

/** Events by time, then by id; a log that is in order already is not sorted again. */
export function sortEvents(events: readonly StudyEvent[]): StudyEvent[] {
  const ordered = events.every((event, index) => index === 0 || compareEvents(events[index - 1]!, event) <= 0);
  return ordered ? [...events] : events.toSorted(compareEvents);
}

/** The order of events: by time, then by id. */
export function compareEvents(a: Pick<StudyEvent, 'id' | 'at'>, b: Pick<StudyEvent, 'id' | 'at'>): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
