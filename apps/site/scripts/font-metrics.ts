/**
 * What a font says beside its outlines: which glyph draws a character, and how wide each is.
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/otff
 */
import type { Tables } from './font-file.ts';

/** How wide a glyph is, and where in that its outline begins. */
export interface Metric {
  advance: number;
  left: number;
}

/** The number of each character's glyph. A subsetter writes the short subtable (format 4), the one for all of Unicode (12), or both. */
export function readCharacters(tables: Tables): Map<string, number> {
  const cmap = tables.get('cmap')!;
  const characters = new Map<string, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    const format = subtable.readUInt16BE(0);
    const found = format === 4 ? readShort(subtable) : format === 12 ? readLong(subtable) : [];
    for (const [point, glyph] of found) if (glyph !== 0) characters.set(String.fromCodePoint(point), glyph);
  }
  return characters;
}

function* readLong(subtable: Buffer): Iterable<[point: number, glyph: number]> {
  for (let group = 0; group < subtable.readUInt32BE(12); group++) {
    const at = 16 + 12 * group;
    const [first, last, glyph] = [
      subtable.readUInt32BE(at),
      subtable.readUInt32BE(at + 4),
      subtable.readUInt32BE(at + 8),
    ];
    for (let point = first; point <= last; point++) yield [point, glyph + point - first];
  }
}

function* readShort(subtable: Buffer): Iterable<[point: number, glyph: number]> {
  const size = subtable.readUInt16BE(6);
  for (let at = 14; at < 14 + size; at += 2) {
    const [last, first] = [subtable.readUInt16BE(at), subtable.readUInt16BE(at + size + 2)];
    const [delta, offset] = [subtable.readUInt16BE(at + 2 * size + 2), subtable.readUInt16BE(at + 3 * size + 2)];
    for (let point = first; point <= last && point !== 0xff_ff; point++) {
      // An offset counts from where it stands, to a list of numbers behind.
      const listed = offset && subtable.readUInt16BE(at + 3 * size + 2 + offset + 2 * (point - first));
      yield [point, offset !== 0 && listed === 0 ? 0 : ((offset === 0 ? point : listed) + delta) & 0xff_ff];
    }
  }
}

/** Writes which glyph draws which character, once, where a subsetter says it two or three times. */
export function writeCharacters(tables: Tables, characters: ReadonlyMap<string, number>): void {
  const groups: [first: number, last: number, glyph: number][] = [];
  const sorted = [...characters].map(([one, glyph]) => [one.codePointAt(0)!, glyph] as const);
  for (const [point, glyph] of sorted.toSorted(([a], [b]) => a - b)) {
    const group = groups.at(-1);
    if (group && group[1] + 1 === point && group[2] + point - group[0] === glyph) group[1] = point;
    else groups.push([point, point, glyph]);
  }
  const table = Buffer.alloc(28 + 12 * groups.length);
  table.writeUInt16BE(1, 2); // One subtable …
  table.writeUInt16BE(3, 4); // … for Windows, which is what everybody reads, …
  table.writeUInt16BE(10, 6); // … with all of Unicode.
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(table.length - 12, 16);
  table.writeUInt32BE(groups.length, 24);
  for (const [index, group] of groups.entries()) {
    for (const [place, value] of group.entries()) table.writeUInt32BE(value, 28 + 12 * index + 4 * place);
  }
  tables.set('cmap', table);
}

/** The metric of each glyph. */
export function readMetrics(tables: Tables): Metric[] {
  const hmtx = tables.get('hmtx')!;
  const wide = tables.get('hhea')!.readUInt16BE(34); // The rest is as wide as the last of these.
  return Array.from({ length: tables.get('maxp')!.readUInt16BE(4) }, (_, index) => ({
    advance: hmtx.readUInt16BE(4 * Math.min(index, wide - 1)),
    left: hmtx.readInt16BE(index < wide ? 4 * index + 2 : 2 * (wide + index)),
  }));
}

/** Writes the metric of each glyph, and with it how many there are. */
export function writeMetrics(tables: Tables, metrics: readonly Metric[]): void {
  const hmtx = Buffer.alloc(4 * metrics.length);
  for (const [index, { advance, left }] of metrics.entries()) {
    hmtx.writeInt16BE(left, hmtx.writeUInt16BE(advance, 4 * index));
  }
  const [hhea, maxp] = [Buffer.from(tables.get('hhea')!), Buffer.from(tables.get('maxp')!)];
  hhea.writeUInt16BE(metrics.length, 34);
  maxp.writeUInt16BE(metrics.length, 4);
  tables.set('hmtx', hmtx).set('hhea', hhea).set('maxp', maxp);
}
