import { writeNote, type Note } from '@mlguide/study/marks';
import type { Payload } from '@mlguide/study';

/* After so many milliseconds without a key a note is kept. */
const PAUSE = 2000;

/** A note that somebody may be writing. */
export interface NoteField {
  /** Shows what the log says now, unless the reader is in the middle of writing something else. */
  show(): void;
}

/**
 * Makes the note of a page work: it is kept when the reader pauses, leaves the field or leaves the page. What another tab
 * writes meanwhile is not overwritten: both stay, one below the other.
 *
 * @param find The note on a node, as the log says.
 * @param make Keeps an event; the answer is why the browser does not, or nothing.
 */
export function startNote(
  place: HTMLDetailsElement,
  find: (id: string) => Note | undefined,
  make: (payload: Payload) => Promise<string>,
): NoteField {
  const id = place.dataset['note']!;
  const field = place.querySelector('textarea')!;
  const status = place.querySelector('[role=status]')!;
  /* What the words in the field began with, and what the next ones replace. */
  let seen: Note | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isClean = () => field.value.trimEnd() === (seen?.text ?? '');

  const show = () => {
    const note = find(id);
    // Nobody's words change under their hands.
    if (note === seen || !isClean() || document.activeElement === field) return;
    seen = note;
    field.value = note?.text ?? '';
    if (field.value !== '') place.open = true;
  };
  const keep = async () => {
    clearTimeout(timer);
    if (isClean()) return;
    const text = field.value.trimEnd();
    const making = make(writeNote(id, text, seen));
    const note = find(id);
    // If another tab wrote too, the next words replace ours alone.
    seen = note && { ...note, text, events: note.events.filter((event) => event.text === text) };
    status.textContent = (await making) || 'Kept in this browser.';
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), PAUSE);
    status.textContent = '';
  });
  field.addEventListener('blur', () => void keep().then(show));
  addEventListener('pagehide', () => void keep());
  document.addEventListener('visibilitychange', () => void (document.visibilityState === 'hidden' && keep()));
  place.addEventListener('toggle', () => {
    if (place.open && field.value === '' && place.matches(':focus-within')) field.focus();
  });
  return { show };
}
