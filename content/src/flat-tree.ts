/**
 * The guide as `index.js` holds it: a third of its JSON. Everybody who looks into the guide pays for reading it, so it says
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
  /** The place of its status in {@link STATUSES}. */
  status: number,
  note: string | 0,
  tags: string[],
  body: FlatBody | null,
  /** `0` if the only one is that of a resource to itself. */
  links: FlatLink[] | 0,
  ...values: unknown[],
];

/** A link that leaves the guide; or one that stays inside, with the place of its target in the list. */
type FlatLink = [url: string, text: string, target?: number, fragment?: string];

type FlatSpan = [file: number, line: number, column: number, endLine: number, endColumn: number];
type FlatBody = [words: number, codeBlocks: number, formulas: number, ...outline: [string, string, number][]];

/* How many values every node has. */
const COMMON = 11;
const STATUSES: readonly Status[] = ['ready', 'tbd'];

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
      STATUSES.indexOf(status),
      note ?? 0,
      tags,
      body && flattenBody(body),
      isOwnLink(node) ? 0 : links.map((link) => flattenLink(link, places)),
      ...Object.entries(own).map(([key, value]) => flattenValue(key, value, node, places)),
    ];
  });
  return { ...guide, files, sorts, nodes, redirects: Object.entries(guide.redirects) };
}

/* Lists of ids become places in the list of nodes; a host is left out if its address tells it. */
function flattenValue(key: string, value: unknown, node: GuideNode, places: ReadonlyMap<NodeId, number>): unknown {
  if (namesNodes(key)) return (value as NodeId[]).map((id) => places.get(id)!);
  return node.kind === 'resource' && key === 'host' && value === hostOf(node.url) ? 0 : value;
}

function namesNodes(key: string): boolean {
  return key === 'prerequisites' || key === 'related';
}

function hostOf(url: string): string {
  return url.split('/', 3)[2]?.replace(/^www\./, '') ?? '';
}

function isOwnLink(node: GuideNode): boolean {
  return (
    node.kind === 'resource' && JSON.stringify(node.links) === JSON.stringify([{ url: node.url, text: node.title }])
  );
}

function flattenLink({ url, text, target, fragment }: Link, places: ReadonlyMap<NodeId, number>): FlatLink {
  if (target === undefined) return [url, text];
  return fragment === undefined ? [url, text, places.get(target)!] : [url, text, places.get(target)!, fragment];
}

function flattenBody({ words, codeBlocks, formulas, outline }: BodySummary): FlatBody {
  const entries = outline.map(({ fragment, title, depth }): [string, string, number] => [fragment, title, depth]);
  return [words, codeBlocks, formulas, ...entries];
}

/** Makes the guide of the list. */
export function restoreGuide({ files, sorts, nodes: list, redirects, ...head }: FlatTree): Guide {
  const ids: NodeId[] = [];
  for (const flat of list) ids.push(restoreId(flat, ids)); // A parent stands before its children; a link may point on.
  const nodes: Record<NodeId, GuideNode> = {};
  for (let place = 0; place < list.length; place++) {
    const flat = list[place]!;
    const node = restoreNode(flat, ids[place]!, ids, sorts[flat[0]]!, files);
    nodes[node.id] = node;
    if (node.parent !== null) nodes[node.parent]!.children.push(node.id);
  }
  const { schemaVersion, title, modules, body, links } = head;
  return { schemaVersion, title, modules, nodes, redirects: Object.fromEntries(redirects), body, links };
}

function restoreId(flat: FlatNode, ids: readonly NodeId[]): NodeId {
  const slug = flat[1];
  if (flat[3] === null) return slug;
  return slug.startsWith('/') ? slug.slice(1) : `${ids[flat[3]]!}/${slug}`;
}

/*
 * This runs once and cold: literals are made many times faster than objects that grow, so only what is left grows, and
 * an index is many times faster than taking an array apart.
 */
function restoreNode(
  flat: FlatNode,
  id: NodeId,
  ids: readonly NodeId[],
  sort: string[],
  files: readonly string[],
): GuideNode {
  const title = flat[2];
  const parent = flat[3] === null ? null : ids[flat[3]]!;
  const children: NodeId[] = [];
  const span = restoreSpan(flat[4], files);
  const anchors = flat[5] === 0 ? [flat[1]] : flat[5];
  const status = STATUSES[flat[6]]!;
  const note = flat[7];
  const tags = flat[8];
  const body = flat[9] && restoreBody(flat[9]);
  const url = () => flat[COMMON - 1 + sort.indexOf('url')] as string;
  const links = flat[10] === 0 ? [{ url: url(), text: title }] : flat[10].map((link) => restoreLink(link, ids));
  const kind = sort[0];
  const node: NodeBase & Record<string, unknown> =
    note === 0
      ? { id, title, parent, children, span, anchors, status, tags, body, links, kind }
      : { id, title, parent, children, span, anchors, status, note, tags, body, links, kind };
  for (let at = 1; at < sort.length; at++) {
    node[sort[at]!] = restoreValue(sort[at]!, flat[COMMON - 1 + at], url, ids);
  }
  return node as NodeBase as GuideNode; // Its sort says which.
}

function restoreValue(key: string, value: unknown, url: () => string, ids: readonly NodeId[]): unknown {
  if (namesNodes(key)) return (value as number[]).map((place) => ids[place]!);
  return key === 'host' && value === 0 ? hostOf(url()) : value;
}

function restoreLink(link: FlatLink, ids: readonly NodeId[]): Link {
  const url = link[0];
  const text = link[1];
  if (link[2] === undefined) return { url, text };
  const target = ids[link[2]]!;
  return link[3] === undefined ? { url, text, target } : { url, text, target, fragment: link[3] };
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
