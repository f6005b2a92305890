import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { launchBrowser } from './browser.ts';

const { url } = inject('fixture');
const topic = `${url}classic/linear/regression/`;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce', serviceWorkers: 'block' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
});
afterEach(() => context.close());

describe('search', () => {
  it.each(['/', 'Control+k'])('opens with %s, forgives a slip, and goes where Enter says', async (key) => {
    await page.goto(url);
    await page.keyboard.press(key);
    await page.waitForSelector('dialog.search-dialog[open]');
    await page.keyboard.type('calibraton');
    await page.waitForSelector('[role=option][aria-selected=true]');
    expect(await page.getAttribute('dialog input', 'aria-activedescendant')).toBe('hit-0');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/classic/linear/logistic/calibration/');
  });

  it('fetches its index on first use and not before', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(topic);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((address) => address.includes('search'))).toEqual([]);
    await page.keyboard.press('/');
    await page.waitForSelector('dialog.search-dialog[open]');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((address) => address.endsWith('/search.json'))).toHaveLength(1);
  });

  it('finds a question and opens its answer', async () => {
    await page.goto(url);
    await page.keyboard.press('/');
    await page.waitForSelector('dialog.search-dialog[open]');
    await page.keyboard.type('squares');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/#q-why-squares');
    expect(await page.isVisible('text=The noise is Gaussian')).toBe(true);
  });

  it('moves through the hits with the arrows, around the ends', async () => {
    await page.goto(url);
    await page.keyboard.press('/');
    await page.waitForSelector('dialog.search-dialog[open]');
    await page.keyboard.type('re');
    await page.waitForSelector('[role=option]');
    const count = await page.locator('[role=option]').count();
    expect(count).toBeGreaterThan(1);
    await page.keyboard.press('ArrowUp');
    expect(await page.getAttribute(`#hit-${count - 1}`, 'aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('#hit-0', 'aria-selected')).toBe('true');
  });

  it('gives the focus back when it closes', async () => {
    await page.goto(topic);
    await page.focus('[data-open-search]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog.search-dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-open-search'))).toBe(true);
  });

  it('says so when nothing fits', async () => {
    await page.goto(url);
    await page.keyboard.press('/');
    await page.waitForSelector('dialog.search-dialog[open]');
    await page.keyboard.type('zzqx');
    await page.waitForSelector('text=Nothing is called “zzqx”');
  });
});

describe('theme', () => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  it('follows the system, then the choice, also on the next page and before anything is painted', async () => {
    await page.goto(topic);
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.click('[data-toggle-theme]');
    expect(await background()).toBe(light);
    expect(await page.getAttribute('[data-toggle-theme]', 'aria-pressed')).toBe('false');

    // With everything but the document blocked, only what stands in the page itself can have set the theme.
    await context.route('**/*.js', (route) => route.abort());
    await page.goto(url);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
    expect(await background()).toBe(light);
  });
});

describe('code', () => {
  it('is copied as it was written', async () => {
    await page.goto(topic);
    await page.click('figure.code button:has-text("Copy")');
    await page.waitForSelector('button:has-text("Copied")');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('def f(x):\n    return x < 1  # <b>');
  });
});

describe('answers', () => {
  it('open one by one', async () => {
    await page.goto(topic);
    expect(await page.isVisible('text=The noise is Gaussian')).toBe(false);
    await page.focus('#q-why-squares summary');
    await page.keyboard.press('Enter');
    expect(await page.isVisible('text=The noise is Gaussian')).toBe(true);
    expect(await page.isVisible('text=The solution is not unique')).toBe(false);
  });

  it('open if an address names them, and are left alone by one that names nothing', async () => {
    await page.goto(`${topic}#q-why-squares`);
    await page.waitForSelector('text=The noise is Gaussian', { state: 'visible' });
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto('about:blank');
    await page.goto(`${topic}#100%`);
    await page.click('text=Open all answers');
    expect(await page.isVisible('text=The noise is Gaussian')).toBe(true);
    expect(errors).toEqual([]);
  });

  it('open and close all at once', async () => {
    await page.goto(topic);
    await page.click('[data-open-answers]');
    expect(await page.locator('details.question[open]').count()).toBe(2);
    await page.waitForSelector('text=Close all answers');
    await page.keyboard.press('o');
    expect(await page.locator('details.question[open]').count()).toBe(0);
  });
});

describe('keys', () => {
  it('lists them, and leads to the next page and back', async () => {
    await page.goto(topic);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog.key-list[open]');
    await page.keyboard.press('n');
    expect(page.url()).toBe(topic);
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.waitForURL('**/classic/linear/ridge/');
    await page.keyboard.press('p');
    await page.waitForURL('**/classic/linear/regression/');
  });

  it('begins with a way to skip to the text', async () => {
    await page.goto(topic);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
  });
});

describe('the list of questions', () => {
  it('narrows by module and difficulty, and keeps the choice in the address', async () => {
    await page.goto(`${url}questions/`);
    expect(await page.locator('[data-item]:visible').count()).toBe(2);
    await page.selectOption('select[name=level]', 'senior');
    expect(await page.locator('[data-item]:visible').allTextContents()).toEqual([
      expect.stringContaining('more features than rows'),
    ]);
    expect(await page.textContent('[data-filter-count]')).toBe('1 question');
    await page.reload();
    expect(await page.locator('[data-item]:visible').count()).toBe(1);
  });
});

describe('earlier addresses', () => {
  it('lead to the topic, or to the question, that took their place', async () => {
    await page.goto(`${url}classic/linear/least-squares/`);
    await page.waitForURL(topic);
    await page.goto(`${url}old/why/`);
    await page.waitForURL(`${topic}#q-why-squares`);
  });

  it('that never were give a page that helps', async () => {
    const response = await page.goto(`${url}no/such/page/`);
    expect(response?.status()).toBe(404);
    expect(await page.textContent('h1')).toBe('Not found');
    await page.click('main a:has-text("Deep learning")');
    await page.waitForURL('**/deep/');
  });
});

describe('without JavaScript', () => {
  it('shows the text, the answers one by one, all lists, and no button that does nothing', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(topic);
    expect(await quiet.isVisible('h1:has-text("Linear regression")')).toBe(true);
    expect(await quiet.isVisible('math')).toBe(true);
    expect(await quiet.locator('button:visible').count()).toBe(0);
    await quiet.click('#q-why-squares summary');
    expect(await quiet.isVisible('text=The noise is Gaussian')).toBe(true);
    await quiet.click('.pager a[rel=next]');
    await quiet.waitForURL('**/classic/linear/ridge/');
    await quiet.goto(`${url}questions/`);
    expect(await quiet.locator('[data-item]:visible').count()).toBe(2);
    expect(await quiet.isVisible('form')).toBe(false);
    await plain.close();
  });
});

describe('beside every page', () => {
  it('there is its Markdown, and what machines look for', async () => {
    const markdown = await context.request.get(topic.replace(/\/$/, '.md'));
    expect(markdown.headers()['content-type']).toBe('text/markdown; charset=utf-8');
    expect(await markdown.text()).toContain('### Why squares, and not absolute values?');
    await page.goto(topic);
    expect(await page.getAttribute('link[rel=canonical]', 'href')).toBe(
      'https://guide.example/below/a-path/classic/linear/regression/',
    );
    const data: unknown = JSON.parse((await page.textContent('script[type="application/ld+json"]')) ?? '');
    expect(data).toMatchObject({ '@type': 'LearningResource', name: 'Linear regression', timeRequired: 'PT12M' });
    const sitemap = await (await context.request.get(`${url}sitemap.xml`)).text();
    expect(sitemap).toContain('<loc>https://guide.example/below/a-path/classic/linear/regression/</loc>');
    expect(sitemap).not.toContain('least-squares');
    const llms = await (await context.request.get(`${url}llms.txt`)).text();
    expect(llms).toContain('https://guide.example/below/a-path/classic/linear/regression.md');
  });

  it('there are icons for systems that install it', async () => {
    const manifest = (await (await context.request.get(`${url}manifest.webmanifest`)).json()) as {
      icons: { src: string; type: string; sizes: string }[];
    };
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(['any', '192x192', '512x512']);
    for (const { src, type } of manifest.icons) {
      const icon = await context.request.get(new URL(src, url).href);
      expect(icon.headers()['content-type'], src).toContain(type);
    }
  });

  it('there is a picture to share', async () => {
    await page.goto(topic);
    const address = await page.getAttribute('meta[property="og:image"]', 'content');
    expect(address).toBe('https://guide.example/below/a-path/social/classic/linear/regression.png');
    const picture = await context.request.get(`${url}social/classic/linear/regression.png`);
    expect(picture.headers()['content-type']).toBe('image/png');
    // Without its font the title would be an empty ground, which packs into less.
    expect((await picture.body()).length).toBeGreaterThan(8000);
  });

  it('there is a way to change it', async () => {
    await page.goto(topic);
    expect(await page.getAttribute('text=Edit this page', 'href')).toBe(
      'https://git.example/edit/guide/classic/linear/regression.md',
    );
  });
});
