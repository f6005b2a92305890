import type { Guide, GuideNode } from './types.ts';

/**
 * The node with this id, or the node that took the place of an id published earlier.
 *
 * @example getNode(guide, 'classic-ml/trees/pruning')?.title // 'Pruning'
 */
export function getNode(guide: Guide, id: string): GuideNode | undefined {
  // `Object.hasOwn`: ids come from readers, and `constructor` is no node.
  if (Object.hasOwn(guide.nodes, id)) return guide.nodes[id];
  const moved = Object.hasOwn(guide.redirects, id) ? guide.redirects[id] : undefined;
  return moved === undefined ? undefined : guide.nodes[moved];
}
