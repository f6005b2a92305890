import type { Heading, RootContent } from 'mdast';

import { readAttributes } from './attributes.ts';
import { walkDrafts, type Draft } from './draft.ts';
import { Fragments } from './slug.ts';
import { visitNodes, type Survey } from './survey.ts';
import { plainText } from './title.ts';

/** A fragment that leads to a node, or to a heading inside its body. */
export interface Anchor {
  fragment: string;
  owner: Draft;
  /** Whether it names a heading of the body. */
  inBody: boolean;
}

const ANCHOR = /<[a-z][a-z0-9]*\s[^<>]*\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/giu;

/**
 * What can be led to in one file, in its order, and the fragment of each of its headings.
 *
 * @param headings The nodes to which headings lead; any other heading is part of a body.
 */
export function findAnchors(
  top: Draft,
  { marks }: Survey,
  headings: ReadonlyMap<Heading, Draft>,
): { anchors: Anchor[]; fragments: Map<Heading, string> } {
  const anchors: Anchor[] = [];
  const fragments = new Map<Heading, string>();
  const owners = ownersOfMarks(
    top,
    marks.filter((node) => node.type === 'html' || !headings.has(node)),
  );
  const names = new Fragments();
  for (const node of marks) {
    const owner = (node.type === 'heading' ? headings.get(node) : undefined) ?? owners.get(node);
    if (node.type === 'heading') {
      const text = plainText(node.children).trim();
      const given = text.endsWith('}') ? readAttributes(text)?.fragment : undefined;
      // GitHub takes `{#trees}` for words.
      const shown = names.next(text);
      fragments.set(node, given ?? shown);
      if (!owner) continue;
      const inBody = !headings.has(node);
      anchors.push({ fragment: given ?? shown, owner, inBody });
      if (given !== undefined && !inBody) anchors.push({ fragment: shown, owner, inBody });
    } else if (owner) {
      for (const match of node.value.matchAll(ANCHOR)) anchors.push({ fragment: match[1]!, owner, inBody: false });
    }
  }
  return { anchors, fragments };
}

/* In whose body each heading and each piece of HTML stands. Most are blocks, so the lines are looked through last. */
function ownersOfMarks(top: Draft, wanted: readonly RootContent[]): Map<RootContent, Draft> {
  const owners = new Map<RootContent, Draft>();
  if (wanted.length === 0) return owners;
  for (const one of walkDrafts(top)) {
    for (const node of one.content) if (isMark(node)) owners.set(node, one);
  }
  if (wanted.every((node) => owners.has(node))) return owners;
  for (const one of walkDrafts(top)) {
    visitNodes(one.content, (node) => {
      if (isMark(node)) owners.set(node, one);
    });
  }
  return owners;
}

function isMark(node: RootContent): boolean {
  return node.type === 'heading' || node.type === 'html';
}
