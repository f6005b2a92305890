/** What each face weighs when it is bundled as it is published, and what it may import. */
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'tsdown';
import { afterAll, beforeAll, expect, test } from 'vitest';

import config from '../tsdown.config.ts';

/** Budgets in bytes, minified and then gzipped, with all that the face imports: what was measured, and a little. */
const BUDGETS = {
  'index.js': { minified: 29_000, gzipped: 10_700 },
  'author.js': { minified: 360_000, gzipped: 118_000 },
  'satteri.js': { minified: 176_000, gzipped: 56_000 },
};

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'core-'));
  await build({ ...config, outDir: folder, dts: false, logLevel: 'silent' });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with the chunks it imports, each once. */
function closure(file: string): string[] {
  const seen = new Set<string>();
  const stack = [file];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const [, name] of readFileSync(join(folder, at), 'utf8').matchAll(
      /(?:from|import)\s*["']\.\/([^"']+)["']/gu,
    )) {
      stack.push(name!);
    }
  }
  return [...seen];
}

test.each(Object.entries(BUDGETS))('%s stays within its budget', (file, budget) => {
  const parts = closure(file).map((one) => readFileSync(join(folder, one)));
  const minified = parts.reduce((sum, { length }) => sum + length, 0);
  const gzipped = parts.reduce((sum, part) => sum + gzipSync(part).length, 0);
  expect(minified).toBeLessThan(budget.minified);
  expect(gzipped).toBeLessThan(budget.gzipped);
  expect(gzipped).toBeGreaterThan(budget.gzipped * 0.8); // A budget far above is none.
});

test.each([
  ['@mlguide/core', 'index.js'],
  ['@mlguide/core/author', 'author.js'],
])('the README knows what %s weighs', (name, file) => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const said = new RegExp(`\\| \`${name}\` .*\\| (\\d+) KB`).exec(readme)?.[1];
  const gzipped = closure(file).reduce((sum, one) => sum + gzipSync(readFileSync(join(folder, one))).length, 0);
  expect(Math.abs(Number(said) - gzipped / 1000)).toBeLessThan(Math.max(1, gzipped / 20_000)); // One in twenty.
});

test('the reader’s face imports nothing: no node:*, no package', () => {
  for (const file of closure('index.js')) {
    const code = readFileSync(join(folder, file), 'utf8');
    const imports = [...code.matchAll(/(?:^|[;}\s])(?:import|export)\b[^;"']*?from\s*["']([^"']+)["']/gu)];
    expect(imports.map(([, name]) => name).filter((name) => !name!.startsWith('./'))).toEqual([]);
    expect(code).not.toMatch(/["'`]node:/u);
  }
});

test('the reader’s face is shaken down to what is used', async () => {
  const outDir = join(folder, 'shaken');
  const entry = { shaken: join(import.meta.dirname, 'shaken-entry.ts') };
  await build({ ...config, entry, outDir, dts: false, logLevel: 'silent' });
  const code = readdirSync(outDir)
    .map((file) => readFileSync(join(outDir, file), 'utf8'))
    .join('');
  expect(code.length).toBeLessThan(1000); // `walk` alone; the search and the diff are gone.
});
