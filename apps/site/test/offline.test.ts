import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { serveFolder, type StaticServer } from '../scripts/static-server.ts';
import { launchBrowser } from './browser.ts';

const fixture = inject('fixture');
const base = new URL(fixture.url).pathname;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let folder: string;
let server: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mlguide-offline-'));
  await cp(fixture.folder, folder, { recursive: true });
  server = await serveFolder(folder, { port: 0, base });
  context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Waits until the service worker has everything that `offline.json` names. */
async function kept(): Promise<void> {
  const listIsKept = () =>
    page.evaluate(async () => {
      const entries = await (await caches.open('guide')).keys();
      return entries.some(({ url }) => url.endsWith('/offline.json'));
    });
  await expect.poll(listIsKept, { timeout: 20_000, interval: 250 }).toBe(true);
}

it('shows pages that were never opened, their fonts, and the search, without a network', async () => {
  await page.goto(server.url);
  await kept();
  await server.close();

  await page.goto(`${server.url}classic/linear/regression/`);
  expect(await page.textContent('h1')).toBe('Linear regression');
  expect(await page.evaluate(() => document.fonts.check('16px "Guide Text"'))).toBe(true);
  await page.keyboard.press('/');
  await page.waitForSelector('dialog.search-dialog[open]');
  await page.keyboard.type('calibration');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/calibration/');
  expect(await page.textContent('h1')).toBe('Calibration');

  const missing = await page.goto(`${server.url}never/was/`);
  expect(missing?.status()).toBe(503);
  expect(await page.textContent('h1')).toBe('Not found');
});

it('asks and grades questions of modules that were never opened, without a network', async () => {
  await page.goto(server.url);
  await kept();
  await server.close();

  await page.goto(`${server.url}study/`);
  await page.waitForSelector('.card');
  await page.keyboard.press('Space');
  await page.waitForSelector('text=The noise is Gaussian');
  await page.keyboard.press('3');
  await page.waitForSelector('text=1 done, 1 left');
  await page.goto(`${server.url}study/statistics/`);
  await page.waitForSelector('text=1 review, at most 1 on');
});

it('shows a changed page at once, and keeps the new one', async () => {
  await page.goto(`${server.url}classic/trees/`);
  await kept();
  await changePage();
  expect(await page.textContent('h1')).toBe('Grown trees');
  await server.close();
  await page.reload();
  expect(await page.textContent('h1')).toBe('Grown trees');
});

it('shows a changed page that cannot be kept, because the browser has no room', async () => {
  await page.goto(`${server.url}classic/trees/`);
  await kept();
  const client = await context.newCDPSession(page);
  await client.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.url).origin, quotaSize: 1 });
  await changePage();
  expect(await page.textContent('h1')).toBe('Grown trees');
});

/** Changes the page that is open, and opens it again. */
async function changePage(): Promise<void> {
  const { port } = new URL(server.url);
  await server.close();
  const file = path.join(folder, 'classic', 'trees', 'index.html');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('Decision trees', 'Grown trees'));
  server = await serveFolder(folder, { port: Number(port), base });
  await page.goto(page.url());
}
