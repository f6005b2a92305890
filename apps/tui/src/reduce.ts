import {
  chosenTarget,
  copyTarget,
  followTarget,
  moveTarget,
  openTarget,
  toggleAllAnswers,
  toggleChosen,
} from './choose.ts';
import { findOnPage } from './find.ts';
import { actionFor, findBindings, type Action } from './keymap.ts';
import {
  enterPage,
  fold,
  moveCursor,
  neighbour,
  preview,
  scrollPage,
  seek,
  showLine,
  still,
  travel,
  unfold,
} from './navigate.ts';
import { openOverlay, overlayKey, takeHits, typeInto } from './overlay.ts';
import { geometryOf, keepInView, pageOfState, rowsOfState, type Event, type State, type Step } from './state.ts';
import { allBranches } from './tree.ts';

/** What the program does when something happens. Pure: the same state and event give the same step. */
export function reduce(state: State, event: Event): Step {
  switch (event.type) {
    case 'key':
      return onKey({ ...state, notice: '' }, event.key);
    case 'mouse':
      return onMouse({ ...state, notice: '' }, event);
    case 'resize':
      return still(resize(state, Math.max(1, event.columns), Math.max(1, event.rows)));
    case 'loaded':
      return still(loaded(state, event));
    case 'found':
      return still(takeHits(state, event.text, event.hits));
    case 'notice':
      return still({ ...state, notice: event.text });
  }
}

function onKey(state: State, key: string): Step {
  if (key === 'ctrl-c') return { state, effects: [{ type: 'quit' }] };
  if (key === 'ctrl-z') return { state, effects: [{ type: 'suspend' }] };
  if (state.overlay?.kind === 'help' && key === 'enter') {
    const chosen = findBindings(state.overlay.text)[state.overlay.cursor];
    const closed: State = { ...state, overlay: null };
    return chosen === undefined ? still(state) : act(closed, chosen.action);
  }
  if (state.overlay !== null) return overlayKey(state, state.overlay, key);
  if (state.find?.typing === true) return findKey(state, key);
  const action = actionFor(key);
  return action === undefined ? still(state) : act(state, action);
}

function act(state: State, action: Action): Step {
  const { rows } = geometryOf(state);
  const half = Math.max(1, Math.floor(rows / 2));
  const inTree = state.focus === 'tree';
  const move = (by: number): Step => (inTree ? moveCursor(state, by) : still(scrollPage(state, by)));
  switch (action) {
    case 'down':
      return move(1);
    case 'up':
      return move(-1);
    case 'half-down':
      return move(half);
    case 'half-up':
      return move(-half);
    case 'page-down':
      return move(Math.max(1, rows - 1));
    case 'page-up':
      return move(-Math.max(1, rows - 1));
    case 'top':
      return move(-Infinity);
    case 'bottom':
      return move(Infinity);
    case 'left':
      return inTree ? fold(state) : still(keepInView({ ...state, focus: 'tree' }));
    case 'right':
      return inTree ? unfold(state) : still(state);
    case 'switch':
      return inTree ? enterPage(state) : still(keepInView({ ...state, focus: 'tree' }));
    case 'choose':
      return inTree ? unfold(state) : followTarget(state);
    case 'toggle':
      return inTree ? toggleFold(state) : toggleChosen(state);
    case 'leave':
      return still(leave(state));
    case 'next-target':
      return still(moveTarget({ ...state, focus: 'page' }, 1));
    case 'previous-target':
      return still(moveTarget({ ...state, focus: 'page' }, -1));
    case 'all-answers':
      return toggleAllAnswers(state);
    case 'next-topic':
      return neighbour(state, 1);
    case 'previous-topic':
      return neighbour(state, -1);
    case 'unfold-all':
      return still(keepInView({ ...state, tree: { ...state.tree, open: allBranches(state.guide) } }));
    case 'fold-all':
      return foldAll(state);
    case 'search':
      return openOverlay(state, 'search');
    case 'outline':
      return openOverlay(state, 'outline');
    case 'bookmark':
      return toggleBookmark(state);
    case 'bookmarks':
      return openOverlay(state, 'bookmarks');
    case 'help':
      return openOverlay(state, 'help');
    case 'find':
      return still(keepInView({ ...state, focus: 'page', find: { text: '', typing: true, at: -1 } }));
    case 'find-next':
      return still(findMove(state, 1));
    case 'find-previous':
      return still(findMove(state, -1));
    case 'back':
    case 'forward':
      return travel(state, action);
    case 'open':
      return openTarget(state);
    case 'copy':
      return copyTarget(state);
    case 'mouse': {
      const mouse = !state.mouse;
      return {
        state: { ...state, mouse, notice: mouse ? 'Mouse on' : 'Mouse off' },
        effects: [{ type: 'mouse', on: mouse }],
      };
    }
    case 'redraw':
    case 'suspend':
    case 'quit':
      return { state, effects: [{ type: action }] };
  }
}

function toggleBookmark(state: State): Step {
  const { id } = state.page.content;
  const has = state.bookmarks.includes(id);
  const bookmarks = has ? state.bookmarks.filter((other) => other !== id) : [...state.bookmarks, id];
  const notice = has ? 'Bookmark taken away' : 'Bookmark set: B lists them';
  return { state: { ...state, bookmarks, notice }, effects: [{ type: 'keep', bookmarks }] };
}

function toggleFold(state: State): Step {
  return state.tree.open.has(state.tree.cursor) ? fold(state) : unfold(state);
}

function foldAll(state: State): Step {
  let top = state.tree.cursor;
  for (let at = state.guide.nodes[top]?.parent ?? null; at !== null; at = state.guide.nodes[at]?.parent ?? null)
    top = at;
  return preview({ ...state, tree: { ...state.tree, open: new Set() } }, top);
}

function leave(state: State): State {
  if (state.find !== null) return { ...state, find: null };
  if (state.page.chosen !== null && state.focus === 'page') return { ...state, page: { ...state.page, chosen: null } };
  return keepInView({ ...state, focus: 'tree' });
}

function findKey(state: State, key: string): Step {
  const find = state.find!;
  if (key === 'escape') return still({ ...state, find: null });
  if (key === 'enter' || key === 'tab')
    return still({ ...state, find: find.text === '' ? null : { ...find, typing: false } });
  if (key === 'down') return still(findMove(state, 1));
  if (key === 'up') return still(findMove(state, -1));
  const text = typeInto(find.text, key);
  if (text === undefined) return still(state);
  const matches = findOnPage(pageOfState(state), text);
  const first = matches.findIndex(({ line }) => line >= state.page.top);
  const at = matches.length === 0 ? -1 : Math.max(0, first);
  const found: State = { ...state, find: { ...find, text, at } };
  return still(at < 0 ? found : showLine(found, matches[at]!.line));
}

function findMove(state: State, step: 1 | -1): State {
  const { find } = state;
  if (find === null || find.text === '')
    return { ...state, notice: 'Nothing looked for yet: Ctrl-F finds in the topic' };
  const matches = findOnPage(pageOfState(state), find.text);
  if (matches.length === 0) return { ...state, notice: `Not here: ${find.text}` };
  const at = (find.at + step + matches.length) % matches.length;
  const wrapped = step === 1 ? at <= find.at : at >= find.at;
  const notice = wrapped && matches.length > 1 ? (step === 1 ? 'From the top again' : 'From the bottom again') : '';
  return showLine({ ...state, focus: 'page', find: { ...find, at }, notice }, matches[at]!.line);
}

function resize(state: State, columns: number, rows: number): State {
  const before = pageOfState(state).lines.length;
  const resized: State = { ...state, columns, rows };
  const after = pageOfState(resized).lines.length;
  // Narrower lines are more lines: stay as far into the text as before.
  const isLoading = state.page.content.body === undefined;
  const top = before === after || isLoading ? state.page.top : Math.round((state.page.top / before) * after);
  return keepInView({ ...resized, page: { ...state.page, top } });
}

function loaded(state: State, event: Extract<Event, { type: 'loaded' }>): State {
  const { page } = state;
  if (page.content.id !== event.id) return state;
  const content = { ...page.content, body: event.body, answers: event.answers };
  // A place in the history keeps its line until the prose is there to scroll.
  return keepInView(seek({ ...state, page: { ...page, content } }));
}

function onMouse(state: State, event: Extract<Event, { type: 'mouse' }>): Step {
  const { tree, single, rows } = geometryOf(state);
  const onTree = single ? state.focus === 'tree' : event.column < tree;
  if (state.overlay !== null) {
    if (event.button !== 'left') return overlayKey(state, state.overlay, event.button === 'wheel-up' ? 'up' : 'down');
    return still(state);
  }
  if (event.button !== 'left') {
    const by = event.button === 'wheel-up' ? -3 : 3;
    return onTree ? moveCursor(state, by) : still(scrollPage(state, by));
  }
  const row = event.row - 1;
  if (row < 0 || row >= rows) return still(state);
  if (onTree) {
    const clicked = rowsOfState(state)[state.tree.top + row];
    if (clicked === undefined) return still(state);
    if (clicked.id === state.tree.cursor) return toggleFold({ ...state, focus: 'tree' });
    return preview({ ...state, focus: 'tree' }, clicked.id);
  }
  const line = state.page.top + row;
  const { targets } = pageOfState(state);
  const hit = targets.find((target) => target.line === line);
  const focused: State = { ...state, focus: 'page', page: { ...state.page, chosen: hit?.key ?? null } };
  return hit === undefined || chosenTarget(state)?.key !== hit.key ? still(focused) : followTarget(focused);
}
