import { ancestors } from '@mlguide/core';

import { chosenTarget } from '../choose.ts';
import { findOnPage } from '../find.ts';
import { overlaySize } from '../overlay.ts';
import { geometryOf, pageOfState, rowsOfState, type State } from '../state.ts';
import { cleanText } from '../typeset/clean.ts';
import { cutText, fitLine, span, widthOf, type Line } from '../typeset/line.ts';

/** The first row: where the page stands in the guide, as much of it as there is room for. */
export function breadcrumb(state: State): Line {
  const { guide, columns } = state;
  const { id } = state.page.content;
  const node = guide.nodes[id];
  const title = cleanText(node?.title ?? guide.title);
  const path =
    node === undefined ? [] : [guide.title, ...ancestors(guide, id).map((above) => above.title)].map(cleanText);
  const room = columns - 2;
  // The nearest place says most: cut from the left.
  let shown = path;
  let cut = false;
  const text = () => [...(cut ? ['…'] : []), ...shown, ''].join(' › ');
  while (shown.length > 0 && widthOf(text()) + Math.min(widthOf(title), room) > room) {
    shown = shown.slice(1);
    cut = true;
  }
  const before = shown.length > 0 || (cut && room > widthOf(title) + 4) ? text() : '';
  return fitLine(
    [span(' '), span(before, 'muted'), span(cutText(title, Math.max(1, room - widthOf(before))), 'focus')],
    columns,
  );
}

/** The last row: what there is to say, and how far the reader is. */
export function statusBar(state: State): Line {
  const { columns } = state;
  const right = position(state);
  const room = columns - widthOf(right) - 3;
  const left = room >= 8 ? fitLine(message(state, room), room) : [];
  const place = left.length === 0 ? fitLine([span(right, 'bar')], columns - 1) : [span(` ${right} `, 'bar')];
  return fitLine([span(' '), ...left, ...place], columns);
}

function message(state: State, room: number): Line {
  if (state.find?.typing === true) {
    return [span('Find: ', 'strong'), span(tail(state.find.text, room - 8)), span(' ', 'selected')];
  }
  if (state.notice !== '') return [span(cleanText(state.notice))];
  if (state.note !== null)
    return hints(
      [
        ['Esc', 'keep'],
        ['Ctrl-X', 'throw away'],
        ['Enter', 'new line'],
      ],
      room,
    );
  const target = state.overlay === null && state.focus === 'page' ? chosenTarget(state)?.target : undefined;
  if (target !== undefined) {
    if (target.kind === 'question')
      return hints(
        [
          ['Enter', 'answer'],
          ['a', 'all answers'],
          ['Esc', 'leave'],
        ],
        room,
      );
    const address = target.kind === 'node' ? target.id : cleanText(target.url).replace(/^guide:/, '');
    return [span('→ ', 'muted'), span(cutText(address, room - 2), 'muted')];
  }
  if (state.overlay !== null)
    return hints(
      [
        ['Enter', state.overlay.kind === 'help' ? 'do it' : 'go'],
        ['↑↓', 'choose'],
        ['Esc', 'close'],
      ],
      room,
    );
  if (state.find !== null)
    return hints(
      [
        ['n', 'next'],
        ['N', 'previous'],
        ['Esc', 'end'],
      ],
      room,
    );
  if (state.focus === 'tree') {
    return hints(
      [
        ['?', 'keys'],
        ['Enter', 'read'],
        ['/', 'search'],
        ['q', 'quit'],
        ['Tab', 'to the topic'],
      ],
      room,
    );
  }
  return hints(
    [
      ['?', 'keys'],
      ['J K', 'links'],
      ['/', 'search'],
      ['q', 'quit'],
      ['Esc', 'to the tree'],
      ['a', 'answers'],
      ['t', 'outline'],
    ],
    room,
  );
}

/** As many hints as fit. */
function hints(all: readonly (readonly [key: string, what: string])[], room: number): Line {
  const out: Line = [];
  let used = 0;
  for (const [key, what] of all) {
    const gap = used === 0 ? 0 : 3;
    const width = gap + widthOf(key) + 1 + what.length;
    if (used + width > room) break;
    out.push(span(' '.repeat(gap)), span(key, 'strong'), span(` ${what}`, 'muted'));
    used += width;
  }
  return out;
}

function position(state: State): string {
  const { rows } = geometryOf(state);
  if (state.note !== null) return `${[...state.note.text].length} characters`;
  if (state.find !== null && state.overlay === null) {
    const found = findOnPage(pageOfState(state), state.find.text).length;
    if (state.find.text !== '') return found === 0 ? 'not found' : `${state.find.at + 1} of ${found}`;
  }
  if (state.overlay !== null) {
    const size = overlaySize(state, state.overlay);
    return size === 0 ? '' : `${state.overlay.cursor + 1}/${size}`;
  }
  if (state.focus === 'tree') {
    const all = rowsOfState(state);
    return `${all.findIndex(({ id }) => id === state.tree.cursor) + 1}/${all.length}`;
  }
  const total = pageOfState(state).lines.length;
  if (total <= rows) return 'all';
  const last = Math.min(total, state.page.top + rows);
  const percent = `${Math.floor((last / total) * 100)}%`;
  return state.columns < 40 ? percent : `${last}/${total} ${percent}`;
}

/** The end of a text, as much as fits: what is being typed is seen. */
export function tail(text: string, room: number): string {
  const letters = [...text];
  while (letters.length > 0 && widthOf(letters.join('')) > room) letters.shift();
  return letters.join('');
}
