/** A guide that notes what is read of it. */
import type { Guide, GuideNode, NodeId } from '@mlguide/core';

import { noteRead } from './reads.ts';

/**
 * What only a node's own page shows. It is noted apart from the rest, so that a longer text, which moves every line
 * below it, makes no other page stale.
 */
export const details: ReadonlySet<PropertyKey> = new Set<keyof GuideNode>(['span', 'anchors', 'links', 'body']);

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
        if (typeof id === 'string' && !Object.hasOwn(target, id)) noteRead(`node:${id}`);
        return nodeOf(target, id);
      },
      has(target, id) {
        noteRead(`node:${String(id)}`);
        return id in target;
      },
      getOwnPropertyDescriptor(target, id) {
        noteRead(`node:${String(id)}`);
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
  return new Proxy(node, {
    get(target, key: keyof GuideNode) {
      if (key !== 'id') noteRead(details.has(key) ? `detail:${target.id}` : `node:${target.id}`);
      return target[key];
    },
  });
}
