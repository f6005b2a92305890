import type { List, RootContent } from 'mdast';

import { isContentsMark } from './attributes.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { namesContents } from './group-headings.ts';
import { isContents, isLooseContents } from './items.ts';
import { plainText } from './title.ts';

/**
 * Whether a list is a table of contents, which the tree makes for itself.
 *
 * @param first Whether it stands where one is expected: before the first heading, or right below "Contents".
 * @param isBelow Whether a heading above it names a table of contents; asked only if that decides.
 */
export function isTableOfContents(list: List, first: boolean, isBelow: () => boolean): boolean {
  if (isContents(list)) return first || onlyFragments(list);
  return holdsContentsMark(list) || (startsWithLink(list) && isLooseContents(list) && isBelow());
}

function onlyFragments(list: List): boolean {
  const stack: RootContent[] = [list];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.type === 'link' && !at.url.startsWith('#')) return false;
    if ('children' in at) stack.push(...at.children);
  }
  return true;
}

/* `1. TOC` and `{:toc}` below it: kramdown puts a table of contents there. */
function holdsContentsMark(list: List): boolean {
  const lead = list.children[0]?.children[0];
  return list.children.length === 1 && lead?.type === 'paragraph' && isContentsMark(plainText(lead.children));
}

function startsWithLink(list: List): boolean {
  const lead = list.children[0]?.children[0];
  return lead?.type === 'paragraph' && lead.children[0]?.type === 'link';
}

/** A heading from which a table of contents was taken has nothing left to say; links to it lead to what holds it. */
export function dropEmptyContents(context: Context, owner: Draft, from: number, emptied: ReadonlySet<Draft>): void {
  const made = owner.children.slice(from);
  if (emptied.size === 0 && !made.some((one) => isHollow(one) && namesContents(one.title))) return;
  const dropped = new Set<Draft>();
  const parents = new Map<Draft, Draft>(made.map((one) => [one, owner]));
  for (const one of parents.keys()) for (const child of one.children) parents.set(child, one);
  // The innermost first: what is left of a table of contents may be headings with nothing below them.
  for (const [one, parent] of [...parents].toReversed()) {
    if (!isHollow(one, dropped) || !(emptied.has(one) || (parent === owner && namesContents(one.title)))) continue;
    dropped.add(one);
    owner.anchors.push(...one.anchors);
    context.reporter.report('contents', 'Left out the heading of a table of contents', one.span);
  }
  for (const parent of new Set([...dropped].map((one) => parents.get(one)!))) {
    parent.children = parent.children.filter((child) => !dropped.has(child));
  }
  if (dropped.size === 0) return;
  for (const [heading, leads] of context.headings) if (dropped.has(leads)) context.headings.set(heading, owner);
}

function isHollow({ content, children, heading, status }: Draft, gone: ReadonlySet<Draft> = new Set()): boolean {
  return heading && status !== 'tbd' && content.length === 0 && children.every((child) => gone.has(child));
}
