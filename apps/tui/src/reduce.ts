import { copyTarget, followTarget, moveTarget, openTarget, toggleAllAnswers, toggleChosen } from './choose.ts';
import { findKey, findMove } from './find-keys.ts';
import { actionFor, findBindings, type Action } from './keymap.ts';
import { showMark, toggleBookmark, toggleRead } from './marks.ts';
import { onMouse } from './mouse.ts';
import {
  enterPage,
  fold,
  foldAll,
  moveAcross,
  moveCursor,
  neighbour,
  scrollPage,
  seek,
  still,
  toggleFold,
  travel,
  unfold,
} from './navigate.ts';
import { noteKey, openNote, showNote, withNotes } from './notes.ts';
import { openOverlay, overlayKey, takeHits } from './overlay.ts';
import { geometryOf, keepInView, pageOfState, type Event, type State, type Step } from './state.ts';
import { allBranches } from './tree.ts';

/** What the program does when something happens. Pure: the same state and event give the same step. */
export function reduce(state: State, event: Event): Step {
  switch (event.type) {
    case 'key':
      // Wherever the reader is: the same screen, drawn anew.
      if (event.key === 'ctrl-l') return { state, effects: [{ type: 'redraw' }] };
      return onKey({ ...state, notice: '' }, event.key);
    case 'mouse':
      return onMouse({ ...state, notice: '' }, event);
    case 'resize':
      return still(resize(state, Math.max(1, event.columns), Math.max(1, event.rows)));
    case 'loaded':
      return still(loaded(state, event));
    case 'found':
      return still(takeHits(state, event.text, event.hits));
    case 'marks':
      return still(withNotes({ ...state, bookmarks: event.bookmarks, read: event.read }, event.notes));
    case 'marked':
      return still(showMark(state, event.mark));
    case 'noted':
      return still(showNote(state, event.id, event.text));
    case 'focus':
      return still(state);
    case 'notice':
      return still({ ...state, notice: event.text });
  }
}

function onKey(state: State, key: string): Step {
  if (key === 'ctrl-z') return { state, effects: [{ type: 'suspend' }] };
  if (state.note !== null) return noteKey(state, key);
  if (key === 'ctrl-c') return { state, effects: [{ type: 'quit' }] };
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
    case 'table-right':
      return still(moveAcross({ ...state, focus: 'page' }, 1));
    case 'table-left':
      return still(moveAcross({ ...state, focus: 'page' }, -1));
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
    case 'read':
      return toggleRead(state);
    case 'bookmarks':
      return openOverlay(state, 'bookmarks');
    case 'note':
      return openNote(state);
    case 'notes':
      return openOverlay(state, 'notes');
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

function leave(state: State): State {
  if (state.find !== null) return { ...state, find: null };
  if (state.page.chosen !== null && state.focus === 'page') return { ...state, page: { ...state.page, chosen: null } };
  return keepInView({ ...state, focus: 'tree' });
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
