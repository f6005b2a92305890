import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { apiPage, findUndocumented } from '../scripts/api.ts';

test('docs/api/core.md is fresh', () => {
  expect(readFileSync(new URL('../../../docs/api/core.md', import.meta.url), 'utf8')).toBe(apiPage());
});

test('every public name, and every field of one, has a doc comment', () => {
  expect(findUndocumented()).toEqual([]);
});
