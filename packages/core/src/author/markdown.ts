import type { Nodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';

import type { Body } from '../body.ts';

/** How addresses inside the guide are written. */
export interface MarkdownOptions {
  /** What to put in place of `guide:ID#fragment` and `asset:PATH`; by default they stay as they are. */
  link?: (url: string) => string;
}

/** A body as Markdown. Parsed again it gives the same body. */
export function bodyToMarkdown(body: Body, { link = (url) => url }: MarkdownOptions = {}): string {
  const root = structuredClone(body) as unknown as Nodes;
  const stack: Nodes[] = [root];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.type === 'link' || at.type === 'image') at.url = link(at.url);
    if (at.type === 'blockquote' && (at.data as { alert?: string } | undefined)?.alert) {
      const alert = (at.data as { alert: string }).alert.toUpperCase();
      at.children.unshift({ type: 'html', value: `[!${alert}]` });
    }
    if ('children' in at) stack.push(...at.children);
  }
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    extensions: [gfmToMarkdown(), mathToMarkdown({ singleDollarTextMath: true })],
    // An alert's mark and its first paragraph stand on adjacent lines.
    join: [(left, _right, parent) => (parent.type === 'blockquote' && left.type === 'html' ? 0 : undefined)],
  });
}
