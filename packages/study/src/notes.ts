import type { NoteSet } from './events.ts';

/** What a reader wrote about a node. */
export interface Note {
  /** The words; `''` if they were taken away. */
  text: string;
  /** The events that say so, in the order of time. A new text {@link writeNote replaces} them. */
  events: readonly { id: string; text: string }[];
  /** Events whose words were replaced, some of them perhaps not read yet; a note shares them with what it was before. */
  replaced: Set<string>;
}

/** The event with which a reader who saw a note (or none) writes another text. */
export function writeNote(node: string, text: string, seen: Note | undefined): NoteSet {
  return { type: 'note-set', node, text, replaces: (seen?.events ?? []).map(({ id }) => id) };
}

/**
 * A note after one more event.
 *
 * Two that were written without knowledge of each other, in two tabs or on two machines, both stay: nobody's words are
 * lost, and the next text replaces both.
 */
export function applyNote(note: Note | undefined, { id, text, replaces }: NoteSet & { id: string }): Note {
  const known = note?.events ?? [];
  // Added to and not copied: a note that is changed every day would cost more each time.
  const replaced = note?.replaced ?? new Set<string>();
  for (const old of replaces ?? known.map((event) => event.id)) replaced.add(old);
  const events = [...known, { id, text }].filter((event) => !replaced.has(event.id));
  const texts = events.map((event) => event.text).filter((one) => one !== '');
  return { text: [...new Set(texts)].join('\n\n'), events, replaced };
}
