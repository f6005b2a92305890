import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Browser } from 'playwright-core';

import { epubFiles } from '../src/epub.ts';
import { launchBrowser } from './browser.ts';
import { guide, loadBody } from './fixture/content.ts';
import { attributes } from './site-files.ts';

const assets = ['plots/fit.svg', 'a photo.JPEG', 'data.csv'];
let browser: Browser;
let files: Map<string, string>;

beforeAll(async () => {
  browser = await launchBrowser();
  files = await epubFiles(guide, { loadBody, assets, modified: new Date(0) });
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
  expect(manifest.toSorted()).toEqual(
    [...pages, 'style.css', ...assets.map((path) => `assets/${encodeURI(path)}`)].toSorted(),
  );
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

it('begins with the guide’s own opening, and reads in the order of the tree', async () => {
  const opening = files.get('book/_guide.xhtml')!;
  expect(opening).toContain('<h1>A small guide</h1>');
  expect(opening).toContain('A guide for tests.');
  const [first, second, third] = attributes(files.get('book/nav.xhtml')!, 'href').filter(
    (href) => href !== 'style.css',
  );
  expect([first, second, third]).toEqual(['_guide.xhtml', 'classic.xhtml', 'classic_linear.xhtml']);
  expect(files.get('book/package.opf')).toContain('<item id="p0" href="_guide.xhtml"');
  // A guide may be one page of prose.
  const alone = await epubFiles({ ...guide, modules: [], nodes: {} }, { loadBody, assets: [], modified: new Date(0) });
  expect(attributes(alone.get('book/nav.xhtml')!, 'href')).toEqual(['style.css', '_guide.xhtml']);
});

it('holds of a page what the site holds: summary, questions with their answers, resources', () => {
  const page = files.get('book/classic_linear_regression.xhtml')!;
  expect(page).toContain('<p class="summary">Fit a line &amp; know when it lies.</p>');
  expect(page).toContain('<h2>Questions</h2>');
  expect(page).toContain('<h3 id="q-why-squares">Why squares, and not absolute values?</h3>\n<p>The noise is Gaussian');
  expect(page).toMatch(
    /<h2>Resources<\/h2><ul><li><a [^>]*>The elements of &lt;statistical&gt; learning<\/a> \(Hastie[^)]*, 2009, book\): Chapter 3\.<\/li>/,
  );
  const without = files.get('book/classic_linear_ridge.xhtml')!;
  for (const heading of ['Questions', 'Resources', 'class="summary"']) expect(without).not.toContain(heading);
});

it('says what kind each file is, as far as its name tells', () => {
  const kinds = attributes(files.get('book/package.opf')!, 'media-type').slice(-assets.length);
  expect(kinds).toEqual(['image/svg+xml', 'image/jpeg', 'application/octet-stream']);
});
