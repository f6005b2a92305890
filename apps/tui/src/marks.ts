import type { Guide, NodeId } from '@mlguide/core';

import { still } from './navigate.ts';
import type { Mark, State, Step } from './state.ts';
import { ROOT } from './tree.ts';

/** Asks for a bookmark on the page, or for the end of it. It is shown when it is kept: see {@link showMark}. */
export function toggleBookmark(state: State): Step {
  const { id } = state.page.content;
  if (id === ROOT) return still({ ...state, notice: 'No need for a bookmark here: g in the tree comes back' });
  return {
    state,
    effects: [{ type: 'record', mark: { type: 'bookmark-set', node: id, on: !state.bookmarks.includes(id) } }],
  };
}

/** Asks for the topic to be marked as read, or as unread. */
export function toggleRead(state: State): Step {
  const { id } = state.page.content;
  if (state.guide.nodes[id]?.kind !== 'topic') {
    return still({ ...state, notice: 'Only topics are marked: a module is read when its topics are' });
  }
  return { state, effects: [{ type: 'record', mark: { type: 'topic-read', topic: id, read: !state.read.has(id) } }] };
}

/** Shows a mark that has been kept. */
export function showMark(state: State, mark: Mark): State {
  if (mark.type === 'bookmark-set') {
    const others = state.bookmarks.filter((id) => id !== mark.node);
    const notice = mark.on ? 'Bookmark set: B lists them' : 'Bookmark taken away';
    return { ...state, bookmarks: mark.on ? [...others, mark.node] : others, notice };
  }
  const read = new Set(state.read);
  if (mark.read) read.add(mark.topic);
  else read.delete(mark.topic);
  return { ...state, read, notice: mark.read ? 'Marked as read' : 'Marked as unread' };
}

const counts = new WeakMap<ReadonlySet<NodeId>, { guide: Guide; perNode: Map<NodeId, number> }>();

/** How many topics in a node are read, itself not counted. */
export function readCount(guide: Guide, read: ReadonlySet<NodeId>, id: NodeId): number {
  let known = counts.get(read);
  if (known?.guide !== guide) {
    known = { guide, perNode: new Map() };
    counts.set(read, known);
    const { perNode } = known;
    for (const topic of read) {
      const node = Object.hasOwn(guide.nodes, topic) ? guide.nodes[topic] : undefined;
      if (node?.kind !== 'topic') continue;
      let parent = node.parent;
      for (; parent !== null; parent = guide.nodes[parent]?.parent ?? null)
        perNode.set(parent, (perNode.get(parent) ?? 0) + 1);
      perNode.set(ROOT, (perNode.get(ROOT) ?? 0) + 1);
    }
  }
  return known.perNode.get(id) ?? 0;
}
