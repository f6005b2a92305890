/** Makes a font that was cut as small as it can be without looking any different. */
import { readTables, writeTables } from './font-file.ts';
import { readGlyphs, writeGlyphs } from './font-glyphs.ts';
import { readCharacters, readMetrics, writeCharacters, writeMetrics } from './font-metrics.ts';
import { simplifyContour } from './font-outlines.ts';

/** What else a font shall draw. */
export interface Additions {
  /** Characters that are drawn like others of the font: `x` like the `𝑥` of formulas. */
  aliases?: readonly (readonly [as: string, like: string])[] | undefined;
  /** Another font, in units of the same size, all of whose characters come in. */
  guest?: Buffer | undefined;
}

/** In thousandths of the letters' size: a fiftieth of a pixel in running text. */
const tolerance = 1;

/**
 * A font with fewer points and without what no browser reads.
 *
 * @param font In the format that OpenType calls sfnt, without hints.
 */
export function leanFont(font: Buffer, { aliases = [], guest }: Additions = {}): Buffer {
  const tables = readTables(font);
  const [glyphs, metrics, characters] = [readGlyphs(tables), readMetrics(tables), readCharacters(tables)];
  for (const [as, like] of aliases) {
    const glyph = characters.get(like);
    if (glyph === undefined) throw new Error(`Unexpected font without \`${like}\`, expected it to draw \`${as}\``);
    characters.set(as, glyph);
  }
  if (guest) {
    const other = readTables(guest);
    const [itsGlyphs, itsMetrics] = [readGlyphs(other), readMetrics(other)];
    for (const [character, glyph] of readCharacters(other)) {
      characters.set(character, glyphs.length);
      glyphs.push(itsGlyphs[glyph]!);
      metrics.push(itsMetrics[glyph]!);
    }
  }

  const simple = glyphs.map((glyph, index) => {
    if ('composite' in glyph) return glyph;
    const contours = glyph.contours.map((contour) => simplifyContour(contour, tolerance));
    const [before, after] = [glyph.contours, contours].map((all) => Math.min(...all.flat().map(({ x }) => x)));
    // A browser puts an outline where its leftmost point says, and that may have moved.
    if (contours.length > 0) metrics[index]!.left += after! - before!;
    return { contours };
  });
  writeGlyphs(tables, simple);
  writeMetrics(tables, metrics);
  writeCharacters(tables, characters);
  // Its names, of which a browser shows none; the licence lies beside the fonts (see src/pages/fonts.txt.ts).
  tables.set('name', Buffer.from([0, 0, 0, 0, 0, 6]));
  return writeTables(tables);
}
