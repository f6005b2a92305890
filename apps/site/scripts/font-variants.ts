/**
 * Leaves out the largest of the sizes in which a font has brackets and roots ready made: it has parts too, of which a
 * browser puts together any size, and formulas so tall are few.
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/math
 */
import { readTables, writeTables } from './font-file.ts';

/**
 * A font without the sizes above a limit, wherever there are parts to make them of.
 *
 * @param font In the format that OpenType calls sfnt.
 * @param most In the font's own units.
 */
export function limitVariants(font: Buffer, most: number): Buffer {
  const tables = readTables(font);
  const math = Buffer.from(tables.get('MATH')!);
  const variants = math.subarray(math.readUInt16BE(8));
  const count = variants.readUInt16BE(6) + variants.readUInt16BE(8);
  for (let index = 0; index < count; index++) {
    const glyph = variants.subarray(variants.readUInt16BE(10 + 2 * index));
    const hasParts = glyph.readUInt16BE(0) !== 0;
    const sizes = Array.from({ length: glyph.readUInt16BE(2) }, (_, size) => glyph.readUInt16BE(6 + 4 * size));
    // They stand in order; what is behind the last one that counts is not read.
    if (hasParts) glyph.writeUInt16BE(sizes.filter((size) => size <= most).length, 2);
  }
  return writeTables(tables.set('MATH', math));
}
