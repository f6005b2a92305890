/** Reads the list that `flatten-tree.ts` makes: part of what everybody imports. */
import type { BodySummary, Guide, GuideNode, Link, NodeBase, NodeId, OutlineEntry, Span } from '@mlguide/core';

import {
  addressOf,
  COMMON,
  hostOf,
  nameOf,
  namesNodes,
  OPENING,
  slugOf,
  STATUSES,
  type FlatBody,
  type FlatEntry,
  type FlatLink,
  type FlatNode,
  type FlatSpan,
  type FlatTree,
} from './tree-format.ts';

/** Makes the guide of the list. */
export function restoreGuide({ files, sorts, nodes: list, redirects, ...head }: FlatTree): Guide {
  const ids: NodeId[] = [];
  for (const flat of list) ids.push(restoreId(flat, ids)); // A parent stands before its children; a link may point on.
  const nodes: Record<NodeId, GuideNode> = {};
  for (let place = 0; place < list.length; place++) {
    const flat = list[place]!;
    const node = restoreNode(flat, ids[place]!, { ids, files, list }, sorts[flat[0]]!);
    nodes[node.id] = node;
    if (node.parent !== null) nodes[node.parent]!.children.push(node.id);
  }
  const { schemaVersion, title, modules, body, links } = head;
  return { schemaVersion, title, modules, nodes, redirects: Object.fromEntries(redirects), body, links };
}

function restoreId(flat: FlatNode, ids: readonly NodeId[]): NodeId {
  const slug = flat[1] === 0 ? slugOf(flat[2]) : flat[1];
  if (flat[3] === null) return slug;
  return slug.startsWith('/') ? slug.slice(1) : `${ids[flat[3]]!}/${slug}`;
}

/** What all nodes are restored from. */
interface Known {
  ids: readonly NodeId[];
  files: readonly string[];
  list: readonly FlatNode[];
}

/*
 * This runs once and cold: literals are made many times faster than objects that grow, so only what is left grows, and
 * an index is many times faster than taking an array apart.
 */
function restoreNode(flat: FlatNode, id: NodeId, known: Known, sort: string[]): GuideNode {
  const { ids, files } = known;
  const title = flat[2];
  const parent = flat[3] === null ? null : ids[flat[3]]!;
  const children: NodeId[] = [];
  const span = restoreSpan(flat[4], files);
  const anchors = typeof flat[5] === 'object' ? flat[5] : [flat[5] === 0 ? flat[1] || slugOf(title) : nameOf(title)];
  const status = STATUSES[flat[6]]!;
  const note = flat[7];
  const tags = flat[8];
  const body = flat[9] && restoreBody(flat[9]);
  const url = () => flat[COMMON - 1 + sort.indexOf('url')] as string;
  const links =
    flat[10] === 0 ? [{ url: url(), text: title }] : flat[10].map((link) => restoreLink(link, span.file, known));
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

function restoreLink(link: FlatLink, from: string, { ids, files, list }: Known): Link {
  const text = link[1];
  const place = link[2];
  if (place === undefined) return { url: link[0] as string, text };
  const target = place === OPENING ? '' : ids[place]!;
  const fragment = link[3];
  const url = link[0] === 0 ? addressOf(from, files[list[place]![4][0]]!, fragment) : link[0];
  return fragment === undefined ? { url, text, target } : { url, text, target, fragment };
}

function restoreSpan(span: FlatSpan, files: readonly string[]): Span {
  return { file: files[span[0]]!, line: span[1], column: span[2], endLine: span[3], endColumn: span[4] };
}

function restoreBody(body: FlatBody): BodySummary {
  const outline: OutlineEntry[] = [];
  for (let at = 3; at < body.length; at++) {
    const entry = body[at] as FlatEntry;
    outline.push({ fragment: entry[0] === 0 ? nameOf(entry[1]) : entry[0], title: entry[1], depth: entry[2] });
  }
  return { words: body[0], codeBlocks: body[1], formulas: body[2], outline };
}
