import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

import { digestOfFiles, Kept } from '../src/kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a build that asks for some results has to make. */
async function made(file: string, inputs: readonly string[], code = 'code'): Promise<string[]> {
  const kept = await Kept.open<string>(file, code);
  const make = vi.fn((input: string) => Promise.resolve(input.toUpperCase()));
  for (const input of inputs) expect(await kept.get(input, () => make(input))).toBe(input.toUpperCase());
  await kept.save();
  return make.mock.calls.map(([input]) => input);
}

test('makes only what the last build has not made', async () => {
  const file = join(folder, 'deep', 'few.json');
  expect(await made(file, ['a', 'b', 'a'])).toEqual(['a', 'b']);
  expect(await made(file, ['b', 'c'])).toEqual(['c']);
  // What was not asked for is not kept for ever.
  expect(await made(file, ['a', 'b', 'c'])).toEqual(['a']);
});

test('makes all of it with other code', async () => {
  const file = join(folder, 'code.json');
  await made(file, ['a']);
  expect(await made(file, ['a'], 'other code')).toEqual(['a']);
});

test.each([
  ['cut', (text: string) => text.slice(0, -3)],
  ['changed', (text: string) => text.replace('"A"', '"B"')],
  ['emptied', () => ''],
])('makes all of it if the file was %s', async (name, damage) => {
  const file = join(folder, `${name}.json`);
  await made(file, ['a']);
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  expect(await made(file, ['a'])).toEqual(['a']);
});

test('a digest of files tells their names and what they hold', async () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('one.txt', 'a');
  const digests = [await digestOfFiles(folder), await digestOfFiles(join(folder, 'one.txt'))];
  write('one.txt', 'b');
  digests.push(await digestOfFiles(folder), await digestOfFiles(join(folder, 'one.txt')));
  write('two.txt', '');
  digests.push(await digestOfFiles(folder));
  expect(new Set(digests).size).toBe(digests.length);
  expect(await digestOfFiles(folder)).toBe(digests.at(-1));
});
