import { createRequire } from 'node:module';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { launchBrowser } from './browser.ts';
import { kindsOfPage } from './kinds-of-page.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const sites = { real: inject('real'), fixture: inject('fixture') };
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, one line each; the script is added if it is not there yet. */
async function violations(page: Page, runOnly: unknown = RULES): Promise<string[]> {
  // Our own policy would refuse the script; the DevTools protocol adds it past the policy.
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe });
  const results = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
        runOnly,
        resultTypes: ['violations'],
      }),
    runOnly,
  );
  if (runOnly === RULES) expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** Looks at a page as it stands: narrow or wide by its viewport, in the light and in the dark. */
async function inBothThemes(page: Page): Promise<Record<string, string[]>> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page);
  // Nothing but colours depends on the theme.
  await page.emulateMedia({ colorScheme: 'dark' });
  return { light, dark: await violations(page, { type: 'rule', values: ['color-contrast'] }) };
}

/** Waits until each box that scrolls can be reached by keyboard: a script sees to that soon after its size has changed. */
async function boxesSeen(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('.scroll')].every(
      (box) => box.scrollWidth <= box.clientWidth || box.tabIndex === 0,
    ),
  );
}

const clean = { light: [], dark: [] };

function newContext(viewport = { width: 1280, height: 900 }): Promise<BrowserContext> {
  return browser.newContext({ viewport, reducedMotion: 'reduce', bypassCSP: true, serviceWorkers: 'block' });
}

describe.each(['real', 'fixture'] as const)('axe on the %s site', (name) => {
  const site = sites[name];
  // The fixture adds what the real guide may not have today; the other kinds would be looked at twice.
  const kinds = Object.entries(kindsOfPage(site)).filter(([kind]) => name === 'real' || /topic/.test(kind));

  it.each(kinds)('finds nothing on the page "%s", light or dark, wide or narrow', async (_, path) => {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(site.url + path);
    await page.waitForSelector('[aria-busy]', { state: 'detached' });
    // What is folded away is not looked at: unfold it.
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await inBothThemes(page)).toEqual(clean);
    await page.setViewportSize({ width: 375, height: 900 });
    await boxesSeen(page);
    expect(await inBothThemes(page)).toEqual(clean);
    await context.close();
  });

  it('finds nothing in the dialogs', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(site.url);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog.key-list[open]');
    expect(await inBothThemes(page)).toEqual(clean);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.fill('dialog.search-dialog input', 're');
    await page.waitForSelector('[role=option]');
    expect(await inBothThemes(page)).toEqual(clean);
    await context.close();
  });

  it.each([1280, 375, 320])('scrolls no page sideways at %i px', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
    for (const [kind, path] of kinds) {
      await page.goto(site.url + path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, kind).toBeLessThanOrEqual(width);
    }
    await page.close();
  });
});

describe.each([1280, 375])('axe while one studies, %i px wide', (width) => {
  const { url } = sites.fixture;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await newContext({ width, height: 900 });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  it('finds nothing in a card, its answer, and the end of a session', async () => {
    await page.goto(`${url}study/`);
    await page.waitForSelector('.card');
    expect(await inBothThemes(page)).toEqual(clean);
    for (const _ of [1, 2]) {
      await page.keyboard.press('Space');
      await page.waitForSelector('.grades');
      expect(await inBothThemes(page)).toEqual(clean);
      await page.keyboard.press('3');
    }
    await page.waitForSelector('text=Done for today');
    expect(await inBothThemes(page)).toEqual(clean);
  });

  it('finds nothing in what is marked', async () => {
    await page.goto(`${url}classic/linear/regression/`);
    await page.click('[data-mark=read]');
    await page.click('[data-mark=bookmark]');
    await page.waitForSelector('.module-tree .read', { state: 'attached' });
    expect(await inBothThemes(page)).toEqual(clean);
    await page.goto(url);
    await page.waitForSelector('i.read[data-topic]');
    expect(await inBothThemes(page)).toEqual(clean);
  });

  it('finds nothing in a plan and a self-check', async () => {
    await page.goto(`${url}study/plan/`);
    await page.click('text=Make the plan');
    await page.waitForSelector('.days');
    await page.click('.self-check button');
    await page.keyboard.press('Space');
    await page.waitForSelector('.grades');
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await inBothThemes(page)).toEqual(clean);
  });

  it('finds nothing in a mock interview and its summary', async () => {
    await page.goto(`${url}study/mock/`);
    await page.click('text=Start the clock');
    for (const key of ['1', '3']) {
      while ((await page.locator('.grades').count()) === 0) {
        await page.waitForSelector('button:has-text("Answered")');
        expect(await inBothThemes(page)).toEqual(clean);
        await page.keyboard.press('Space');
      }
      expect(await inBothThemes(page)).toEqual(clean);
      await page.keyboard.press(key);
      await page.waitForSelector('.grades', { state: 'detached' });
    }
    await page.waitForSelector('text=Save as Markdown');
    expect(await inBothThemes(page)).toEqual(clean);
  });

  it('finds nothing in the statistics and the question before all is forgotten', async () => {
    await page.goto(`${url}study/statistics/`);
    await page.waitForSelector('.plot .bar');
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await inBothThemes(page)).toEqual(clean);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.click('text=Forget everything …');
    await page.waitForSelector('dialog[open]');
    expect(await inBothThemes(page)).toEqual(clean);
  });
});
