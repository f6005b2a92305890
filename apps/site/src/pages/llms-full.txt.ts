/** The whole guide in one text. */
import { pagesOf } from '@mlguide/core';

import { guide } from '../guide.ts';
import { markdownOf } from '../markdown-pages.ts';

export async function GET(): Promise<Response> {
  const parts: string[] = [];
  for (const page of pagesOf(guide)) {
    parts.push(await markdownOf(page));
  }
  return new Response(parts.join('\n---\n\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
