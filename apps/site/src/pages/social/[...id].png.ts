/** A picture of every page to share. Only a site that knows its address has them: a preview asks for a whole address. */
import { pagesOf, type PageNode } from '@mlguide/core';

import { addresses, guide } from '../../guide.ts';
import { siteAddress } from '../../site.ts';
import { renderSocialImage } from '../../social-image.ts';

export function getStaticPaths() {
  if (siteAddress === undefined) return [];
  return pagesOf(guide).map((node) => ({ params: { id: addresses.route(node) }, props: { node }, cacheKey: node.id }));
}

export async function GET({ props }: { props: { node: PageNode } }): Promise<Response> {
  const picture = await renderSocialImage(guide, props.node);
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } });
}
