import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { Browser } from 'playwright-core';

import { launchBrowser } from './browser.ts';
import { attributes, deadLinks, pagesIn } from './site-files.ts';

const sites = { real: inject('real'), fixture: inject('fixture') };
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['real', 'fixture'] as const)('every page of the %s site', (name) => {
  const site = sites[name];
  const pages = pagesIn(site);

  it('links to pages, headings and files that are there', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(deadLinks(site, pages)).toEqual([]);
  });

  it('has Markdown beside each page whose links lead to files', () => {
    const dead: string[] = [];
    for (const file of readdirSync(site.folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.md')) continue;
      const prose = readFileSync(path.join(site.folder, file), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
      for (const [, address] of prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
        const place = new URL(address!, new URL(file, site.url));
        if (!place.href.startsWith(site.url)) continue;
        if (!existsSync(path.join(site.folder, decodeURI(place.href.slice(site.url.length)))))
          dead.push(`${file} → ${address!}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('names every element once', () => {
    const twice = pages.flatMap(({ url, html }) => {
      const ids = attributes(html, 'id');
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${url}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  it('has one title, one main heading and a language', () => {
    for (const { url, html } of pages) {
      expect(html.match(/<h1[\s>]/g), url).toHaveLength(1);
      expect(html.match(/<title>[^<]+<\/title>/g), url).not.toBeNull();
      expect(html, url).toContain('<html lang="en"');
    }
  });

  it('breaks no policy, logs no error and asks no other host, in a browser', { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    const waiting = [...pages];
    const look = async () => {
      const page = await browser.newPage({ serviceWorkers: 'block' });
      page.on('console', (message) => {
        // Not ours: the worker would fetch every page behind the back of this test.
        if (message.text() === 'Service Worker registration blocked by Playwright') return;
        if (message.type() === 'error' || message.type() === 'warning') faults.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(site.url)) faults.push(`${page.url()}: asks for ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${page.url()}: ${response.status()} of ${response.url()}`);
      });
      // Chromium reports a breach of the policy as an error on the console, which is a fault above.
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { url, html } = next;
        expect(html, url).toMatch(/<meta http-equiv="content-security-policy"/i);
        expect(html, url).not.toContain("'unsafe-inline'");
        if (!html.includes('http-equiv="refresh"')) await page.goto(url, { waitUntil: 'load' });
      }
      await page.close();
    };
    await Promise.all([look(), look(), look()]);
    expect(faults).toEqual([]);
  });
});
