/** The table of contents of one page. */
import { childrenOf, type Guide, type GuideNode } from '@mlguide/core';

/** One line of it. */
export interface ContentsEntry {
  fragment: string;
  title: string;
  /** 1 for a part of the page, 2 for a part of that. */
  level: 1 | 2;
}

/** The headings of a node's body, two ranks deep, then its questions and resources. */
export function contentsOf(guide: Guide, node: GuideNode): ContentsEntry[] {
  const outline = node.body?.outline ?? [];
  const ranks = [...new Set(outline.map(({ depth }) => depth))].toSorted((a, b) => a - b);
  const entries = outline.flatMap(({ fragment, title, depth }): ContentsEntry[] => {
    const rank = ranks.indexOf(depth);
    return rank > 1 ? [] : [{ fragment, title, level: rank === 0 ? 1 : 2 }];
  });
  if (childrenOf(guide, node.id, 'question').length > 0) {
    entries.push({ fragment: 'questions', title: 'Questions', level: 1 });
  }
  if (childrenOf(guide, node.id, 'resource').length > 0) {
    entries.push({ fragment: 'resources', title: 'Resources', level: 1 });
  }
  return entries;
}
