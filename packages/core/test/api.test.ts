import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { apiPage } from '../scripts/api.ts';

test('docs/api/core.md is fresh, and every public name has a doc comment', () => {
  const page = apiPage();
  expect(readFileSync(new URL('../../../docs/api/core.md', import.meta.url), 'utf8')).toBe(page);
  // A name whose signature is followed by the next name at once has no words of its own.
  const bare = [...page.matchAll(/^### (\w+)\n\n```ts\n(?:(?!```)[\s\S])*?\n```\n\n?(?=\n?###? )/gmu)].map(
    ([, name]) => name,
  );
  expect(bare).toEqual([]);
});
