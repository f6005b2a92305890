/** Reading order: what comes before and after a page. */
import { pagesOf, type Guide, type NodeId, type PageNode } from '@mlguide/core';

/** The pages on either side of a page. */
export interface Neighbours {
  previous: PageNode | undefined;
  next: PageNode | undefined;
}

/** The neighbours of every page, by its id. Reading order is the order of the tree, modules and sections included. */
export function neighboursOf(guide: Guide): Map<NodeId, Neighbours> {
  const pages = pagesOf(guide);
  return new Map(pages.map((page, index) => [page.id, { previous: pages[index - 1], next: pages[index + 1] }]));
}
