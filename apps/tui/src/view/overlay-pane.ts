import { ancestors, type SearchHit } from '@mlguide/core';

import { findBindings, keyName } from '../keymap.ts';
import { bookmarksOf, notesOf, outlineOf, hasRule, overlayRows, overlaySize } from '../overlay.ts';
import { geometryOf, pageOfState, type Overlay, type State } from '../state.ts';
import { cleanText } from '../typeset/clean.ts';
import { cutText, fitLine, span, widthOf, type Line } from '../typeset/line.ts';
import { tail } from './bars.ts';

const PROMPT = {
  search: 'Search the guide: ',
  help: 'Keys: ',
  outline: 'Go to heading: ',
  bookmarks: 'Bookmarks: ',
  notes: 'Notes: ',
} as const;

/** An overlay over the whole width: what is typed, a rule, and the list. */
export function overlayPane(state: State, overlay: Overlay): Line[] {
  const { columns } = state;
  const long = PROMPT[overlay.kind];
  const prompt = columns >= 40 ? long : overlay.kind === 'search' ? '/ ' : '> ';
  const typed = tail(overlay.text, columns - widthOf(prompt) - 3);
  const first: Line = [span(` ${prompt}`, 'strong'), span(typed), span(' ', 'selected')];
  const rows = overlayRows(state);
  const list = Array.from({ length: rows }, (_, index) => drawItem(state, overlay, overlay.top + index));
  const rule: Line[] = hasRule(state) ? [[span('─'.repeat(columns), 'frame')]] : [];
  const shown = [first, ...rule, ...list].slice(0, geometryOf(state).rows);
  return shown.map((line) => fitLine(line, columns));
}

function drawItem(state: State, overlay: Overlay, index: number): Line {
  const { columns } = state;
  const size = overlaySize(state, overlay);
  if (index >= size) {
    if (index > 0 || size > 0) return [];
    return [span(` ${emptyText(overlay)}`, 'muted')];
  }
  const isCursor = index === overlay.cursor;
  const line = fitLine(itemLine(state, overlay, index), columns);
  return isCursor ? line.map((piece) => ({ ...piece, style: ['selected'] as const })) : line;
}

function itemLine(state: State, overlay: Overlay, index: number): Line {
  if (overlay.kind === 'search') return hitLine(overlay.hits[index]!);
  if (overlay.kind === 'help') {
    const { keys, help } = findBindings(overlay.text)[index]!;
    const names = keys.map(keyName).join(' ');
    const room = state.columns >= 50 ? 20 : 8;
    return [span(' '), span(fitText(state.columns >= 50 ? names : keyName(keys[0]!), room), 'strong'), span(help)];
  }
  if (overlay.kind === 'bookmarks') {
    const { id, title } = bookmarksOf(state, overlay.text)[index]!;
    const path = ancestors(state.guide, id).map((node) => cleanText(node.title));
    return [span(' '), span(cleanText(title), 'strong'), span('  '), span(path.join(' › '), 'muted')];
  }
  if (overlay.kind === 'notes') {
    const { title, note } = notesOf(state, overlay.text)[index]!;
    return [span(' '), span(cleanText(title), 'strong'), span('  '), span(cleanText(note), 'muted')];
  }
  const heading = outlineOf(state, overlay.text)[index]!;
  const line = pageOfState(state).lines[heading.line] ?? [];
  const isSub = line.some(({ style }) => style.includes('subheading'));
  return [span(isSub ? '   ' : ' '), span(heading.title)];
}

function hitLine(hit: SearchHit): Line {
  const kind = hit.kind === 'topic' ? '' : hit.kind;
  const path = [kind, hit.path.map(cleanText).join(' › ')].filter(Boolean).join(' · ');
  return [span(' '), span(cleanText(hit.title), 'strong'), span('  '), span(path, 'muted')];
}

function fitText(text: string, width: number): string {
  return widthOf(text) >= width ? `${cutText(text, width - 1)} ` : text + ' '.repeat(width - widthOf(text));
}

function emptyText(overlay: Overlay): string {
  if (overlay.kind === 'help') return 'No key does that.';
  if (overlay.kind === 'outline') return 'No such heading.';
  if (overlay.kind === 'bookmarks') return 'No such bookmark.';
  if (overlay.kind === 'notes') return 'No such note.';
  if (overlay.text.trim() === '') return 'Type a topic, a question or a shorthand such as svm.';
  return overlay.searched === overlay.text ? 'Nothing found.' : 'Searching…';
}
