/** Dollars that are money are not parsed twice, and both engines agree on them, whatever stands around them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseGuide } from '../src/author.ts';
import { satteri } from '../src/satteri.ts';

const piece = fc.constantFrom(
  ...[
    '$',
    '$',
    '$',
    '\\$',
    '\\\\',
    '\\',
    '$5',
    '$1,750',
    ' ',
    ' ',
    '\n',
    'a',
    '7',
    'x^2',
    '`',
    '[',
    '](b)',
    ')',
    '.',
    '\t',
    '$$',
    '&#36;',
    '{',
    '}',
  ],
  ...[
    'a@b',
    'a@b.c',
    'me@example.org',
    '(@a',
    '@',
    'pass@k',
    'recall@5',
    'a@0.5',
    '|',
    '~',
    '<',
    'www.',
    'https://a.b',
  ],
);

test('random money and formulas: the same tree with both engines', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const sources = [{ path: 'README.md', text: `# A\n\nb ${pieces.join('')} c\n` }];
      expect(parseGuide(sources, { engine: satteri })).toEqual(parseGuide(sources));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 2000) },
  );
});
