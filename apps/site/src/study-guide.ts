/**
 * The guide as far as studying needs it: the tree without resources, spans and links, a fifth of the whole. The build
 * packs it, the study pages unpack it into a `Guide` that `@mlguide/study` takes.
 */
import {
  isPage,
  SCHEMA_VERSION,
  walk,
  type BodySummary,
  type Difficulty,
  type Guide,
  type GuideNode,
  type NodeId,
  type QuestionDifficulty,
} from '@mlguide/core';

type Head = [id: NodeId, title: string, /** Index of the parent in the list; -1 at the top. */ parent: number];

/** One node, as short as JSON can say it. */
export type PackedNode =
  | [kind: 'module' | 'section', ...Head]
  | [kind: 'topic', ...Head, Difficulty, ready: boolean, minutes: number | null, prerequisites: NodeId[]]
  | [kind: 'question', ...Head, QuestionDifficulty, answered: boolean];

/** What `study/guide.json` holds. */
export interface PackedGuide {
  title: string;
  nodes: PackedNode[];
  redirects: Record<string, NodeId>;
}

/** Packs a guide: its pages and questions, in reading order. */
export function packGuide(guide: Guide): PackedGuide {
  const place = new Map<NodeId, number>();
  const nodes: PackedNode[] = [];
  for (const node of walk(guide)) {
    if (!isPage(node) && node.kind !== 'question') continue;
    const head: Head = [node.id, node.title, node.parent === null ? -1 : (place.get(node.parent) ?? -1)];
    place.set(node.id, nodes.length);
    if (node.kind === 'topic') {
      nodes.push(['topic', ...head, node.difficulty, node.status === 'ready', node.minutes, node.prerequisites]);
    } else if (node.kind === 'question') nodes.push(['question', ...head, node.difficulty, node.body !== null]);
    else nodes.push([node.kind, ...head]);
  }
  return { title: guide.title, nodes, redirects: guide.redirects };
}

/** Unpacks what {@link packGuide} packed; what was left out is empty. */
export function unpackGuide({ title, nodes, redirects }: PackedGuide): Guide {
  const guide: Guide = {
    schemaVersion: SCHEMA_VERSION,
    title,
    modules: [],
    nodes: {},
    redirects,
    body: null,
    links: [],
  };
  for (const packed of nodes) {
    const node = unpackNode(packed, nodes);
    guide.nodes[node.id] = node;
    if (node.parent === null) guide.modules.push(node.id);
    else guide.nodes[node.parent]!.children.push(node.id);
  }
  return guide;
}

const span = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
const body: BodySummary = { words: 0, codeBlocks: 0, formulas: 0, outline: [] };

function unpackNode(packed: PackedNode, nodes: readonly PackedNode[]): GuideNode {
  const [, id, title, parent] = packed;
  const base = {
    id,
    title,
    parent: nodes[parent]?.[1] ?? null,
    children: [],
    span,
    anchors: [],
    status: 'ready' as const,
    tags: [],
    links: [],
    body: null,
  };
  switch (packed[0]) {
    case 'topic': {
      const [, , , , difficulty, ready, minutes, prerequisites] = packed;
      const rest = {
        difficulty,
        minutes,
        prerequisites,
        summary: '',
        aliases: [],
        related: [],
        format: 'prose' as const,
      };
      return { ...base, ...rest, kind: 'topic', status: ready ? 'ready' : 'tbd' };
    }
    case 'question':
      return { ...base, kind: 'question', difficulty: packed[4], body: packed[5] ? body : null };
    default:
      return { ...base, kind: packed[0] };
  }
}
