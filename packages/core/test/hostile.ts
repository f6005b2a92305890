import type { RuleId } from '../src/author.ts';

/** Texts that were made to bring a parser down; each is one file of a guide. */
export const HOSTILE: Record<string, { text: () => string; rule?: RuleId }> = {
  // Those named in the design.
  'emphasis that nests': { text: () => '*a **a '.repeat(2000), rule: 'too-deep' },
  'lists nested 800 deep': {
    text: () => Array.from({ length: 800 }, (_unused, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    rule: 'too-deep',
  },
  'emphasis that never closes': { text: () => 'a_b*c '.repeat(16_000), rule: 'too-deep' },
  '4,000 lists on one line': { text: () => `${'- '.repeat(4000)}a`, rule: 'too-deep' },
  '16,000 quotations on one line': { text: () => `${'> '.repeat(16_000)}a`, rule: 'too-deep' },
  '50,000 brackets': { text: () => '['.repeat(50_000), rule: 'too-deep' },
  // Our own.
  '10,000 headings of one title': { text: () => '# Contents\n\n'.repeat(10_000) },
  '2,000 broken links among 2,000 headings': {
    text: () =>
      Array.from({ length: 2000 }, (_unused, n) => `## Heading number ${n}\n\n[x](#heading-nummer-${n})`).join('\n\n'),
  },
  '20,000 tags in one line': { text: () => `a ${'<b>'.repeat(20_000)}` },
  '20,000 tags in one block': { text: () => `<div>\n${'<div>'.repeat(20_000)}\n</div>` },
  'tags that never end': { text: () => `<div>\n${'<a '.repeat(100_000)}` },
  'comments that never end': { text: () => `<details><summary>a</summary>\n${'<!--'.repeat(50_000)}` },
  'summaries that never end': { text: () => `<details>\n${'<summary>'.repeat(50_000)}` },
  '2,000 open details': { text: () => '<details>\n\na\n\n'.repeat(2000) },
  'details and headings': { text: () => `<details>\n\n${'# a\n\n'.repeat(10_000)}</details>` },
  'brackets in an item': { text: () => `- a${'(b)'.repeat(30_000)} (c d e f g h` },
  'marks that never end': { text: () => `- ${'[TBD: '.repeat(3900)}` },
  '100,000 blanks in a heading': { text: () => `# a${' '.repeat(100_000)}:` },
  '50,000 dollars': { text: () => '$a '.repeat(50_000), rule: 'too-deep' },
  'aliases in the frontmatter': {
    text: () => {
      const lines = Array.from(
        { length: 12 },
        (_unused, n) => `a${n}: &a${n} [${`*a${n - 1},`.repeat(n === 0 ? 0 : 9)}x]`,
      );
      return `---\n${lines.join('\n')}\ntags: *a11\n---\n`;
    },
    rule: 'bad-frontmatter',
  },
  'a deep frontmatter': { text: () => `---\ntags: ${'['.repeat(20_000)}\n---\n`, rule: 'too-deep' },
  '20,000 keys in the frontmatter': {
    text: () => `---\n${Array.from({ length: 20_000 }, (_unused, n) => `key${n}: 1`).join('\n')}\n---\n`,
    rule: 'bad-frontmatter',
  },
  '10,000 definitions': {
    text: () => Array.from({ length: 10_000 }, (_unused, n) => `[a${n}]: https://example.org/${n}`).join('\n'),
  },
  '2,000 footnotes in a circle': {
    text: () =>
      Array.from({ length: 2000 }, (_unused, n) => `[^${n}]: see[^${(n + 1) % 2000}]\n`).join('\n') + '\nStart[^0]',
  },
  'a table of 1,900 columns': { text: () => `|${'a|'.repeat(1900)}\n|${'-|'.repeat(1900)}\n|${'b|'.repeat(1900)}` },
  '5,000 headings in items': {
    text: () => Array.from({ length: 5000 }, (_unused, n) => `1. ### Question ${n}?`).join('\n'),
  },
  '10,000 references to nothing': { text: () => '[a][b]\n\n'.repeat(10_000) },
  'a megabyte in one word': { text: () => 'a'.repeat(1_000_000) },
  'one line of half a megabyte in an item': { text: () => `- ${'word '.repeat(100_000)}` },
  '3,000 fences that never close': { text: () => '- ```\n'.repeat(3000) },
  'tabs and numbers': { text: () => '\t1) '.repeat(5000), rule: 'too-deep' },
  'a tower of setext headings': { text: () => 'a\n===\n'.repeat(10_000) },
  '30,000 entities': { text: () => '&#x1F600;&amp;&nope;'.repeat(10_000), rule: 'too-deep' },
  autolinks: { text: () => 'https://a.b/c(d '.repeat(10_000), rule: 'too-deep' },
  'mail addresses': { text: () => `${'a.'.repeat(50_000)}@b` },
  // Raw HTML, for whoever reads it.
  '5,000 elements in each other': { text: () => `<div>\n${'<div>\n'.repeat(5000)}word` },
  'a tag of 50,000 attributes': { text: () => `<div ${'a="b" '.repeat(50_000)}>word</div>` },
  'quotes that never end in 50,000 tags': { text: () => `<div>\n${'<a href="x '.repeat(50_000)}` },
  '20,000 spans in each other, in a line': { text: () => `a ${'<span>'.repeat(20_000)}b${'</span>'.repeat(20_000)}` },
  '20,000 cells over a million columns each': {
    text: () => `<table><tr>${'<td colspan=1000000>a'.repeat(20_000)}</table>`,
  },
  'cells over a million rows each': {
    text: () => `<table><tr>${'<td rowspan=1000000>a'.repeat(2000)}${'<tr><td>b'.repeat(5000)}</table>`,
  },
  'tables in tables': { text: () => `<table>\n${'<tr><td><table>'.repeat(5000)}word` },
  '5,000 headings in raw HTML': { text: () => '<h2 id="a">A<br></h2>\n\n'.repeat(5000) },
  '60,000 entities in raw HTML': { text: () => `<p>${'&amp;&nope;&#x110000;'.repeat(20_000)}</p>` },
  'lists of raw HTML in each other': { text: () => `<h2>a</h2>${'<ul><li>a'.repeat(10_000)}` },
  // What the parser puts right, for whoever makes it work.
  '5,000 numbers that lose their text': {
    text: () => Array.from({ length: 5000 }, (_unused, n) => `${n + 1000}. a\n\n   b\n`).join('\n'),
  },
  '2,000 numbers whose text is taken for code': {
    text: () => Array.from({ length: 2000 }, (_unused, n) => `${n + 1000}. a\n\n    b\n\n    c\n`).join('\n'),
  },
  '2,000 answers in each other': {
    text: () => `# Questions\n\n## Why?\n\n${'<details><summary>Answer</summary>\n\n'.repeat(2000)}`,
  },
  'a deep map in the frontmatter': { text: () => `---\nextra: ${'{a: '.repeat(3000)}\n---\n`, rule: 'bad-frontmatter' },
  'a megabyte without blanks, sentence by sentence': { text: () => `- ${'深度学习。'.repeat(200_000)}` },
};
