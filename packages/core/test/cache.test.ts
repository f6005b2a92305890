import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { readGuide, type MarkdownEngine } from '../src/author.ts';
import { parseMarkdown } from '../src/author/syntax.ts';

let folder: string;
let cache: string;
let parsed: number;
const engine: MarkdownEngine = (text) => {
  parsed += 1;
  return parseMarkdown(text);
};
const read = () => readGuide(folder, { cache, engine });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guide-'));
  cache = join(folder, '.cache');
  parsed = 0;
  writeFileSync(join(folder, 'index.md'), '# Guide\n\n![A tree](tree.svg)\n');
  writeFileSync(join(folder, 'trees.md'), '# Trees\n\nA tree asks. [Broken](nowhere.md)\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an unchanged guide is not parsed again, and is the same', async () => {
  const cold = await read();
  expect(parsed).toBe(2);
  const warm = await read();
  expect(parsed).toBe(2);
  expect(warm).toEqual(cold);
  expect(warm.bodies).toBe(warm.bodies);
});

test.each([
  ['a changed file', () => writeFileSync(join(folder, 'trees.md'), '# Trees\n\nA tree tells.\n')],
  ['a new file', () => writeFileSync(join(folder, 'forests.md'), '# Forests\n')],
  ['a file that is gone', () => rmSync(join(folder, 'trees.md'))],
  ['an image that was missing', () => writeFileSync(join(folder, 'tree.svg'), '<svg/>')],
])('%s is a miss', async (_name, change) => {
  const before = await read();
  change();
  parsed = 0;
  const after = await read();
  expect(parsed).toBeGreaterThan(0);
  expect(after).not.toEqual(before);
  expect(after).toEqual(await readGuide(folder));
});

test.each([
  ['cut in half', (entry: Buffer) => entry.subarray(0, entry.length / 2)],
  ['one bit wrong in the prose', (entry: Buffer) => flip(entry, entry.length - 30)],
  ['one bit wrong in the digest', (entry: Buffer) => flip(entry, 3)],
  ['empty', () => Buffer.alloc(0)],
  ['not ours', () => Buffer.from('{}\n{}\n{}\n{}')],
])('an entry that is %s is a miss, and is mended', async (_name, damage) => {
  const cold = await read();
  const path = join(cache, readdirSync(cache)[0]!);
  const entry = readFileSync(path);
  writeFileSync(path, damage(Buffer.from(entry)));
  parsed = 0;
  expect(await read()).toEqual(cold);
  expect(parsed).toBe(2);
  expect(readFileSync(path)).toEqual(entry);
});

test('a cache that cannot be written costs nothing but time', async () => {
  writeFileSync(join(folder, 'file'), '');
  const guide = await readGuide(folder, { cache: join(folder, 'file', 'cache') });
  expect(guide.guide.title).toBe('Guide');
});

function flip(bytes: Buffer, at: number): Buffer {
  bytes[at]! ^= 1;
  return bytes;
}
