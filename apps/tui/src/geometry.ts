/** Where the panes stand. */
export interface Geometry {
  /** Whether there is room for one pane only. */
  single: boolean;
  /** Columns of the tree, and of the page; 0 for a pane that is not shown. */
  tree: number;
  page: number;
  /** Rows of a pane: the screen without its first and last row. */
  rows: number;
  /** Columns of text on the page: never so wide that the eye loses the line. */
  text: number;
}

/** Below this many columns one pane is shown. */
export const TWO_PANES = 60;
/** The widest line of text, unless the reader wants another. */
export const WIDEST_TEXT = 96;

/** Divides a screen. The smallest sensible one has 20 columns and 6 rows; below that the panes are cut. */
export function divide(columns: number, rows: number, focus: 'tree' | 'page', widest = WIDEST_TEXT): Geometry {
  const single = columns < TWO_PANES;
  const tree = single ? (focus === 'tree' ? columns : 0) : Math.max(22, Math.min(44, Math.round(columns * 0.32)));
  // Between two panes stands a rule of one column. A page keeps its width while it is hidden, so that it is not
  // typeset anew each time it comes back.
  const page = single ? columns : columns - tree - 1;
  return { single, tree, page, rows: Math.max(1, rows - 2), text: Math.max(1, Math.min(widest, page - 2)) };
}
