import { isPage, type Guide, type NodeId } from '@mlguide/core';

/** The id of the guide itself, which is no node. */
export const ROOT = '';

/** One visible row of the tree. */
export interface TreeRow {
  id: NodeId;
  title: string;
  depth: number;
  /** Whether it can be opened, and whether it is. */
  branch: boolean;
  open: boolean;
  /** Topics in it, itself not counted. */
  topics: number;
  tbd: boolean;
}

const counts = new WeakMap<Guide, Map<NodeId, number>>();
const lastRows = new WeakMap<Guide, { open: ReadonlySet<NodeId>; rows: TreeRow[] }>();

/** How many topics stand in a node, itself not counted. */
export function topicCount(guide: Guide, id: NodeId): number {
  let known = counts.get(guide);
  if (known === undefined) {
    known = new Map();
    counts.set(guide, known);
    // Nodes come in reading order, parents first: from the back every child is done before its parent.
    let all = 0;
    for (const node of Object.values(guide.nodes).toReversed()) {
      const own = (known.get(node.id) ?? 0) + (node.kind === 'topic' ? 1 : 0);
      if (node.kind === 'topic') all += 1;
      if (node.parent !== null) known.set(node.parent, (known.get(node.parent) ?? 0) + own);
    }
    known.set(ROOT, all);
  }
  return known.get(id) ?? 0;
}

/** The children of a node that have pages of their own; the top level for the guide itself. */
export function pageChildren(guide: Guide, id: NodeId): NodeId[] {
  const children = id === ROOT ? guide.modules : (guide.nodes[id]?.children ?? []);
  return children.filter((child) => {
    const node = guide.nodes[child];
    return node !== undefined && isPage(node);
  });
}

/** The rows a reader sees when these nodes are open: the guide itself first, then everything below what is open. */
export function treeRows(guide: Guide, open: ReadonlySet<NodeId>): TreeRow[] {
  const last = lastRows.get(guide);
  if (last?.open === open) return last.rows;
  const rows: TreeRow[] = [
    { id: ROOT, title: guide.title, depth: 0, branch: false, open: true, topics: topicCount(guide, ROOT), tbd: false },
  ];
  const stack = pageChildren(guide, ROOT)
    .map((id) => ({ id, depth: 0 }))
    .reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { id, depth } = next;
    const node = guide.nodes[id]!;
    const children = pageChildren(guide, id);
    const isOpen = open.has(id);
    const { title, status } = node;
    const topics = topicCount(guide, id);
    rows.push({ id, title, depth, branch: children.length > 0, open: isOpen, topics, tbd: status === 'tbd' });
    if (!isOpen) continue;
    for (const child of children.toReversed()) stack.push({ id: child, depth: depth + 1 });
  }
  lastRows.set(guide, { open, rows });
  return rows;
}

/** Every node that can be opened. */
export function allBranches(guide: Guide): Set<NodeId> {
  return new Set(Object.keys(guide.nodes).filter((id) => pageChildren(guide, id).length > 0));
}

/** The page on which a node is read: itself, or the page that owns it. */
export function pageOf(guide: Guide, id: NodeId): NodeId {
  let node = guide.nodes[id];
  while (node !== undefined && !isPage(node)) node = node.parent === null ? undefined : guide.nodes[node.parent];
  return node?.id ?? ROOT;
}
