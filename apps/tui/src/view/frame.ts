import { geometryOf, type State } from '../state.ts';
import type { Line } from '../typeset/line.ts';
import { breadcrumb, statusBar } from './bars.ts';
import { notePane } from './note-pane.ts';
import { overlayPane } from './overlay-pane.ts';
import { pagePane } from './page-pane.ts';
import { treePane } from './tree-pane.ts';

/** A screen in parts: a row at the top, panes side by side, a row at the bottom. */
export interface Frame {
  top: Line;
  panes: { name: 'tree' | 'page' | 'overlay' | 'note'; lines: Line[] }[];
  bottom: Line;
}

/** Draws a state. */
export function drawFrame(state: State): Frame {
  const top = breadcrumb(state);
  const bottom = statusBar(state);
  if (state.note !== null) return { top, panes: [{ name: 'note', lines: notePane(state, state.note) }], bottom };
  if (state.overlay !== null)
    return { top, panes: [{ name: 'overlay', lines: overlayPane(state, state.overlay) }], bottom };
  const { single } = geometryOf(state);
  const panes: Frame['panes'] = [];
  if (!single || state.focus === 'tree') panes.push({ name: 'tree', lines: treePane(state) });
  if (!single || state.focus === 'page') panes.push({ name: 'page', lines: pagePane(state) });
  return { top, panes, bottom };
}

/** The same screen as whole lines, as many as there are rows. */
export function frameLines(state: State): Line[] {
  const { top, panes, bottom } = drawFrame(state);
  const [first, ...others] = panes;
  const middle = first!.lines.map((line, row) => [...line, ...others.flatMap((pane) => pane.lines[row] ?? [])]);
  return [top, ...middle, bottom].slice(0, state.rows);
}
