/** Makes the list that `restore-tree.ts` reads; see `tree-format.ts`. */
import type { BodySummary, Guide, GuideNode, Link, NodeId } from '@mlguide/core';

import {
  addressOf,
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
  type FlatTree,
} from './tree-format.ts';

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
      parent !== null && slug === slugOf(title) ? 0 : slug,
      title,
      parent === null ? null : places.get(parent)!,
      [files.indexOf(span.file), span.line, span.column, span.endLine, span.endColumn],
      flattenAnchors(anchors, slug, title),
      STATUSES.indexOf(status),
      note ?? 0,
      tags,
      body && flattenBody(body),
      isOwnLink(node) ? 0 : links.map((link) => flattenLink(link, node, guide, places)),
      ...Object.entries(own).map(([key, value]) => flattenValue(key, value, node, places)),
    ];
  });
  return { ...guide, files, sorts, nodes, redirects: Object.entries(guide.redirects) };
}

function flattenAnchors(anchors: string[], slug: string, title: string): FlatNode[5] {
  const [only] = anchors;
  if (anchors.length !== 1) return anchors;
  return only === slug ? 0 : only === nameOf(title) ? 1 : anchors;
}

/* Lists of ids become places in the list of nodes; a host is left out if its address tells it. */
function flattenValue(key: string, value: unknown, node: GuideNode, places: ReadonlyMap<NodeId, number>): unknown {
  if (namesNodes(key)) return (value as NodeId[]).map((id) => places.get(id)!);
  return node.kind === 'resource' && key === 'host' && value === hostOf(node.url) ? 0 : value;
}

function isOwnLink(node: GuideNode): boolean {
  return (
    node.kind === 'resource' && JSON.stringify(node.links) === JSON.stringify([{ url: node.url, text: node.title }])
  );
}

function flattenLink(
  { url, text, target, fragment }: Link,
  from: GuideNode,
  guide: Guide,
  places: ReadonlyMap<NodeId, number>,
): FlatLink {
  if (target === undefined) return [url, text];
  const node = guide.nodes[target];
  const place = node === undefined ? OPENING : places.get(target)!;
  const known = node !== undefined && addressOf(from.span.file, node.span.file, fragment) === url ? 0 : url;
  return fragment === undefined ? [known, text, place] : [known, text, place, fragment];
}

function flattenBody({ words, codeBlocks, formulas, outline }: BodySummary): FlatBody {
  const entries = outline.map(({ fragment, title, depth }): FlatEntry => [
    fragment === nameOf(title) ? 0 : fragment,
    title,
    depth,
  ]);
  return [words, codeBlocks, formulas, ...entries];
}
