import type { Guide, GuideNode, Module, NodeId, NodeKind, Question, Resource, Section, Topic } from './types.ts';
import { getNode } from './lookup.ts';
import { nearestNamed, type Named } from './nearest-named.ts';
import { walk } from './walk.ts';

/** A node that has a page of its own. */
export type PageNode = Module | Section | Topic;

/** Whether a node has a page of its own. */
export function isPage(node: GuideNode): node is PageNode {
  return node.kind === 'module' || node.kind === 'section' || node.kind === 'topic';
}

/** The topic with this id (or an earlier one), or nothing if that is no topic. */
export function getTopic(guide: Guide, id: string): Topic | undefined {
  const node = getNode(guide, id);
  return node?.kind === 'topic' ? node : undefined;
}

/**
 * What a reader may mean by a name: the node with that id, else all nodes whose id ends in it, topics first, each kind
 * in reading order.
 *
 * @example findNodes(guide, 'linear-regression').map((node) => node.id) // ['classic-ml/linear-models/linear-regression']
 */
export function findNodes(guide: Guide, name: string): GuideNode[] {
  const exact = getNode(guide, name);
  if (exact) return [exact];
  const tail = `/${name}`;
  const found = [...walk(guide)].filter((node) => node.id.endsWith(tail));
  const order: NodeKind[] = ['topic', 'section', 'module', 'question', 'resource'];
  return found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/**
 * The ids that somebody may mean by a name, nearest first: what to offer after "did you mean". A node is found by the
 * words of its id, its title and its aliases, slips forgiven, and else by the looks of its id.
 *
 * @param candidates What may be meant; by default the pages of the guide.
 * @param most How many at the most.
 * @example nearestIds(guide, 'roc-auc', 1) // ['classic-ml/evaluation/auc'], which has the alias `roc auc`
 */
export function nearestIds(guide: Guide, name: string, most = 3, candidates?: Iterable<string>): string[] {
  const ids = candidates ?? [...walk(guide)].filter(isPage).map((node) => node.id);
  return nearestNamed(name, Array.from(ids, namedOf(guide)), most);
}

function namedOf(guide: Guide): (id: string) => Named {
  return (id) => {
    const node = getNode(guide, id);
    if (node === undefined) return { id, labels: [] };
    return { id, labels: [node.title, ...(node.kind === 'topic' ? node.aliases : [])] };
  };
}

/** The nodes around this one, outermost first, without itself: the breadcrumb. */
export function ancestors(guide: Guide, id: NodeId): GuideNode[] {
  const path: GuideNode[] = [];
  for (let at = getNode(guide, id)?.parent; at != null; at = guide.nodes[at]?.parent) {
    const node = guide.nodes[at];
    if (node === undefined) break;
    path.unshift(node);
  }
  return path;
}

/** The children of one kind, in reading order. An unknown id has none. */
export function childrenOf<K extends NodeKind>(guide: Guide, id: NodeId, kind: K): Extract<GuideNode, { kind: K }>[] {
  const children = getNode(guide, id)?.children ?? [];
  return children.flatMap((child) => {
    const node = guide.nodes[child];
    return node?.kind === kind ? [node as Extract<GuideNode, { kind: K }>] : [];
  });
}

/** Every node of one kind in reading order, inside one node or in the whole guide. */
export function nodesOfKind<K extends NodeKind>(
  guide: Guide,
  kind: K,
  from?: NodeId,
): Extract<GuideNode, { kind: K }>[] {
  return [...walk(guide, from)].filter((node): node is Extract<GuideNode, { kind: K }> => node.kind === kind);
}

/** Every topic in reading order. */
export function topicsOf(guide: Guide, from?: NodeId): Topic[] {
  return nodesOfKind(guide, 'topic', from);
}

/** Every question in reading order. */
export function questionsOf(guide: Guide, from?: NodeId): Question[] {
  return nodesOfKind(guide, 'question', from);
}

/** Every resource in reading order. */
export function resourcesOf(guide: Guide, from?: NodeId): Resource[] {
  return nodesOfKind(guide, 'resource', from);
}

/** Every page in reading order. */
export function pagesOf(guide: Guide): PageNode[] {
  return [...walk(guide)].filter(isPage);
}

/** The module a node stands in, itself if it is one; nothing for a topic that stands in none. */
export function moduleOf(guide: Guide, id: NodeId): Module | undefined {
  const top = ancestors(guide, id)[0] ?? getNode(guide, id);
  return top?.kind === 'module' ? top : undefined;
}
