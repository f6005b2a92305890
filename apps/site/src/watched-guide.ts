/** A guide that notes what is read of it. */
import type { Guide, GuideNode, NodeId } from '@mlguide/core';

import { noteRead } from './reads.ts';

/** A part of a node that is noted apart from the rest. */
export type NodePart = 'title' | 'place' | 'node' | 'detail';

const parts = new Map<PropertyKey, NodePart>([
  ['title', 'title'],
  // What a list counts and sorts by: it must not become stale with a title that it does not show.
  ...(['id', 'kind', 'parent', 'children', 'status'] satisfies (keyof GuideNode)[]).map(
    (key) => [key, 'place'] as const,
  ),
  // What only a node's own page shows: a longer text, which moves every line below it, makes no other page stale.
  ...(['span', 'anchors', 'links', 'body'] satisfies (keyof GuideNode)[]).map((key) => [key, 'detail'] as const),
]);

/** The part that a property belongs to. */
export function partOf(key: PropertyKey): NodePart {
  return parts.get(key) ?? 'node';
}

/** The same guide; see {@link noteRead} for what becomes of reading it. */
export function watchGuide(guide: Guide): Guide {
  const watched = new Map<NodeId, GuideNode>();
  const watch = (id: NodeId, node: GuideNode): GuideNode => {
    let found = watched.get(id);
    if (found === undefined) watched.set(id, (found = watchNode(node)));
    return found;
  };
  const nodeOf = (target: Guide['nodes'], id: PropertyKey): GuideNode | undefined => {
    if (typeof id !== 'string' || !Object.hasOwn(target, id)) return undefined;
    return watch(id, target[id]!);
  };
  let nodes: Guide['nodes'] | undefined;
  const watchNodes = () =>
    (nodes ??= new Proxy(guide.nodes, {
      get(target, id) {
        if (typeof id === 'string' && !Object.hasOwn(target, id)) noteRead(`place:${id}`);
        return nodeOf(target, id);
      },
      has(target, id) {
        noteRead(`place:${String(id)}`);
        return id in target;
      },
      getOwnPropertyDescriptor(target, id) {
        noteRead(`place:${String(id)}`);
        const value = nodeOf(target, id);
        return value && { value, enumerable: true, configurable: true, writable: true };
      },
      ownKeys(target) {
        noteRead('ids');
        return Reflect.ownKeys(target);
      },
    }));
  return new Proxy(guide, {
    get(target, key: keyof Guide) {
      if (key === 'nodes') return watchNodes();
      noteRead(`guide:${key}`);
      return target[key];
    },
  });
}

function watchNode(node: GuideNode): GuideNode {
  const { id } = node;
  const reads = { title: `title:${id}`, place: `place:${id}`, node: `node:${id}`, detail: `detail:${id}` } as const;
  return new Proxy(node, {
    get(target, key: keyof GuideNode) {
      if (key !== 'id') noteRead(reads[partOf(key)]);
      return target[key];
    },
  });
}
