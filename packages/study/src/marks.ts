/**
 * The marks that a reader leaves in the guide. A face of its own, for a page that shows them and needs no schedule:
 * it carries neither FSRS nor the schema of events.
 *
 * @module
 */
import type { StudyEvent } from './events.ts';
import { sortEvents } from './order.ts';

/** What is read and what is marked to come back to. */
export interface Marks {
  /** Topics that are read, with the time of reading. */
  read: Map<string, number>;
  bookmarks: Set<string>;
}

/** The types of event that leave a mark. */
export const MARK_TYPES = ['topic-read', 'bookmark-set'] as const satisfies readonly StudyEvent['type'][];

/** The marks that follow from a log, whatever the order of its events; other events say nothing about them. */
export function computeMarks(events: readonly StudyEvent[], redirect: (id: string) => string = (id) => id): Marks {
  const marks: Marks = { read: new Map(), bookmarks: new Set() };
  for (const event of sortEvents(events)) applyMark(marks, event, redirect);
  return marks;
}

/** Applies one event to marks, in place. */
export function applyMark(marks: Marks, event: StudyEvent, redirect: (id: string) => string): void {
  if (event.type === 'topic-read') {
    if (event.read) marks.read.set(redirect(event.topic), event.at);
    else marks.read.delete(redirect(event.topic));
  } else if (event.type === 'bookmark-set') {
    if (event.on) marks.bookmarks.add(redirect(event.node));
    else marks.bookmarks.delete(redirect(event.node));
  }
}
