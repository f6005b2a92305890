import type { Root, RootContent } from 'mdast';

import { blocksFromHtml } from './html-blocks.ts';
import { visitNodes } from './survey.ts';

/**
 * Makes Markdown of the blocks of raw HTML that hold a heading, in place: many a README draws its title so.
 *
 * ```html
 * <h1 align="center"><img src="logo.svg" alt=""><br>The handbook</h1>
 * ```
 */
export function liftHeadings(root: Root): void {
  if (!root.children.some(holdsHeading)) return;
  root.children = root.children.flatMap((node): RootContent[] => {
    if (!holdsHeading(node)) return [node];
    const blocks = blocksFromHtml(node.value);
    // What is inside has no places of its own in the file; the whole block is the honest answer.
    visitNodes(blocks, (one) => {
      if (node.position) one.position = node.position;
    });
    return blocks;
  });
}

function holdsHeading(node: RootContent): node is Extract<RootContent, { type: 'html' }> {
  // `<details>` are questions, with headings of their own.
  return node.type === 'html' && /<h[1-6]\b/i.test(node.value) && !/<\/?details\b/i.test(node.value);
}
