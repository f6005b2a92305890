import type { NodeId } from '@mlguide/core';

import { editText } from './edit-text.ts';
import { still } from './navigate.ts';
import { keepInView, type State, type Step } from './state.ts';
import { ROOT } from './tree.ts';

/** Opens the note on the page, to be read and written. */
export function openNote(state: State): Step {
  const { id } = state.page.content;
  if (id === ROOT) return still({ ...state, notice: 'Notes are on topics and modules: choose one' });
  const text = state.notes.get(id) ?? '';
  return still({ ...state, note: { id, text, at: text.length } });
}

/** What a key does while a note is being written. Leaving keeps it: nothing that was typed is lost by accident. */
export function noteKey(state: State, key: string): Step {
  const note = state.note!;
  if (key === 'ctrl-x') return still({ ...state, note: null, notice: 'The note is as it was' });
  if (key === 'escape' || key === 'ctrl-s') return keepNote(state);
  if (key === 'ctrl-c') return { state, effects: [...keepNote(state).effects, { type: 'quit' }] };
  const draft = editText(note, key);
  return still(draft === undefined ? state : { ...state, note: { ...note, ...draft } });
}

/** Asks for the note to be kept. It stays open until it is: see {@link showNote}. */
function keepNote(state: State): Step {
  const { id, text } = state.note!;
  const kept = text.trimEnd();
  if (kept === (state.notes.get(id) ?? '')) return still({ ...state, note: null });
  return { state, effects: [{ type: 'note', id, text: kept }] };
}

/** The state with other notes; the page shows its own. */
export function withNotes(state: State, notes: ReadonlyMap<NodeId, string>): State {
  const { content } = state.page;
  const note = notes.get(content.id) ?? '';
  if (note === content.note) return { ...state, notes };
  return keepInView({ ...state, notes, page: { ...state.page, content: { ...content, note } } });
}

/** Shows a note that has been kept. */
export function showNote(state: State, id: NodeId, text: string): State {
  const notes = new Map(state.notes);
  if (text === '') notes.delete(id);
  else notes.set(id, text);
  return {
    ...withNotes(state, notes),
    note: null,
    notice: text === '' ? 'Note taken away' : 'Note kept: W lists them',
  };
}
