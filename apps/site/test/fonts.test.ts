import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

import subsetFont from 'subset-font';
import { expect, it } from 'vitest';

import { aliasCharacters } from '../scripts/font-alias.ts';
import { findCharacters } from '../scripts/font-characters.ts';
import { choosePieces, type Piece } from '../scripts/font-pieces.ts';

/** Which piece a browser takes a character from: of the rules of a face that claim it, the last. */
function pieceFor(pieces: readonly Piece[], face: string, character: string): Piece | undefined {
  const point = character.codePointAt(0)!;
  return pieces.findLast(({ rules }) =>
    rules.some(
      (rule) =>
        rule.face.includes(face) &&
        rule.claims.split(',').some((run) => {
          const [first, last = first] = run.slice(2).split('-');
          return Number.parseInt(first!, 16) <= point && point <= Number.parseInt(last!, 16);
        }),
    ),
  );
}

it('finds every character of our guide in the piece that claims it', async () => {
  const used = await findCharacters(undefined);
  const pieces = choosePieces(used);
  const upright = pieces.find(({ name }) => name === 'text')!.text;
  // Invisible, or drawn by no font.
  const drawn = (text: string) => [...text].filter((one) => !/\p{Cf}|\p{Z}|\n|\uFE0E/u.test(one));
  const faces = ["'Guide Math'", "'Guide Math Wide'"];
  const formulas = drawn(used.common + used.rare);
  expect(formulas.length).toBeGreaterThan(100);
  for (const one of formulas) {
    const piece = faces.map((face) => pieceFor(pieces, face, one)).find((found) => found !== undefined);
    expect(piece === undefined ? upright : piece.text, one).toContain(one);
  }
  for (const one of drawn(used.text).filter((one) => one < 'ſ')) {
    expect(pieceFor(pieces, "'Guide Text';font-style:normal", one)?.text, one).toContain(one);
    expect(pieceFor(pieces, "'Guide Text';font-style:italic", one)?.text, one).toContain(one);
  }
});

it('leaves the rare pieces to the pages that need them', () => {
  const pieces = choosePieces({ text: 'The naïve #1', common: '𝑥∑=', rare: '⊙{' });
  const from = (face: string, text: string) => [...text].map((one) => pieceFor(pieces, face, one)?.name);
  expect(from("'Guide Text';font-style:normal", 'Tnï#')).toEqual(['text', 'text', 'text-rare', 'text-rare']);
  expect(from("'Guide Text';font-style:italic", 'Tvï1')).toEqual(['letters', 'italic', 'italic-rare', 'text']);
  expect(from("'Guide Math'", '𝑥∑⊙')).toEqual(['letters', 'math', 'math-rare']);
  // What the text face has stands in formulas too.
  expect(from("'Guide Math'", '=1T')).toEqual([undefined, undefined, undefined]);
  expect(from("'Guide Math Wide'", '{ ')).toEqual(['math-wide', 'math-wide']);
});

it('draws one character like another', async () => {
  const file = createRequire(import.meta.url).resolve(
    '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
  );
  const font = await subsetFont(await readFile(file), '𝑥y', { targetFormat: 'sfnt' });
  const aliased = aliasCharacters(font, [['x', '𝑥']]);
  const sizes = await Promise.all(
    ['x', 'y', 'z'].map(async (one) => (await subsetFont(aliased, one, { targetFormat: 'sfnt' })).length),
  );
  const like = (await subsetFont(font, '𝑥', { targetFormat: 'sfnt' })).length;
  expect(Math.abs(sizes[0]! - like)).toBeLessThan(32); // The table of characters differs, the outline does not.
  expect(sizes[2]).toBeLessThan(sizes[0]! - 32); // It has no `z`.
  expect(() => aliasCharacters(font, [['x', '𝑧']])).toThrow('Unexpected font without `𝑧`');
});
