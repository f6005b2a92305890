/**
 * Pictures of the built site: `node scripts/screenshots.ts` takes every kind of page in every width and theme, for us
 * to look at; `--readme FILE` makes the one picture that the README shows, of `--topic ID` or the longest.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

import type { Browser } from 'playwright-core';
import sharp from 'sharp';

import { launchBrowser } from '../test/browser.ts';
import { kindsOfPage } from '../test/kinds-of-page.ts';
import { serveFolder } from './static-server.ts';

type Theme = 'light' | 'dark';

const { values } = parseArgs({
  options: {
    readme: { type: 'string' },
    out: { type: 'string', default: fileURLToPath(new URL('../.cache/screenshots/', import.meta.url)) },
    only: { type: 'string' },
    topic: { type: 'string' },
  },
});
const folder = fileURLToPath(new URL('../dist/', import.meta.url));
const server = await serveFolder(folder, { port: 0 });
const site = { url: server.url, folder };
const browser = await launchBrowser();

if (values.readme === undefined) await everyKind(values.out);
else await writeFile(values.readme, await framed());
await browser.close();
await server.close();

async function everyKind(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const [kind, place] of Object.entries(kindsOfPage(site))) {
    if (values.only !== undefined && values.only !== kind) continue;
    for (const theme of ['light', 'dark'] as const) {
      for (const width of [375, 768, 1440]) {
        const file = path.join(out, `${kind.replaceAll(' ', '-')}-${width}-${theme}.png`);
        await writeFile(file, await shoot(browser, place, { width, height: 900, theme, full: true }));
        console.log(file);
      }
    }
  }
}

interface Shot {
  width: number;
  height: number;
  theme: Theme;
  /** The whole page, however long. */
  full?: boolean;
  /** Pixels of the picture to one of the page. */
  scale?: number;
}

async function shoot(browser: Browser, place: string, shot: Shot): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    colorScheme: shot.theme,
    deviceScaleFactor: shot.scale ?? 1,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(site.url + place);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({ fullPage: shot.full ?? false });
  await context.close();
  return picture;
}

/** A wide page in the light and a phone in the dark, side by side on nothing. */
async function framed(): Promise<Buffer> {
  const topic = values.topic === undefined ? (kindsOfPage(site)['longest topic'] ?? '') : `${values.topic}/`;
  const wide = await shoot(browser, topic, { width: 1280, height: 860, theme: 'light', scale: 1.5 });
  const phone = await shoot(browser, topic, { width: 375, height: 760, theme: 'dark', scale: 1.5 });
  const source = (picture: Buffer) => `data:image/png;base64,${picture.toString('base64')}`;
  const page = await browser.newPage({ viewport: { width: 1480, height: 1000 }, deviceScaleFactor: 1.25 });
  await page.setContent(`<!doctype html>
    <style>
      body { margin: 0; }
      div { position: relative; width: 1440px; padding: 20px 20px 60px; }
      img { display: block; border: 1px solid #8885; box-shadow: 0 18px 44px #0003; }
      .wide { width: 1240px; border-radius: 10px; }
      .phone { position: absolute; right: 30px; bottom: 20px; width: 300px; border: 7px solid #2b2926; border-radius: 30px; }
    </style>
    <div><img class="wide" src="${source(wide)}"><img class="phone" src="${source(phone)}"></div>`);
  const picture = await page.locator('div').screenshot({ omitBackground: true });
  await page.close();
  return sharp(picture).png({ palette: true, colours: 128 }).toBuffer();
}
