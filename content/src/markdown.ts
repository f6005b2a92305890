import type { Body, Guide } from '@mlguide/core';
import { bodyToMarkdown } from '@mlguide/core/author';

/**
 * A body as Markdown. The package holds no second copy of its prose: this is loaded by whoever asks for Markdown.
 *
 * @param page The id of the page it stands on; links lead from that page's file to others.
 */
export function toMarkdown(body: Body, page: string, guide: Guide): string {
  return bodyToMarkdown(body, { link: (url) => markdownLink(url, page, guide) });
}

/** The address of a link inside the guide, seen from the Markdown file of another page. */
function markdownLink(url: string, from: string, guide: Guide): string {
  if (!url.startsWith('guide:') && !url.startsWith('asset:')) return url;
  const up = '../'.repeat(from === '' ? 0 : from.split('/').length - 1);
  if (url.startsWith('asset:')) return `${up}../assets/${encodeURI(url.slice('asset:'.length))}`;
  const [id = '', fragment] = url.slice('guide:'.length).split('#');
  const node = guide.nodes[id];
  // A question has no file of its own: it stands in its topic's.
  const file = node && (node.kind === 'question' || node.kind === 'resource') ? (node.parent ?? '') : id;
  return `${up}${encodeURI(file || 'index')}.md${fragment === undefined ? '' : `#${fragment}`}`;
}
