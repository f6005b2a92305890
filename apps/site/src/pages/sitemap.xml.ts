/** Every page there is. See https://www.sitemaps.org/protocol.html */
import { pagesOf } from '@mlguide/core';

import { hasHistory } from '../guide-changes.ts';
import { escapeHtml } from '../escape.ts';
import { addresses, guide } from '../guide.ts';
import { tagsOf } from '../tags.ts';

export function GET({ site }: { site: URL | undefined }): Response {
  const paths = [
    addresses.fixed('home'),
    ...(hasHistory() ? [addresses.fixed('changes')] : []),
    ...pagesOf(guide).map((page) => addresses.node(page.id)!),
    ...(['questions', 'resources', 'tags', 'study', 'study/plan', 'study/mock', 'study/statistics'] as const).map(
      addresses.fixed,
    ),
    ...tagsOf(guide).map((tag) => addresses.tag(tag.name)),
  ];
  const urls = paths.map((path) => `<url><loc>${escapeHtml(new URL(path, site).href)}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
