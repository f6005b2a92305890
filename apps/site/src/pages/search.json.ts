/** The search index, the same as the terminal program's; a page fetches it when somebody first searches. */
import { buildSearchIndex, walk } from '@mlguide/core';

import { addresses, guide } from '../guide.ts';
import { placeOfHit } from '../url.ts';

export function GET(): Response {
  const root = addresses.fixed('home');
  const elsewhere: Record<string, string> = {};
  for (const node of walk(guide)) {
    const place = addresses.node(node.id)?.slice(root.length);
    if (node.kind !== 'resource' && place !== undefined && place !== placeOfHit(node)) elsewhere[node.id] = place;
  }
  const file = `{"elsewhere":${JSON.stringify(elsewhere)},"index":${buildSearchIndex(guide)}}`;
  return new Response(file, { headers: { 'content-type': 'application/json' } });
}
