/** Every page as Markdown, beside itself: for `/trees/pruning/` there is `/trees/pruning.md`. */
import { pagesOf, type PageNode } from '@mlguide/core';

import { addresses, guide, loadMarkdown } from '../guide.ts';
import { pageToMarkdown } from '../markdown.ts';

export function getStaticPaths() {
  return pagesOf(guide).map((node) => ({ params: { id: addresses.route(node) }, props: { node } }));
}

export async function GET({ props }: { props: { node: PageNode } }): Promise<Response> {
  const text = await pageToMarkdown(guide, props.node, { loadMarkdown, address: addresses.markdown });
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
