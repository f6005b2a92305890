import type { List, RootContent } from 'mdast';

import { classifyItem, isContents, isProse } from './items.ts';

/**
 * Whether a file is an outline, whose short list items are topics, or prose, whose lists are prose and whose topics
 * are the headings with nothing below them.
 *
 * It is an outline if it has more labels in its lists than headings without headings below, and more labels than
 * paragraphs, sentences in lists, tables and blocks of code together. `lists:` in its frontmatter overrules that.
 */
export function fileOutlines(flow: readonly RootContent[], setting: 'topics' | 'prose' | undefined): boolean {
  if (setting !== undefined) return setting === 'topics';
  let labels = 0;
  let blocks = 0;
  let leaves = 0;
  let depth = 0;
  flow.forEach((node) => {
    if (node.type === 'heading') {
      // A heading was a leaf if the next one is no deeper; the last one always is.
      if (depth >= node.depth) leaves += 1;
      depth = node.depth;
    } else if (node.type === 'list') {
      if (isContents(node)) return;
      const counts = countItems(node);
      labels += counts.labels;
      blocks += counts.notes;
    } else if (node.type !== 'html' && node.type !== 'definition' && node.type !== 'thematicBreak') blocks += 1;
  });
  if (depth > 0) leaves += 1;
  return labels > leaves && labels > blocks;
}

function countItems(list: List): { labels: number; notes: number } {
  let labels = 0;
  let notes = 0;
  const stack: List[] = [list];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const prose = isProse(at);
    for (const item of at.children) {
      const one = classifyItem(item);
      if (one === 'topic' && !prose) labels += 1;
      else if (one === 'note' || one === 'topic') notes += 1;
      for (const child of item.children) if (child.type === 'list') stack.push(child);
    }
  }
  return { labels, notes };
}
