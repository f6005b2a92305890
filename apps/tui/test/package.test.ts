import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { PROGRAM } from './program-path.ts';

const DIST = join(PROGRAM, '..');
const files = readdirSync(DIST);
const read = (file: string) => readFileSync(join(DIST, file), 'utf8');

/** A file of the program with all that is loaded with it. */
function closure(...first: string[]): string[] {
  const found = new Set(first);
  for (const file of found)
    for (const [, other] of read(file).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) found.add(other!);
  return [...found];
}

const chunk = (name: string) => {
  const found = files.filter((file) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file));
  expect(found, name).not.toEqual([]);
  return found;
};

test('the program draws without FSRS, the parser or the server for assistants', () => {
  const loaded = closure('mlguide.js', ...chunk('cli'), ...chunk('program'), ...chunk('mount'))
    .map(read)
    .join('\n');
  // A word that minifying leaves alone, from each.
  for (const word of ['request_retention', 'jsonrpc', 'formerly:']) {
    expect(
      files.some((file) => file.endsWith('.js') && read(file).includes(word)),
      word,
    ).toBe(true);
    expect(loaded.includes(word), word).toBe(false);
  }
});

test('the marks in the tree are read without FSRS', () => {
  expect(
    closure(...chunk('marks'))
      .map(read)
      .join('\n'),
  ).not.toContain('request_retention');
});

test('the server for assistants is a chunk of its own, which nobody else loads', () => {
  const others = closure(...files.filter((file) => file.endsWith('.js') && !file.startsWith('mcp-')));
  const own = closure(...chunk('mcp')).filter((file) => !others.includes(file));
  expect(read(own[0]!)).toContain('jsonrpc');
});

test('what reads and draws somebody else’s Markdown holds no parser: that ends with a process of its own', () => {
  const opened = closure('mlguide.js', ...chunk('cli'), ...chunk('program'), ...chunk('mount'), ...chunk('typeset'));
  expect(opened.map(read).join('\n')).not.toContain('formerly:');
});

test('all that is packed is less than a megabyte', () => {
  // What `files` names, and what npm always adds: there is no other licence here than that in `dist`.
  const packed = [...files.map((file) => join(DIST, file)), join(DIST, '../package.json'), join(DIST, '../README.md')];
  expect(packed.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(1_000_000);
});

test('the licence is packed', () => {
  expect(read('LICENSE')).toBe(readFileSync(join(DIST, '../../../LICENSE'), 'utf8'));
});
