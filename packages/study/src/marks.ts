/**
 * The marks that a reader leaves in the guide. A face of its own, for a page that shows them and needs no schedule:
 * it carries neither FSRS nor the schema of events.
 *
 * @module
 */
import type { StudyEvent } from './events.ts';
import { applyNote, type Note } from './notes.ts';
import { compareEvents, sortEvents } from './order.ts';

export { writeNote, type Note } from './notes.ts';

/** What is read, what is marked to come back to, and what was written beside it. */
export interface Marks {
  /** Topics that are read, with the time of reading. */
  read: Map<string, number>;
  bookmarks: Set<string>;
  /** Notes by node; one whose words were taken away is there and empty. */
  notes: Map<string, Note>;
}

/** The types of event that leave a mark. */
export const MARK_TYPES = ['topic-read', 'bookmark-set', 'note-set'] as const satisfies readonly StudyEvent['type'][];

/** Whether an event leaves a mark. */
export function isMark(event: StudyEvent): event is Extract<StudyEvent, { type: (typeof MARK_TYPES)[number] }> {
  return (MARK_TYPES as readonly string[]).includes(event.type);
}

/** No marks. */
export function emptyMarks(): Marks {
  return { read: new Map(), bookmarks: new Set(), notes: new Map() };
}

/** The marks that follow from a log, whatever the order of its events; other events say nothing about them. */
export function computeMarks(events: readonly StudyEvent[], redirect: (id: string) => string = (id) => id): Marks {
  const marks = emptyMarks();
  for (const event of sortEvents(events.filter(isMark))) applyMark(marks, event, redirect);
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
  } else if (event.type === 'note-set') {
    const node = redirect(event.node);
    marks.notes.set(node, applyNote(marks.notes.get(node), event));
  }
}

/** Whether an event comes after all that were applied before, so that it can be applied on top of them. */
export function isLater(event: StudyEvent, last: StudyEvent | null | undefined): boolean {
  return last === null || last === undefined || compareEvents(last, event) < 0;
}
