import type { NodeId } from '@mlguide/core';

import { goTo, showLine, still } from './navigate.ts';
import { findBindings } from './keymap.ts';
import { geometryOf, pageOfState, scrollTo, type Overlay, type State, type Step } from './state.ts';

/** Whether there is room for a rule between the line of typed text and the list. */
export function hasRule(state: State): boolean {
  return geometryOf(state).rows > 2;
}

/** Rows of an overlay's list: all but the line of typed text and the rule below it. */
export function overlayRows(state: State): number {
  return Math.max(1, geometryOf(state).rows - (hasRule(state) ? 2 : 1));
}

/** How many things an overlay lists. */
export function overlaySize(state: State, overlay: Overlay): number {
  if (overlay.kind === 'search') return overlay.hits.length;
  if (overlay.kind === 'help') return findBindings(overlay.text).length;
  if (overlay.kind === 'bookmarks') return bookmarksOf(state, overlay.text).length;
  if (overlay.kind === 'notes') return notesOf(state, overlay.text).length;
  return outlineOf(state, overlay.text).length;
}

/** The headings of the page that contain what was typed. */
export function outlineOf(state: State, text: string): ReturnType<typeof pageOfState>['headings'] {
  const wanted = text.toLowerCase();
  return pageOfState(state).headings.filter(({ title }) => title.toLowerCase().includes(wanted));
}

/** The bookmarked pages whose titles contain what was typed. */
export function bookmarksOf(state: State, text: string): { id: NodeId; title: string }[] {
  const wanted = text.toLowerCase();
  return state.bookmarks
    .map((id) => ({ id, title: state.guide.nodes[id]?.title ?? state.guide.title }))
    .filter(({ title }) => title.toLowerCase().includes(wanted));
}

/** The notes that contain what was typed, in them or in the titles of their pages. */
export function notesOf(state: State, text: string): { id: NodeId; title: string; note: string }[] {
  const wanted = text.toLowerCase();
  return Array.from(state.notes, ([id, note]) => ({ id, title: state.guide.nodes[id]?.title ?? id, note })).filter(
    ({ title, note }) => `${title}\n${note}`.toLowerCase().includes(wanted),
  );
}

/** Lays an overlay over the panes. */
export function openOverlay(state: State, kind: Overlay['kind']): Step {
  if (kind === 'outline' && pageOfState(state).headings.length === 0) {
    return still({ ...state, notice: 'No headings here' });
  }
  if (kind === 'bookmarks' && state.bookmarks.length === 0) {
    return still({ ...state, notice: 'No bookmarks yet: b sets one' });
  }
  if (kind === 'notes' && state.notes.size === 0) return still({ ...state, notice: 'No notes yet: w writes one' });
  return still({ ...state, overlay: { kind, text: '', cursor: 0, top: 0, hits: [], searched: '' } });
}

/** What a key does while an overlay is open: letters are typed, arrows move, Enter chooses, Esc closes. */
export function overlayKey(state: State, overlay: Overlay, key: string): Step {
  const rows = overlayRows(state);
  switch (key) {
    case 'escape':
      return still({ ...state, overlay: null });
    case 'enter':
      return choose(state, overlay);
    case 'down':
    case 'ctrl-n':
    case 'ctrl-j':
    case 'tab':
      return still(move(state, overlay, 1));
    case 'up':
    case 'ctrl-p':
    case 'ctrl-k':
    case 'shift-tab':
      return still(move(state, overlay, -1));
    case 'pagedown':
    case 'ctrl-d':
      return still(move(state, overlay, rows));
    case 'pageup':
      return still(move(state, overlay, -rows));
    default: {
      // The same key that opened the help closes it, as long as nothing is typed.
      if (key === '?' && overlay.kind === 'help' && overlay.text === '') return still({ ...state, overlay: null });
      const text = typeInto(overlay.text, key);
      return text === undefined ? still(state) : typed(state, overlay, text);
    }
  }
}

/** A line of typed text after one more key; nothing if the key is no text. */
export function typeInto(text: string, key: string): string | undefined {
  if (key === 'backspace') return [...text].slice(0, -1).join('');
  if (key === 'ctrl-u') return '';
  if (key === 'ctrl-w') return text.replace(/\S*\s*$/, '');
  if (key === 'space') return `${text} `;
  return [...key].length === 1 && text.length < 200 ? text + key : undefined;
}

/** Takes what a search found, if it is still asked for. */
export function takeHits(state: State, text: string, hits: Overlay['hits']): State {
  const { overlay } = state;
  if (overlay?.kind !== 'search' || overlay.text !== text) return state;
  return { ...state, overlay: { ...overlay, hits, searched: text, cursor: 0, top: 0 } };
}

function typed(state: State, overlay: Overlay, text: string): Step {
  const next: Overlay = { ...overlay, text, cursor: 0, top: 0 };
  if (overlay.kind !== 'search') return still({ ...state, overlay: next });
  if (text.trim() === '') return still({ ...state, overlay: { ...next, hits: [], searched: '' } });
  return { state: { ...state, overlay: next }, effects: [{ type: 'search', text }] };
}

function move(state: State, overlay: Overlay, by: number): State {
  const size = overlaySize(state, overlay);
  const cursor = Math.max(0, Math.min(size - 1, overlay.cursor + by));
  return { ...state, overlay: { ...overlay, cursor, top: scrollTo(overlay.top, cursor, overlayRows(state), size) } };
}

function choose(state: State, overlay: Overlay): Step {
  const closed: State = { ...state, overlay: null };
  if (overlay.kind === 'search') {
    const hit = overlay.hits[overlay.cursor];
    return hit === undefined ? still(state) : goTo(closed, hit.id);
  }
  if (overlay.kind === 'bookmarks') {
    const bookmark = bookmarksOf(state, overlay.text)[overlay.cursor];
    return bookmark === undefined ? still(state) : goTo(closed, bookmark.id);
  }
  if (overlay.kind === 'notes') {
    const note = notesOf(state, overlay.text)[overlay.cursor];
    return note === undefined ? still(state) : goTo(closed, note.id);
  }
  if (overlay.kind === 'outline') {
    const heading = outlineOf(state, overlay.text)[overlay.cursor];
    return heading === undefined ? still(state) : still(showLine({ ...closed, focus: 'page' }, heading.line, true));
  }
  return still(closed);
}
