import { createRequire } from 'node:module';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from './browser.ts';
import { kindsOfPage } from './kinds-of-page.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const sites = { real: inject('real'), fixture: inject('fixture') };
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What axe finds wrong, one line each. */
async function violations(page: Page): Promise<string[]> {
  // Our own policy would refuse the script; the DevTools protocol adds it past the policy.
  await page.addScriptTag({ path: axe });
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  );
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

describe.each(['real', 'fixture'] as const)('axe on the %s site', (name) => {
  const site = sites[name];
  // The fixture adds what the real guide may not have today; the other kinds would be looked at twice.
  const kinds = Object.entries(kindsOfPage(site)).filter(([kind]) => name === 'real' || /topic/.test(kind));
  const cases = kinds.flatMap(([kind, path]) =>
    (['light', 'dark'] as const).flatMap((theme) => [1280, 375].map((width) => ({ kind, path, theme, width }))),
  );

  it.each(cases)('finds nothing on the page "$kind", $theme, $width px', async ({ path, theme, width }) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
      bypassCSP: true,
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(site.url + path);
    // What is folded away is not looked at: unfold it.
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it.each(['light', 'dark'] as const)('finds nothing in the dialogs, %s', async (theme) => {
    const context = await browser.newContext({
      colorScheme: theme,
      reducedMotion: 'reduce',
      bypassCSP: true,
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog.key-list[open]');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.fill('dialog.search-dialog input', 're');
    await page.waitForSelector('[role=option]');
    expect(await violations(page)).toEqual([]);
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
