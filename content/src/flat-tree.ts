/**
 * The guide as `tree.js` holds it: a third of its JSON. Everybody who looks into the guide pays for reading it, so it says
 * little twice and leaves most to `JSON.parse`.
 */
import type { BodySummary, Guide, GuideNode, Link, NodeBase, NodeId, OutlineEntry, Span, Status } from '@mlguide/core';

/** The guide with its nodes as a list, without what follows from their places and from each other. */
export type FlatTree = Omit<Guide, 'nodes' | 'redirects'> & {
  /** The files that spans name by number. */
  files: string[];
  /** For each sort of node its kind, and the keys that not every node has. */
  sorts: [kind: string, ...keys: string[]][];
  /** The nodes in reading order. */
  nodes: FlatNode[];
  redirects: [string, NodeId][];
};

/** A node: what every node has, and the values of the keys of its sort. */
type FlatNode = [
  sort: number,
  /** What its id has after the parent's; or `/` and the whole id, if that does not begin with the parent's. */
  slug: string,
  title: string,
  /** The place of its parent in the list; `null` at the top. */
  parent: number | null,
  span: FlatSpan,
  /** `0` if its slug is the only one. */
  anchors: string[] | 0,
  status: Status,
  note: string | 0,
  tags: string[],
  body: FlatBody | null,
  /** `0` if the only one is that of a resource to itself. */
  links: Link[] | 0,
  ...values: unknown[],
];

type FlatSpan = [file: number, line: number, column: number, endLine: number, endColumn: number];
type FlatBody = [words: number, codeBlocks: number, formulas: number, ...outline: [string, string, number][]];

/* How many values every node has. */
const COMMON = 11;

/** Makes the list of a guide. */
export function flattenGuide(guide: Guide): FlatTree {
  const places = new Map(Object.keys(guide.nodes).map((id, place) => [id, place]));
  const files = [...new Set(Object.values(guide.nodes).map(({ span }) => span.file))];
  const sorts: FlatTree['sorts'] = [];
  const numbers = new Map<string, number>();
  const nodes = Object.values(guide.nodes).map((node): FlatNode => {
    const { id, title, parent, children: _, span, anchors, status, note, tags, body, links, kind, ...own } = node;
    const sort = [kind, ...Object.keys(own)].join(' ');
    if (!numbers.has(sort)) numbers.set(sort, sorts.push([kind, ...Object.keys(own)]) - 1);
    const slug = parent === null ? id : id.startsWith(`${parent}/`) ? id.slice(parent.length + 1) : `/${id}`;
    return [
      numbers.get(sort)!,
      slug,
      title,
      parent === null ? null : places.get(parent)!,
      [files.indexOf(span.file), span.line, span.column, span.endLine, span.endColumn],
      anchors.length === 1 && anchors[0] === slug ? 0 : anchors,
      status,
      note ?? 0,
      tags,
      body && flattenBody(body),
      isOwnLink(node) ? 0 : links,
      ...Object.values(own),
    ];
  });
  return { ...guide, files, sorts, nodes, redirects: Object.entries(guide.redirects) };
}

function isOwnLink(node: GuideNode): boolean {
  return (
    node.kind === 'resource' && JSON.stringify(node.links) === JSON.stringify([{ url: node.url, text: node.title }])
  );
}

function flattenBody({ words, codeBlocks, formulas, outline }: BodySummary): FlatBody {
  const entries = outline.map(({ fragment, title, depth }): [string, string, number] => [fragment, title, depth]);
  return [words, codeBlocks, formulas, ...entries];
}

/** Makes the guide of the list. */
export function restoreGuide({ files, sorts, nodes: list, redirects, ...head }: FlatTree): Guide {
  const nodes: Record<NodeId, GuideNode> = {};
  const made: GuideNode[] = [];
  for (const flat of list) {
    // A parent stands before its children.
    const node = restoreNode(flat, flat[3] === null ? undefined : made[flat[3]], sorts[flat[0]]!, files);
    made.push(node);
    nodes[node.id] = node;
  }
  const { schemaVersion, title, modules, body, links } = head;
  return { schemaVersion, title, modules, nodes, redirects: Object.fromEntries(redirects), body, links };
}

/* This runs once and cold: literals are made many times faster than objects that grow, so only what is left grows. */
function restoreNode(
  flat: FlatNode,
  above: GuideNode | undefined,
  sort: string[],
  files: readonly string[],
): GuideNode {
  const [, slug, title, , , , status, note, tags] = flat;
  const id = above === undefined ? slug : slug.startsWith('/') ? slug.slice(1) : `${above.id}/${slug}`;
  const parent = above === undefined ? null : above.id;
  const children: NodeId[] = [];
  const span = restoreSpan(flat[4], files);
  const anchors = flat[5] === 0 ? [slug] : flat[5];
  const body = flat[9] && restoreBody(flat[9]);
  const url = () => flat[COMMON - 1 + sort.indexOf('url')] as string;
  const links = flat[10] === 0 ? [{ url: url(), text: title }] : flat[10];
  const [kind] = sort;
  const node: NodeBase & Record<string, unknown> =
    note === 0
      ? { id, title, parent, children, span, anchors, status, tags, body, links, kind }
      : { id, title, parent, children, span, anchors, status, note, tags, body, links, kind };
  for (let at = 1; at < sort.length; at++) node[sort[at]!] = flat[COMMON - 1 + at];
  above?.children.push(id);
  return node as NodeBase as GuideNode; // Its sort says which.
}

function restoreSpan(span: FlatSpan, files: readonly string[]): Span {
  return { file: files[span[0]]!, line: span[1], column: span[2], endLine: span[3], endColumn: span[4] };
}

function restoreBody(body: FlatBody): BodySummary {
  const outline: OutlineEntry[] = [];
  for (let at = 3; at < body.length; at++) {
    const entry = body[at] as [string, string, number];
    outline.push({ fragment: entry[0], title: entry[1], depth: entry[2] });
  }
  return { words: body[0], codeBlocks: body[1], formulas: body[2], outline };
}
