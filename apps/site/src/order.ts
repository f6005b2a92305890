/** Reading order: what comes before and after a page. */
import { isPage, type Guide, type NodeId, type PageNode } from '@mlguide/core';

/** The pages on either side of a page. */
export interface Neighbours {
  previous: PageNode | undefined;
  next: PageNode | undefined;
}

/**
 * The neighbours of a page. Reading order is the order of the tree, modules and sections included. Only what lies on the
 * way is looked at, so that a page depends on no more of the guide.
 */
export function neighboursOf(guide: Guide, page: PageNode): Neighbours {
  const [before] = besides(guide, page);
  return { previous: before === undefined ? parentOf(guide, page) : lastIn(guide, before), next: nextOf(guide, page) };
}

function nextOf(guide: Guide, page: PageNode): PageNode | undefined {
  const [inside] = pagesAmong(guide, page.children);
  if (inside !== undefined) return inside;
  for (let at: PageNode | undefined = page; at !== undefined; at = parentOf(guide, at)) {
    const [, after] = besides(guide, at);
    if (after !== undefined) return after;
  }
  return undefined;
}

function lastIn(guide: Guide, page: PageNode): PageNode {
  let last = page;
  for (;;) {
    const below = pagesAmong(guide, last.children).at(-1);
    if (below === undefined) return last;
    last = below;
  }
}

/** The pages before and after a page under the same parent. */
function besides(guide: Guide, page: PageNode): [before: PageNode | undefined, after: PageNode | undefined] {
  const among = pagesAmong(guide, parentOf(guide, page)?.children ?? guide.modules);
  const at = among.findIndex(({ id }) => id === page.id);
  return [among[at - 1], among[at + 1]];
}

function parentOf(guide: Guide, page: PageNode): PageNode | undefined {
  const parent = page.parent === null ? undefined : guide.nodes[page.parent];
  return parent && isPage(parent) ? parent : undefined;
}

function pagesAmong(guide: Guide, ids: readonly NodeId[]): PageNode[] {
  return ids.flatMap((id) => {
    const node = guide.nodes[id];
    return node && isPage(node) ? [node] : [];
  });
}
