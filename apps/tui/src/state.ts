import type { Body, Guide, NodeId, SearchHit } from '@mlguide/core';
import type { Payload } from '@mlguide/study';

import type { Draft } from './edit-text.ts';
import { divide, WIDEST_TEXT, type Geometry } from './geometry.ts';
import { layoutPage, type Page, type PageContent } from './page.ts';
import { pageChildren, pageOf, ROOT, treeRows, type TreeRow } from './tree.ts';

/** What the reader is doing. The screen is a function of this and of nothing else. */
export interface State {
  guide: Guide;
  columns: number;
  rows: number;
  /** The pane that has the keys. */
  focus: 'tree' | 'page';
  tree: { open: ReadonlySet<NodeId>; cursor: NodeId; top: number };
  page: PageView;
  /** Places to go back to, the last first to be taken from the end. */
  back: Place[];
  forward: Place[];
  /** What lies over the panes. */
  overlay: Overlay | null;
  /** What is looked for in the topic, and which of the places found is the current one. */
  find: { text: string; typing: boolean; at: number } | null;
  /** The note being written. */
  note: Note | null;
  /** One sentence for the reader, until the next key. */
  notice: string;
  mouse: boolean;
  /** Pages with a bookmark, in the order of marking. */
  bookmarks: readonly NodeId[];
  /** Topics that are read. */
  read: ReadonlySet<NodeId>;
  /** What the reader wrote about pages. */
  notes: ReadonlyMap<NodeId, string>;
  /** The widest line of text, in columns. */
  widest: number;
}

/** The page being read. */
export interface PageView {
  content: PageContent;
  /** The first line shown. */
  top: number;
  /** How often the windows over its wide tables were moved to the right. */
  across: number;
  /** The key of the chosen link, question or resource. */
  chosen: string | null;
  /** Whether the reader asked for it; a page that merely followed the cursor is no place to go back to. */
  visited: boolean;
  /** Where to go once the prose has come: a heading's fragment, or a question's id. */
  seek: string | null;
}

/** A place in the history. */
export interface Place {
  id: NodeId;
  top: number;
}

/** What lies over the panes: each has a line of typed text, a list and a cursor in it. */
export interface Overlay {
  kind: 'search' | 'help' | 'outline' | 'bookmarks' | 'notes';
  text: string;
  cursor: number;
  top: number;
  /** What the search found, and for which text. */
  hits: SearchHit[];
  searched: string;
}

/** A note being written: the page it is about, its text, and where the next letter goes. */
export interface Note extends Draft {
  id: NodeId;
}

/** A mark that the reader sets or takes away, as the study log keeps it. */
export type Mark = Extract<Payload, { type: 'topic-read' | 'bookmark-set' }>;

/** What the outside world has to do for the reader. */
export type Effect =
  | { type: 'load'; id: NodeId }
  | { type: 'search'; text: string }
  | { type: 'open'; url: string }
  | { type: 'copy'; text: string }
  | { type: 'mouse'; on: boolean }
  | { type: 'record'; mark: Mark }
  | { type: 'note'; id: NodeId; text: string }
  | { type: 'redraw' }
  | { type: 'suspend' }
  | { type: 'quit' };

/** What happens to the program. */
export type Event =
  | { type: 'key'; key: string }
  | { type: 'mouse'; button: 'left' | 'wheel-up' | 'wheel-down'; column: number; row: number }
  | { type: 'resize'; columns: number; rows: number }
  | { type: 'loaded'; id: NodeId; body: Body | null; answers: ReadonlyMap<NodeId, Body> }
  | { type: 'found'; text: string; hits: SearchHit[] }
  | {
      type: 'marks';
      bookmarks: readonly NodeId[];
      read: ReadonlySet<NodeId>;
      notes: ReadonlyMap<NodeId, string>;
    }
  | { type: 'marked'; mark: Mark }
  | { type: 'noted'; id: NodeId; text: string }
  | { type: 'focus' }
  | { type: 'notice'; text: string };

/** A new state, and what is to be done about it. */
export interface Step {
  state: State;
  effects: Effect[];
}

/** The state at the start: at a node if its id is given, else at the guide's own page. */
export function startState(
  guide: Guide,
  columns: number,
  rows: number,
  id: NodeId | null = null,
  widest = WIDEST_TEXT,
): State {
  const page = id === null ? ROOT : pageOf(guide, id);
  const first = pageChildren(guide, ROOT)[0];
  const state: State = {
    guide,
    columns: Math.max(1, columns),
    rows: Math.max(1, rows),
    focus: id === null ? 'tree' : 'page',
    tree: { open: new Set(first === undefined || id !== null ? [] : [first]), cursor: page, top: 0 },
    page: {
      content: emptyContent(guide, page, id !== null && id !== page ? [id] : []),
      top: 0,
      across: 0,
      chosen: null,
      visited: true,
      seek: id !== null && id !== page ? id : null,
    },
    back: [],
    forward: [],
    overlay: null,
    find: null,
    note: null,
    notice: '',
    mouse: false,
    bookmarks: [],
    read: new Set(),
    notes: new Map(),
    widest,
  };
  return revealInTree(state, page);
}

/** A page before its prose has come. */
export function emptyContent(guide: Guide, id: NodeId, open: readonly NodeId[] = [], note = ''): PageContent {
  const summary = id === ROOT ? guide.body : guide.nodes[id]?.body;
  return { guide, id, note, body: summary === null ? null : undefined, answers: new Map(), open: new Set(open) };
}

/** Where the panes stand. */
export function geometryOf(state: State): Geometry {
  return divide(state.columns, state.rows, state.focus, state.widest);
}

/** The page as lines, at the width it is shown. */
export function pageOfState(state: State): Page {
  return layoutPage(state.page.content, geometryOf(state).text);
}

/** The rows of the tree. */
export function rowsOfState(state: State): TreeRow[] {
  return treeRows(state.guide, state.tree.open);
}

/** The state with a node's ancestors unfolded and the cursor on it. */
export function revealInTree(state: State, id: NodeId): State {
  const open = new Set(state.tree.open);
  for (let at = state.guide.nodes[id]?.parent ?? null; at !== null; at = state.guide.nodes[at]?.parent ?? null)
    open.add(at);
  const grown = open.size === state.tree.open.size ? state.tree.open : open;
  return keepInView({ ...state, tree: { ...state.tree, open: grown, cursor: id } });
}

/** The state scrolled so that the tree's cursor and the page's first line are where they can be. */
export function keepInView(state: State): State {
  const { rows } = geometryOf(state);
  const index = rowsOfState(state).findIndex((row) => row.id === state.tree.cursor);
  const treeTop = scrollTo(state.tree.top, Math.max(0, index), rows, rowsOfState(state).length);
  // A page that is still being loaded is short; the place asked for holds until its prose has come.
  const isLoading = state.page.content.body === undefined;
  const lastTop = isLoading ? Infinity : pageOfState(state).lines.length - rows;
  const pageTop = Math.max(0, Math.min(state.page.top, lastTop));
  const tree = treeTop === state.tree.top ? state.tree : { ...state.tree, top: treeTop };
  const page = pageTop === state.page.top ? state.page : { ...state.page, top: pageTop };
  return tree === state.tree && page === state.page ? state : { ...state, tree, page };
}

/** The first row to show so that one row of a list is seen, and no emptiness below its end. */
export function scrollTo(top: number, index: number, rows: number, total: number): number {
  const margin = Math.min(2, Math.floor((rows - 1) / 2));
  let next = top;
  if (index < next + margin) next = index - margin;
  if (index > next + rows - 1 - margin) next = index - rows + 1 + margin;
  return Math.max(0, Math.min(next, total - rows));
}
