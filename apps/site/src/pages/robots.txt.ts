import { addresses } from '../guide.ts';

export function GET({ site }: { site: URL | undefined }): Response {
  const sitemap = new URL(addresses.file('sitemap.xml'), site).href;
  return new Response(`User-agent: *\nAllow: /\nSitemap: ${sitemap}\n`, { headers: { 'content-type': 'text/plain' } });
}
