/** The whole guide in one text. */
import { pagesOf } from '@mlguide/core';

import { addresses, guide, loadMarkdown } from '../guide.ts';
import { pageToMarkdown } from '../markdown.ts';

export async function GET(): Promise<Response> {
  const parts: string[] = [];
  for (const page of pagesOf(guide)) {
    parts.push(await pageToMarkdown(guide, page, { loadMarkdown, address: addresses.markdown }));
  }
  return new Response(parts.join('\n---\n\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
