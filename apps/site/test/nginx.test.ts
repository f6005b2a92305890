import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { findNginx, startNginx } from '../deploy/start-nginx.ts';
import type { StaticServer } from '../scripts/static-server.ts';
import { installFromDebian } from './debian.ts';
import { attributes, pagesIn } from './site-files.ts';

if (findNginx() === undefined) installFromDebian('nginx-light');
const nginx = findNginx();
const real = inject('real');
const fixture = inject('fixture');

const onEverything = {
  'content-security-policy': "frame-ancestors 'none'",
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};

/** The headers of an answer. */
async function headersOf(url: string): Promise<Record<string, string>> {
  return Object.fromEntries((await fetch(url, { redirect: 'manual' })).headers);
}

describe.skipIf(nginx === undefined)('nginx with our file', () => {
  let server: StaticServer;
  let hashed: string[];

  beforeAll(async () => {
    server = await startNginx(nginx!, real.folder);
    hashed = (await readdir(path.join(real.folder, '_astro'))).map((file) => `_astro/${file}`);
  });
  afterAll(() => server.close());

  it.each([
    ['', 'text/html; charset=utf-8'],
    ['sw.js', 'text/javascript; charset=utf-8'],
    ['offline.json', 'application/json; charset=utf-8'],
    ['classic-ml.md', 'text/markdown; charset=utf-8'],
    ['manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['sitemap.xml', 'application/xml; charset=utf-8'],
    ['llms.txt', 'text/plain; charset=utf-8'],
    ['favicon.svg', 'image/svg+xml'],
    ['guide.epub', 'application/epub+zip'],
  ])('sends /%s as %s, to be asked for again', async (place, type) => {
    const headers = await headersOf(server.url + place);
    expect(headers).toMatchObject({ ...onEverything, 'content-type': type, 'cache-control': 'no-cache' });
  });

  it('sends what has a hash in its name to be kept for ever', async () => {
    expect(hashed.map((file) => path.extname(file))).toEqual(expect.arrayContaining(['.css', '.js', '.woff2']));
    for (const file of hashed) {
      expect(await headersOf(server.url + file), file).toMatchObject({
        ...onEverything,
        'cache-control': 'public, max-age=31536000, immutable',
      });
    }
  });

  it('answers with 304 when nothing changed', async () => {
    const { etag } = await headersOf(server.url);
    const again = await fetch(server.url, { headers: { 'if-none-match': etag! } });
    expect(again.status).toBe(304);
    expect(again.headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['no/such/page/', '_astro/gone.js', 'no-such-file.md'])('has our page for /%s', async (place) => {
    const response = await fetch(server.url + place);
    expect(response.status).toBe(404);
    expect(Object.fromEntries(response.headers)).toMatchObject({ ...onEverything, 'cache-control': 'no-cache' });
    expect(await response.text()).toContain('<h1>Not found</h1>');
  });

  it('shows no file above the folder', async () => {
    for (const place of ['..%2fpackage.json', '%2e%2e/package.json']) {
      expect((await fetch(server.url + place)).status, place).toBeGreaterThanOrEqual(400);
    }
  });

  it('sends a path without its slash on, by path alone', async () => {
    const response = await fetch(`${server.url}classic-ml`, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/classic-ml/');
  });

  it('packs text, for a CDN too, and nothing that is packed already', async () => {
    const packed = async (place: string, more: Record<string, string> = {}) => {
      const { headers } = await fetch(server.url + place, { headers: { 'accept-encoding': 'gzip', ...more } });
      return headers.get('content-encoding');
    };
    for (const place of ['', 'search.json', 'llms.txt', 'sitemap.xml', hashed.find((file) => file.endsWith('.css'))!]) {
      expect(await packed(place), place).toBe('gzip');
    }
    expect(await packed('', { via: '1.1 cdn.example' })).toBe('gzip');
    for (const place of ['icon-512.png', hashed.find((file) => file.endsWith('.woff2'))!]) {
      expect(await packed(place), place).toBe(null);
    }
  });
});

describe.skipIf(nginx === undefined)('nginx with our file, below a path', () => {
  const base = new URL(fixture.url).pathname;
  let root: string;
  let server: StaticServer;

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'mlguide-below-'));
    await cp(fixture.folder, path.join(root, base), { recursive: true });
    server = await startNginx(nginx!, root, base);
  });
  afterAll(async () => {
    await server.close();
    await rm(root, { recursive: true, force: true });
  });

  it('has the pages, their files and our page for what is missing', async () => {
    const html = await (await fetch(server.url)).text();
    const files = [...attributes(html, 'href'), ...attributes(html, 'src')].filter((place) => place.startsWith(base));
    expect(files.some((file) => file.includes('/_astro/'))).toBe(true);
    for (const file of new Set(files)) {
      const response = await fetch(new URL(file, server.url));
      expect(response.status, file).toBe(200);
      expect(response.headers.get('cache-control'), file).toContain(
        file.includes('/_astro/') ? 'immutable' : 'no-cache',
      );
    }
    const missing = await fetch(`${server.url}no/such/page/`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('<h1>Not found</h1>');
  });

  it('leads from every address that was published earlier to a page', async () => {
    const moved = pagesIn(fixture).filter(({ html }) => html.includes('http-equiv="refresh"'));
    expect(moved.length).toBeGreaterThan(0);
    for (const { url, html } of moved) {
      const old = await fetch(server.url + url.slice(fixture.url.length));
      expect(old.status, url).toBe(200);
      const [, to] = /content="0; ?url=([^"]+)"/.exec(html) ?? [];
      expect((await fetch(new URL(to!, server.url))).status, to).toBe(200);
    }
  });
});
