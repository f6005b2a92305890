/** Core's own engine gives what remark gives with the same extensions, addresses that nobody marked included. */
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';

import { parseMarkdown } from '../src/author/syntax.ts';
import { randomDocument } from './random-markdown.ts';

const remark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

test.each([
  'See https://example.org/a and WWW.example.org.',
  'Write to somebody@example.org, or to [them@example.org](https://example.org).',
  'A [link](https://example.org) and `https://example.org` alone.',
  '[www.example.org][a]\n\n[a]: https://example.org',
  '| HTTP://example.org |\n| --- |\n| a |',
])('%s', (markdown) => {
  expect(parseMarkdown(markdown)).toEqual(remark.parse(markdown));
});

test('random documents without dollars, which remark does not know', () => {
  fc.assert(
    fc.property(randomDocument, ({ markdown }) => {
      const plain = markdown.replaceAll('$', '');
      expect(parseMarkdown(plain)).toEqual(remark.parse(plain));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  );
});
