import { getNode } from './lookup.ts';
import type { Guide, GuideNode, NodeId } from './types.ts';

/**
 * Every node in reading order, a parent before its children. Iterative, so that depth costs no stack.
 *
 * @param guide The guide to walk.
 * @param from Start at this node and stay inside it; without it, the whole guide. An unknown id gives nothing,
 *   an earlier one what took its place.
 */
export function* walk(guide: Guide, from?: NodeId): Generator<GuideNode, void, undefined> {
  const start = from === undefined ? undefined : getNode(guide, from)?.id;
  if (from !== undefined && start === undefined) return;
  const stack: NodeId[] = start === undefined ? guide.modules.toReversed() : [start];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const node = guide.nodes[id];
    if (node === undefined) continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index]!);
  }
}
