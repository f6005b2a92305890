/** The optional engine gives the same tree, the same prose and the same messages. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
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

/* The differences listed in docs/markdown.md: each file is given to remark instead. */
const DIFFERENCES: Record<string, string> = {
  'two dollars that are money': 'It costs $5 and $10.',
  'a formula with a blank inside its dollars': 'Here $ x $ is no formula.',
  'frontmatter that never ends': '---\n\n- a\n',
  'frontmatter in TOML': '+++\na = 1\n+++\n',
  'a formula on the line of its fence': '$$\\begin{aligned}\na\n\\end{aligned}$$\n\n## More',
  'a text in two pieces, behind an address behind a bracket': '[a ~https://example.org: b',
  'a hard line break in the text of an image': '![a\\\nb](x.png)',
};

test.each(Object.entries(DIFFERENCES))('%s: is left to remark', (_name, text) => {
  vi.mocked(syntax.parseMarkdown).mockClear();
  satteri(text);
  expect(syntax.parseMarkdown).toHaveBeenCalledOnce();
});

test('an ordinary file is not parsed twice', () => {
  vi.mocked(syntax.parseMarkdown).mockClear();
  satteri(
    '---\ntitle: T\n---\n\n# Trees\n\nAn address, https://example.org.\n\nA $x$ and a [link](https://example.org).\n\n$$\nx\n$$\n',
  );
  expect(syntax.parseMarkdown).not.toHaveBeenCalled();
});
