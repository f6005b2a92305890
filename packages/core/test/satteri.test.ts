/** The optional engine gives the same tree, the same prose and the same messages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { markdownToMdast } from 'satteri';
import { expect, test, vi } from 'vitest';

import { parseGuide, readGuide } from '../src/author.ts';
import { satteri } from '../src/satteri.ts';
import * as syntax from '../src/author/syntax.ts';
import { randomDocument } from './random-markdown.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'input')));

vi.mock(import('../src/author/syntax.ts'), async (original) => {
  const actual = await original();
  return { ...actual, parseMarkdown: vi.fn(actual.parseMarkdown) };
});

test.each(fixtures)('%s: the same tree as with remark', async (name) => {
  const input = join(FOLDER, name, 'input');
  expect(await readGuide(input, { engine: satteri })).toEqual(await readGuide(input));
});

test('random documents: the same tree as with remark', () => {
  fc.assert(
    fc.property(randomDocument, ({ markdown }) => {
      const sources = [{ path: 'README.md', text: markdown }];
      expect(parseGuide(sources, { engine: satteri })).toEqual(parseGuide(sources));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  );
});

/* The differences that docs/markdown.md lists, a fixture each. That both engines give its tree is tested above. */
const differences = fixtures.filter((name) => name.startsWith('engines-'));

test.each(differences)('%s: Sätteri by itself reads it otherwise, so it is left to remark', (name) => {
  const text = readFileSync(join(FOLDER, name, 'input', 'README.md'), 'utf8');
  const features = { gfm: true, frontmatter: true, math: true } as const;
  expect(withoutPlaces(markdownToMdast(text, { features }))).not.toEqual(withoutPlaces(syntax.parseMarkdown(text)));
  vi.mocked(syntax.parseMarkdown).mockClear();
  satteri(text);
  expect(syntax.parseMarkdown).toHaveBeenCalledOnce();
});

test('docs/markdown.md names each of them', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/markdown.md'), 'utf8');
  expect([...page.matchAll(/fixtures\/(engines-[\w-]+)/g)].map(([, name]) => name).toSorted()).toEqual(differences);
});

/* What renderers are told beside the tree (`data`) is no difference in it. */
function withoutPlaces(root: unknown): unknown {
  return JSON.parse(
    JSON.stringify(root, (key, value: unknown) => (['position', 'data'].includes(key) ? undefined : value)),
  );
}

test('an ordinary file is not parsed twice', () => {
  vi.mocked(syntax.parseMarkdown).mockClear();
  satteri(
    '---\ntitle: T\n---\n\n# Trees\n\nAn address, https://example.org.\n\nA $x$ and a [link](https://example.org).\n\n$$\nx\n$$\n',
  );
  expect(syntax.parseMarkdown).not.toHaveBeenCalled();
});
