/** Finds a browser to test in. */
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

import { chromium, type Browser } from 'playwright-core';

import { installFromDebian } from './debian.ts';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chrome or Chromium: the one that `MLGUIDE_CHROMIUM` names, else one on this machine, else
 * Playwright's, else the distribution's, which is installed if this is Debian and we may.
 *
 * @throws {Error} if there is none and none can be had.
 */
export function findBrowser(): string {
  const named = process.env['MLGUIDE_CHROMIUM'];
  if (named) return named;
  const found = onPath() ?? places.find((place) => existsSync(place)) ?? playwrights();
  if (found !== undefined) return found;
  installFromDebian('chromium');
  const installed = onPath();
  if (installed === undefined) {
    throw new Error(
      'Unexpected machine without a browser, expected Chrome or Chromium: install one or set `MLGUIDE_CHROMIUM`',
    );
  }
  return installed;
}

/** Starts the browser that {@link findBrowser} finds. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function onPath(): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

function playwrights(): string | undefined {
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}
