/**
 * The glyphs of a font: what `glyf` and `loca` say.
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/glyf
 */
import type { Tables } from './font-file.ts';
import type { Contour, Point } from './font-outlines.ts';

/** One glyph: its outline, or what it is made of others by, as it stands in the file. */
export type Glyph = { contours: Contour[] } | { composite: Buffer };

const flags = { on: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 };

/** Every glyph by its number. */
export function readGlyphs(tables: Tables): Glyph[] {
  const [glyf, loca] = [tables.get('glyf')!, tables.get('loca')!];
  const long = tables.get('head')!.readInt16BE(50) === 1;
  const offset = (index: number) => (long ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index));
  return Array.from({ length: tables.get('maxp')!.readUInt16BE(4) }, (_, index) =>
    readGlyph(glyf.subarray(offset(index), offset(index + 1))),
  );
}

function readGlyph(data: Buffer): Glyph {
  const count = data.length === 0 ? 0 : data.readInt16BE(0);
  if (count < 0) return { composite: data };
  const ends = Array.from({ length: count }, (_, index) => data.readUInt16BE(10 + 2 * index));
  if (count === 0) return { contours: [] };
  const points: Point[] = [];
  let at = 10 + 2 * count;
  at += 2 + data.readUInt16BE(at); // Instructions, of which there are none.
  const marks: number[] = [];
  while (marks.length <= ends.at(-1)!) {
    const mark = data[at++]!;
    const times = mark & flags.repeat ? data[at++]! + 1 : 1;
    for (let time = 0; time < times; time++) marks.push(mark);
  }
  const read = (mark: number, short: number, same: number) => {
    if (mark & short) return mark & same ? data[at++]! : -data[at++]!;
    if (mark & same) return 0;
    at += 2;
    return data.readInt16BE(at - 2);
  };
  let [x, y] = [0, 0];
  for (const mark of marks)
    points.push({ x: (x += read(mark, flags.shortX, flags.sameX)), y: 0, on: (mark & flags.on) !== 0 });
  for (const [index, mark] of marks.entries()) points[index]!.y = y += read(mark, flags.shortY, flags.sameY);
  return { contours: ends.map((end, index) => points.slice(index === 0 ? 0 : ends[index - 1]! + 1, end + 1)) };
}

/** The tables with other glyphs, as many as before. */
export function writeGlyphs(tables: Tables, glyphs: readonly Glyph[]): void {
  const parts = glyphs.map((glyph) => ('composite' in glyph ? glyph.composite : writeGlyph(glyph.contours)));
  const padded = parts.map((part) => Buffer.concat([part, Buffer.alloc(-part.length & 3)]));
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  let end = 0;
  for (const [index, part] of padded.entries()) loca.writeUInt32BE((end += part.length), 4 * (index + 1));
  tables.set('glyf', Buffer.concat(padded));
  tables.set('loca', loca);
  const head = Buffer.from(tables.get('head')!);
  head.writeInt16BE(1, 50);
  tables.set('head', head);
}

function writeGlyph(contours: readonly Contour[]): Buffer {
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const data = Buffer.alloc(10 + 2 * contours.length + 2 + 5 * points.length);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  for (const [index, value] of [contours.length, ...box].entries()) data.writeInt16BE(value, 2 * index);
  let last = -1;
  for (const [index, contour] of contours.entries()) data.writeUInt16BE((last += contour.length), 10 + 2 * index);
  // The format for the web has a shorter way of its own: what is written here need not be short.
  let at = 12 + 2 * contours.length;
  for (const { on } of points) data[at++] = on ? flags.on : 0;
  for (const values of [xs, ys]) {
    for (const [index, value] of values.entries()) at = data.writeInt16BE(value - (values[index - 1] ?? 0), at);
  }
  return data;
}
