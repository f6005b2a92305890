import { chosenTarget, followTarget } from './choose.ts';
import { moveCursor, preview, scrollPage, still, toggleFold } from './navigate.ts';
import { overlayKey } from './overlay.ts';
import { geometryOf, pageOfState, rowsOfState, type Event, type State, type Step } from './state.ts';

/** What the wheel and a click do. */
export function onMouse(state: State, event: Extract<Event, { type: 'mouse' }>): Step {
  const { tree, single, rows } = geometryOf(state);
  const onTree = single ? state.focus === 'tree' : event.column < tree;
  if (state.note !== null) return still(state);
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
