import { getNode, isPage, type NodeId } from '@mlguide/core';

import {
  emptyContent,
  geometryOf,
  keepInView,
  pageOfState,
  revealInTree,
  rowsOfState,
  type Place,
  type State,
  type Step,
} from './state.ts';
import { pageOf, ROOT } from './tree.ts';
import { lastMove, movesToSee } from './typeset/wide.ts';

const MOST_PLACES = 200;

/** A step without effects. */
export function still(state: State): Step {
  return { state, effects: [] };
}

/** Whether a name is that of a page: a node with a page, or the guide itself. */
function hasPage(state: State, id: NodeId): boolean {
  const node = state.guide.nodes[id];
  return id === ROOT || (node !== undefined && isPage(node));
}

/**
 * Goes to a node: its page, with the answer open and in view if it is a question.
 *
 * @param fragment A heading on the page to begin at.
 */
export function goTo(state: State, id: NodeId, fragment: string | null = null): Step {
  const known = id === ROOT ? ROOT : getNode(state.guide, id)?.id;
  if (known === undefined) return still({ ...state, notice: `No topic has the id ${id}` });
  const page = pageOf(state.guide, known);
  const seek = page === known ? fragment : known;
  const here = state.page.content.id === page;
  const left = here && seek === null ? state : leavePage(state);
  return show(left, page, seek, 0, true);
}

/** Shows the page under the tree's cursor beside it, without making it a place to come back to. */
export function preview(state: State, id: NodeId): Step {
  const moved = keepInView({ ...state, tree: { ...state.tree, cursor: id } });
  if (state.page.content.id === id) return still(moved);
  return show(leavePage(moved), id, null, 0, false);
}

/** The history: one step back, or forward. */
export function travel(state: State, direction: 'back' | 'forward'): Step {
  const from = state[direction];
  const place = from.at(-1);
  if (place === undefined) {
    return still({ ...state, notice: direction === 'back' ? 'This is where you began' : 'You have not gone back' });
  }
  const other = direction === 'back' ? 'forward' : 'back';
  const moved: State = { ...state, [direction]: from.slice(0, -1), [other]: [...state[other], placeOf(state)] };
  return show(moved, hasPage(state, place.id) ? place.id : ROOT, null, place.top, true);
}

/** The topic that follows, or comes before, in reading order. */
export function neighbour(state: State, step: 1 | -1): Step {
  const ids = [ROOT, ...nodesOfKindWithPages(state)];
  const at = ids.indexOf(state.page.content.id);
  const id = ids[at + step];
  if (id === undefined)
    return still({ ...state, notice: step === 1 ? 'This is the last page' : 'This is the first page' });
  return goTo(state, id);
}

const pageIds = new WeakMap<object, NodeId[]>();

function nodesOfKindWithPages({ guide }: State): NodeId[] {
  let ids = pageIds.get(guide);
  if (ids === undefined)
    pageIds.set(
      guide,
      (ids = Object.values(guide.nodes)
        .filter(isPage)
        .map(({ id }) => id)),
    );
  return ids;
}

/** Moves the tree's cursor by a number of rows. */
export function moveCursor(state: State, by: number): Step {
  const rows = rowsOfState(state);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === state.tree.cursor),
  );
  const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))]!;
  return preview(state, row.id);
}

/** Unfolds the row under the cursor; an open row or a leaf is read instead. */
export function unfold(state: State): Step {
  const row = rowsOfState(state).find(({ id }) => id === state.tree.cursor);
  if (row?.branch !== true || row.open) return enterPage(state);
  return still(keepInView({ ...state, tree: { ...state.tree, open: new Set(state.tree.open).add(row.id) } }));
}

/** Folds the row under the cursor; from a closed row or a leaf, goes to its parent. */
export function fold(state: State): Step {
  const { cursor, open } = state.tree;
  if (open.has(cursor)) {
    const smaller = new Set(open);
    smaller.delete(cursor);
    return still(keepInView({ ...state, tree: { ...state.tree, open: smaller } }));
  }
  const parent = state.guide.nodes[cursor]?.parent ?? ROOT;
  return parent === cursor ? still(state) : preview(state, parent);
}

/** Unfolds the row under the cursor, or folds it. */
export function toggleFold(state: State): Step {
  return state.tree.open.has(state.tree.cursor) ? fold(state) : unfold(state);
}

/** Folds everything; the cursor goes to the module it was in. */
export function foldAll(state: State): Step {
  let top = state.tree.cursor;
  for (let at = state.guide.nodes[top]?.parent ?? null; at !== null; at = state.guide.nodes[at]?.parent ?? null)
    top = at;
  return preview({ ...state, tree: { ...state.tree, open: new Set() } }, top);
}

/** Gives the keys to the page; now it counts as visited. */
export function enterPage(state: State): Step {
  return still(keepInView({ ...state, focus: 'page', page: { ...state.page, visited: true } }));
}

/** Scrolls the page, as far as there is anything to see. */
export function scrollPage(state: State, by: number): State {
  const { rows } = geometryOf(state);
  const most = Math.max(0, pageOfState(state).lines.length - rows);
  const top = Math.max(0, Math.min(most, state.page.top + by));
  return top === state.page.top ? state : { ...state, page: { ...state.page, top } };
}

/** Scrolls the page so that a line is in view; one that is seen already stays where it is. */
export function showLine(state: State, line: number, atTop = false): State {
  const { rows } = geometryOf(state);
  const { top } = state.page;
  if (!atTop && line >= top && line < top + rows) return state;
  return scrollPage(state, line - (atTop ? 0 : Math.floor(rows / 3)) - top);
}

/** Moves the windows over what is wider than the page. */
export function moveAcross(state: State, step: 1 | -1): State {
  const { wides } = pageOfState(state);
  if (wides.length === 0) return { ...state, notice: 'Nothing here is wider than the page' };
  const last = Math.max(...wides.map(lastMove));
  const across = Math.max(0, Math.min(last, Math.min(last, state.page.across) + step));
  return across === state.page.across ? state : { ...state, page: { ...state.page, across } };
}

/** Brings some columns of a line into sight, and the line itself. */
export function showPlace(state: State, line: number, from: number, to: number): State {
  const across = movesToSee(pageOfState(state).lines[line] ?? [], from, to, state.page.across);
  return showLine(across === state.page.across ? state : { ...state, page: { ...state.page, across } }, line);
}

/** Goes to the heading or question that was asked for, if the page has come. */
export function seek(state: State): State {
  const { page } = state;
  const wanted = page.seek;
  if (wanted === null || page.content.body === undefined) return state;
  const { headings, targets } = pageOfState(state);
  const found = { ...state, page: { ...page, seek: null } };
  const heading = headings.find(({ fragment }) => fragment === wanted);
  if (heading !== undefined) return showLine(found, heading.line, true);
  const target = targets.find(({ key }) => key === `question:${wanted}` || key === `resource:${wanted}`);
  if (target === undefined) return found;
  return showLine({ ...found, page: { ...found.page, chosen: target.key } }, target.line, true);
}

function show(state: State, id: NodeId, wanted: string | null, top: number, visited: boolean): Step {
  const { content } = state.page;
  const same = content.id === id;
  const open = wanted !== null && state.guide.nodes[wanted]?.kind === 'question' ? [wanted] : [];
  const next = same
    ? open.length > 0
      ? { ...content, open: new Set([...content.open, ...open]) }
      : content
    : emptyContent(state.guide, id, open, state.notes.get(id));
  const page = { content: next, top, across: 0, chosen: null, visited, seek: wanted };
  const shown: State = { ...state, page, find: null, focus: visited ? 'page' : state.focus };
  const placed = seek(visited ? revealInTree(shown, id) : shown);
  return { state: placed, effects: same && content.body !== undefined ? [] : [{ type: 'load', id }] };
}

function placeOf(state: State): Place {
  return { id: state.page.content.id, top: state.page.top };
}

function leavePage(state: State): State {
  if (!state.page.visited) return state;
  return { ...state, back: [...state.back, placeOf(state)].slice(-MOST_PLACES), forward: [] };
}
