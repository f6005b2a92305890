/** The built pages as files: what they contain, and where their links lead. */
import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';

import type { BuiltSite } from './built-sites.ts';

/** One built page. */
export interface BuiltPage {
  /** Its address. */
  url: string;
  html: string;
  /** Every `id` on it. */
  ids: Set<string>;
}

/** Every HTML page of a site. */
export function pagesIn(site: BuiltSite): BuiltPage[] {
  return readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(path.join(site.folder, file), 'utf8');
      const place = file
        .split(path.sep)
        .join('/')
        .replace(/index\.html$/, '');
      return { url: site.url + encodeURI(place), html, ids: new Set(attributes(html, 'id')) };
    });
}

/** The values of an attribute, in order. */
export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'g'))].map(([, a, b, c]) =>
    decode(a ?? b ?? c ?? ''),
  );
}

/** Links inside the site that lead nowhere, each as "page → address". */
export function deadLinks(site: BuiltSite, pages: BuiltPage[]): string[] {
  const known = new Map(pages.map((page) => [page.url, page]));
  const dead: string[] = [];
  for (const page of pages) {
    for (const written of [
      ...attributes(page.html, 'href'),
      ...attributes(page.html, 'src'),
      ...refreshes(page.html),
    ]) {
      const target = new URL(written, page.url);
      if (target.origin !== new URL(site.url).origin) continue;
      const fragment = decodeURIComponent(target.hash.slice(1));
      target.hash = '';
      if (!target.href.startsWith(site.url)) dead.push(`${page.url} → ${written} (outside the base)`);
      else if (target.href.endsWith('/') || known.has(target.href)) {
        const found = known.get(target.href);
        if (!found || (fragment !== '' && !found.ids.has(fragment))) dead.push(`${page.url} → ${written}`);
      } else {
        const file = path.join(site.folder, decodeURIComponent(target.href.slice(site.url.length)));
        if (!existsSync(file) || !statSync(file).isFile()) dead.push(`${page.url} → ${written}`);
      }
    }
  }
  return dead;
}

function refreshes(html: string): string[] {
  return [...html.matchAll(/http-equiv="refresh" content="\d+; ?url=([^"]+)"/g)].map(([, url]) => decode(url!));
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#34|#38);/g, (_, name: string) => entities[name]!);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"', '#38': '&' };
