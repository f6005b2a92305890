/** Every page as Markdown, beside itself: for `/trees/pruning/` there is `/trees/pruning.md`. */
import { pagesOf, type PageNode } from '@mlguide/core';

import { addresses, guide } from '../guide.ts';
import { markdownOf } from '../markdown-pages.ts';

export function getStaticPaths() {
  return pagesOf(guide).map((node) => ({ params: { id: addresses.route(node) }, props: { node }, cacheKey: node.id }));
}

export async function GET({ props }: { props: { node: PageNode } }): Promise<Response> {
  return new Response(await markdownOf(props.node), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
