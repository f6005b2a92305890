/** The short way through plain frontmatter gives what the YAML parser gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readPlainYaml } from '../src/author/yaml-plain.ts';
import { readAnyYaml } from '../src/author/yaml.ts';

const RUNS = Number(process.env['RUNS'] ?? 2000);

test.each([
  ['words', 'title: Gradient descent, step by step (part 2)'],
  ['a number', 'minutes: 12'],
  ['quotes', 'title: "A, B: and #3"'],
  ['a list', 'tags: [theory, deep learning, "a, b"]\nid: a/b'],
  ['nothing', ''],
])('%s: is plain', (_name, yaml) => {
  expect({ kind: 'entries', entries: readPlainYaml(yaml) }).toEqual(readAnyYaml(yaml));
});

test.each([
  ['a second colon', 'title: Bias: a start'],
  ['a remark', 'title: Bias # a start'],
  ['a word that is no text', 'title: true'],
  ['a block', 'tags:\n  - theory'],
  ['a key twice', 'id: a\nid: b'],
  ['an escape', 'title: "a\\tb"'],
])('%s: is left to the parser', (_name, yaml) => {
  expect(readPlainYaml(yaml)).toBeUndefined();
});

const piece = fc.constantFrom(
  ...[
    'a',
    'B2',
    'word',
    '1',
    '0',
    '12',
    '007',
    '1e3',
    '.5',
    '-',
    '- ',
    ', ',
    ',',
    ' ',
    '  ',
    '_',
    '/',
    '(',
    ')',
    '+',
    '.',
    "'",
    '"',
  ],
  ...[
    '[',
    ']',
    '{',
    ': ',
    ':',
    ' #',
    '#',
    '\\',
    '\n',
    '\n  ',
    'true',
    'No',
    'null',
    '~',
    '*',
    '&',
    '!',
    '|',
    '>',
    '%',
    '@',
    'é',
    '\t',
    '0x1F',
    'inf',
  ],
);
const line = fc
  .tuple(
    fc.constantFrom('title', 'id', 'tags', 'x_1', 'true', 'é', '1'),
    fc.constantFrom(': ', ':', ':  '),
    fc.array(piece, { maxLength: 6 }),
  )
  .map(([key, colon, pieces]) => key + colon + pieces.join(''));
const list = fc
  .tuple(
    fc.constantFrom('tags', 'related'),
    fc.array(fc.array(piece, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    fc.constantFrom(', ', ','),
  )
  .map(([key, items, comma]) => `${key}: [${items.map((pieces) => pieces.join('')).join(comma)}]`);

test('random frontmatter: what is plain is read as the parser reads it', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(line, list), { maxLength: 3 }), (lines) => {
      const yaml = lines.join('\n');
      const entries = readPlainYaml(yaml);
      if (!entries) return;
      plain += 1;
      expect({ kind: 'entries', entries }).toEqual(readAnyYaml(yaml));
    }),
    { numRuns: RUNS },
  );
  expect(plain).toBeGreaterThan(RUNS / 50);
});
