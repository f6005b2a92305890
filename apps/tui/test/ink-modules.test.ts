import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { checkInk } from '../ink-modules.ts';

const INK = fileURLToPath(new URL('../node_modules/ink', import.meta.url));

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'mlguide-ink-'));
  cpSync(INK, copy, {
    recursive: true,
    dereference: true,
    filter: (file) => !/node_modules$/.test(file.slice(INK.length)),
  });
});
afterEach(() => rmSync(copy, { recursive: true }));

test('the installed Ink has all that we take the place of', () => {
  expect(() => checkInk(copy)).not.toThrow();
});

test.each(['output', 'squash-text-nodes', 'line-update', 'wrap-text', 'measure-text', 'styles'])(
  'an Ink without %s stops the build',
  (name) => {
    rmSync(join(copy, 'build', `${name}.js`));
    expect(() => checkInk(copy)).toThrow(
      new RegExp(`^Ink [\\d.]+ has no \`build/${name}\\.js\`, which ink-modules\\.ts .*: see docs/decisions/0004-`),
    );
  },
);

test('an Ink that no longer asks for one of them stops the build', () => {
  for (const file of ['measure-text', 'render-node-to-output'])
    writeFileSync(join(copy, 'build', `${file}.js`), 'export {};');
  expect(() => checkInk(copy)).toThrow(/^Ink [\d.]+ no longer imports `widest-line`/);
});
