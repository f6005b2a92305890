import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { higher, levelIn, readLevel } from '../src/changesets.ts';

test.each([
  ["---\n'@mlguide/content': minor\n---\n\nAdds…", 'minor'],
  ['---\n"@mlguide/content": major\n---\n', 'major'],
  ['---\r\n@mlguide/content: patch\r\n---\r\n', 'patch'],
  ["---\n'@mlguide/core': major\n'@mlguide/content': patch\n---\n", 'patch'],
  ["---\n'@mlguide/core': major\n---\n\n'@mlguide/content': major\n", 'none'],
  ['---\n---\n', 'none'],
  ['', 'none'],
])('%j says %s', (changeset, level) => {
  expect(levelIn(changeset, '@mlguide/content')).toBe(level);
});

test('the highest level of all changesets counts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mlguide-changesets-'));
  try {
    expect(await readLevel(folder, 'mlguide')).toBe('none');
    await writeFile(join(folder, 'a.md'), "---\n'mlguide': minor\n---\n");
    await writeFile(join(folder, 'b.md'), "---\n'mlguide': patch\n---\n");
    await writeFile(join(folder, 'README.md'), "---\n'mlguide': major\n---\n");
    expect(await readLevel(folder, 'mlguide')).toBe('minor');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('major is higher than minor, and none the lowest', () => {
  expect(higher('minor', 'major')).toBe('major');
  expect(higher('patch', 'none')).toBe('patch');
});
