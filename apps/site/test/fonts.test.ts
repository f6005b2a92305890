import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { expect, it } from 'vitest';

import { findCharacters } from '../scripts/font-characters.ts';
import { readTables } from '../scripts/font-file.ts';
import { readGlyphs } from '../scripts/font-glyphs.ts';
import { leanFont } from '../scripts/font-lean.ts';
import { readCharacters, readMetrics } from '../scripts/font-metrics.ts';
import { choosePieces, type Piece } from '../scripts/font-pieces.ts';
import { limitVariants } from '../scripts/font-variants.ts';

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
  const textOf = (piece: Piece | undefined) =>
    piece && [piece.text, piece.guest?.text, ...(piece.aliases ?? []).map(([as]) => as)].join('');
  // Invisible, or drawn by no font.
  const drawn = (text: string) => [...text].filter((one) => !/\p{Cf}|\p{Z}|\n|\uFE0E/u.test(one));
  const faces = ["'Guide Math'", "'Guide Math Wide'"];
  const formulas = drawn(used.common + used.seldom + used.rare);
  expect(formulas.length).toBeGreaterThan(100);
  for (const one of formulas) {
    const piece = faces.map((face) => pieceFor(pieces, face, one)).find((found) => found !== undefined);
    expect(piece === undefined ? upright : textOf(piece), one).toContain(one);
  }
  for (const one of drawn(used.text).filter((one) => one < 'ſ')) {
    expect(textOf(pieceFor(pieces, "'Guide Text';font-style:normal", one)), one).toContain(one);
    expect(textOf(pieceFor(pieces, "'Guide Text';font-style:italic", one)), one).toContain(one);
  }
});

it('leaves the rare pieces to the pages that need them', () => {
  const pieces = choosePieces({ text: 'The naïve #1', common: '𝑥∑=', seldom: '∇', rare: '⊙⟺{' });
  const from = (face: string, text: string) => [...text].map((one) => pieceFor(pieces, face, one)?.name);
  expect(from("'Guide Text';font-style:normal", 'Tnï#')).toEqual(['text', 'text', 'text-rare', 'text-rare']);
  expect(from("'Guide Text';font-style:italic", 'Tvï1')).toEqual(['letters', 'letters', 'italic-rare', 'text']);
  expect(from("'Guide Math'", '𝑥∑∇⊙')).toEqual(['letters', 'math', 'math-seldom', 'math-rare']);
  // A browser looks for `<mi>∂</mi>` as it is written too, before it slants it.
  expect(from("'Guide Math'", '∂αΩ')).toEqual([undefined, undefined, undefined]);
  // What the text face has stands in formulas too.
  expect(from("'Guide Math'", '=1T')).toEqual([undefined, undefined, undefined]);
  expect(from("'Guide Math Wide'", '{ ')).toEqual(['math-wide', 'math-wide']);
});

/** Some of a font, in the format that OpenType calls sfnt. */
async function subsetOf(name: string, text: string): Promise<Buffer> {
  const file = createRequire(import.meta.url).resolve(name);
  const dropTables = ['MATH', 'GPOS', 'GSUB', 'GDEF'];
  const settings = { targetFormat: 'sfnt' as const, noHinting: true, dropTables }; // Its types do not know of hints.
  return subsetFont(await readFile(file), text, settings);
}

const math = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';
const italic = '@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-italic.woff2';

/** How a font draws a character: its points, and how wide. */
function drawingOf(font: Buffer, character: string) {
  const tables = readTables(font);
  const number = readCharacters(tables).get(character);
  return number === undefined ? undefined : { ...readGlyphs(tables)[number]!, ...readMetrics(tables)[number]! };
}

it('draws one character like another, and some of another font', async () => {
  const guest = await subsetOf(italic, 'f');
  const font = leanFont(await subsetOf(math, '𝑥𝑦'), { aliases: [['x', '𝑥']], guest });
  expect(drawingOf(font, 'x')).toEqual(drawingOf(font, '𝑥'));
  expect(drawingOf(font, 'f')).toEqual(drawingOf(leanFont(guest), 'f'));
  expect(drawingOf(font, 'y')).toBeUndefined();
  const missing = await subsetOf(math, '𝑦');
  expect(() => leanFont(missing, { aliases: [['x', '𝑥']] })).toThrow('Unexpected font without `𝑥`');
});

it('keeps every character and its width, with fewer points', async () => {
  // The first are all in the short table of characters, the others in the long one.
  for (const text of ['(∑≤⋅a', '(∑𝜆𝔼']) {
    const font = await subsetOf(math, text);
    const lean = leanFont(font);
    const points = (one: Buffer) =>
      readGlyphs(readTables(one)).flatMap((glyph) => ('contours' in glyph ? glyph.contours.flat() : [])).length;
    expect(points(lean)).toBeLessThan(0.9 * points(font));
    for (const one of text) expect(drawingOf(lean, one)?.advance, one).toBe(drawingOf(font, one)!.advance);
  }
});

it('keeps tall brackets only where there are no parts to make them of', async () => {
  const file = createRequire(import.meta.url).resolve(math);
  const whole = await convert(await readFile(file), 'sfnt');
  const glyphsFor = async (font: Buffer, text: string) =>
    readGlyphs(readTables(await subsetFont(font, text, { targetFormat: 'sfnt' }))).length;
  const limited = limitVariants(whole, 1500);
  expect(await glyphsFor(limited, '√')).toBe((await glyphsFor(whole, '√')) - 3);
  expect(await glyphsFor(limited, '∑')).toBe(await glyphsFor(whole, '∑'));
});
