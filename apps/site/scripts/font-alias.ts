/** Gives glyphs of a font a second character. */

/**
 * A font in which some characters are drawn like others that it has: `x` like the `𝑥` of formulas.
 *
 * @param font In the format that OpenType calls sfnt.
 * @param pairs Each a character and the one whose glyph it takes.
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function aliasCharacters(font: Buffer, pairs: readonly (readonly [as: string, like: string])[]): Buffer {
  const entry = tableEntry(font, 'cmap');
  const glyphs = readGlyphs(font.subarray(font.readUInt32BE(entry + 8)));
  for (const [as, like] of pairs) {
    const glyph = glyphs.get(like.codePointAt(0)!);
    if (glyph === undefined) throw new Error(`Unexpected font without \`${like}\`, expected it to draw \`${as}\``);
    glyphs.set(as.codePointAt(0)!, glyph);
  }
  // The new table goes to the end; what reads the font next, the subsetter, leaves the old one out.
  const start = Math.ceil(font.length / 4) * 4;
  const table = writeGlyphs(glyphs);
  const copy = Buffer.concat([font, Buffer.alloc(start - font.length), table]);
  copy.writeUInt32BE(start, entry + 8);
  copy.writeUInt32BE(table.length, entry + 12);
  return copy;
}

/** Where the directory of a font speaks of a table: tag, checksum, offset and length. */
function tableEntry(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    if (font.toString('latin1', entry, entry + 4) === tag) return entry;
  }
  throw new Error(`Unexpected font without a table \`${tag}\``);
}

/** Glyphs by code point, from the subtable for all of Unicode (format 12). */
function readGlyphs(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.readUInt32BE(4 + 8 * index + 4);
    if (cmap.readUInt16BE(subtable) !== 12) continue;
    for (let group = 0; group < cmap.readUInt32BE(subtable + 12); group++) {
      const at = subtable + 16 + 12 * group;
      const [first, last, glyph] = [cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4), cmap.readUInt32BE(at + 8)];
      for (let point = first; point <= last; point++) glyphs.set(point, glyph + point - first);
    }
  }
  return glyphs;
}

function writeGlyphs(glyphs: ReadonlyMap<number, number>): Buffer {
  const sorted = [...glyphs].toSorted(([a], [b]) => a - b);
  const table = Buffer.alloc(28 + 12 * sorted.length);
  table.writeUInt16BE(1, 2); // One subtable …
  table.writeUInt16BE(3, 4); // … for Windows, which is what everybody reads, …
  table.writeUInt16BE(10, 6); // … with all of Unicode.
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(table.length - 12, 16);
  table.writeUInt32BE(sorted.length, 24);
  for (const [index, [point, glyph]] of sorted.entries()) {
    const at = 28 + 12 * index;
    table.writeUInt32BE(point, at);
    table.writeUInt32BE(point, at + 4);
    table.writeUInt32BE(glyph, at + 8);
  }
  return table;
}
