import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Browser } from 'playwright-core';

import { epubFiles } from '../src/epub.ts';
import { launchBrowser } from './browser.ts';
import { guide, loadBody } from './fixture/content.ts';
import { attributes } from './site-files.ts';

let browser: Browser;
let files: Map<string, string>;

beforeAll(async () => {
  browser = await launchBrowser();
  files = await epubFiles(guide, { loadBody, assets: ['plots/fit.svg'], modified: new Date(0) });
});
afterAll(() => browser.close());

it('is well-formed XML throughout', async () => {
  const page = await browser.newPage();
  for (const [path, text] of files) {
    if (path.endsWith('.css')) continue;
    const fault = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      return parsed.querySelector('parsererror')?.textContent ?? null;
    }, text);
    expect(fault, path).toBeNull();
  }
  await page.close();
});

it('says in its package which documents have formulas or drawings', () => {
  for (const [, name, properties = ''] of files
    .get('book/package.opf')!
    .matchAll(/href="([^"]+\.xhtml)" media-type="application\/xhtml\+xml"(?: properties="([^"]+)")?/g)) {
    if (name === 'nav.xhtml') continue;
    const text = files.get(`book/${name!}`)!;
    expect([properties.includes('mathml'), properties.includes('svg')], name).toEqual([
      /<math\s/.test(text),
      /<svg\s/.test(text),
    ]);
  }
});

it('names every document in its package, and links to none that is missing', () => {
  const manifest = attributes(files.get('book/package.opf')!, 'href');
  const pages = [...files.keys()].filter((path) => path.endsWith('.xhtml')).map((path) => path.slice('book/'.length));
  expect(manifest.toSorted()).toEqual([...pages, 'style.css', 'assets/plots/fit.svg'].toSorted());
  for (const path of pages) {
    for (const href of attributes(files.get(`book/${path}`)!, 'href')) {
      if (/^https?:/.test(href)) continue;
      const [name = '', fragment] = href.split('#');
      const target = name === '' ? path : name;
      expect([...pages, 'style.css'], `${path} → ${href}`).toContain(target);
      if (fragment !== undefined) expect(attributes(files.get(`book/${target}`)!, 'id'), href).toContain(fragment);
    }
  }
});
