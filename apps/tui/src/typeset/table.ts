import type { Table } from '@mlguide/core';

import { inlineSpans } from './inline.ts';
import { fitLine, lineWidth, span, type Line, type Meaning, type Span } from './line.ts';
import type { TooWide, Wide } from './wide.ts';
import { measure, wrap } from './wrap.ts';

type Align = Table['align'][number];

/** A column is not made narrower than this, however long the table. */
const NARROWEST = 12;
/** Under a window a column is never narrower than its words, nor wider than is good to read. */
const LONGEST_WORD = 24;
const COMFORTABLE = 28;

/**
 * A table in a box. Columns shrink by what they hold and cells wrap; where even that is too wide, the page shows it
 * through a window, or every row becomes a little list. Nothing is ever torn or cut.
 */
export function typesetTable(table: Table, width: number, tooWide: TooWide): Line[] {
  const columns = Math.max(...table.children.map((row) => row.children.length));
  const rows = table.children.map((row, index) =>
    Array.from({ length: columns }, (_, column) =>
      inlineSpans(row.children[column]?.children ?? [], index === 0 ? ['strong'] : [], width),
    ),
  );
  const sizes = measureColumns(rows, columns);
  const narrowest = tooWide === 'window' ? LONGEST_WORD : NARROWEST;
  const widths = columnWidths(sizes, narrowest, width - 3 * columns - 1);
  if (widths !== undefined) return boxed(rows, widths, table.align);
  return tooWide === 'window' ? windowed(rows, sizes, table.align, width) : records(rows, width);
}

/** What the cells of a column want: all on one line, and no word cut. */
interface Size {
  whole: number;
  longestWord: number;
}

function measureColumns(rows: Span[][][], columns: number): Size[] {
  return Array.from({ length: columns }, (_, column) => {
    const sizes = rows.map((row) => measure(row[column]!));
    return {
      whole: Math.max(1, ...sizes.map(({ whole }) => whole)),
      longestWord: Math.max(1, ...sizes.map(({ longestWord }) => longestWord)),
    };
  });
}

/** A table in a box wider than the page, marked as such, with a line below it that says so. */
function windowed(rows: Span[][][], sizes: readonly Size[], align: readonly Align[], room: number): Line[] {
  // The first column should leave room for another beside it.
  const comfortable = Math.max(NARROWEST, Math.min(COMFORTABLE, Math.floor(room / 2) - 4));
  const widths = sizes.map(({ whole, longestWord }) =>
    Math.max(1, Math.min(whole, Math.max(comfortable, longestWord), room - 4)),
  );
  let at = 0;
  const stops = widths.map((width) => (at += width + 3) - width - 3);
  const wide: Wide = { width: at + 1, room, stops, keepsFirst: true };
  const lines = boxed(rows, widths, align).map(([first, ...others]) => [{ ...first!, wide }, ...others]);
  return [...lines, [{ ...span(''), wide }]];
}

function columnWidths(sizes: readonly Size[], narrowest: number, room: number): number[] | undefined {
  const wanted = sizes.map(({ whole }) => whole);
  const least = sizes.map(({ longestWord }) => Math.min(longestWord, narrowest));
  const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);
  if (sum(wanted) <= room) return wanted;
  if (sum(least) > room) return undefined;
  // Raise a common ceiling: short columns get what they want, and the long ones share what is left.
  const widths = [...least];
  for (let left = room - sum(least); left > 0;) {
    const hungry = widths.flatMap((have, column) => (have < wanted[column]! ? [column] : []));
    if (hungry.length === 0) break;
    const narrowest = hungry.reduce((best, column) => (widths[column]! < widths[best]! ? column : best));
    widths[narrowest]! += 1;
    left -= 1;
  }
  return widths;
}

function boxed(rows: Span[][][], widths: number[], align: readonly Align[]): Line[] {
  const rule = (left: string, middle: string, right: string): Line => [
    span(left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right, 'frame'),
  ];
  const cells = rows.map((row) => row.map((cell, column) => wrap(cell, widths[column]!)));
  // A row of several lines is told from the next by a rule; rows of one line each need none.
  const ruled = cells.slice(1).some((row) => row.some((lines) => lines.length > 1));
  const out: Line[] = [rule('┌', '┬', '┐')];
  for (const [index, row] of cells.entries()) {
    if (index === 1 || (index > 1 && ruled)) out.push(rule('├', '┼', '┤'));
    const height = Math.max(...row.map((lines) => lines.length));
    for (let at = 0; at < height; at++) {
      const line: Line = [span('│ ', 'frame')];
      for (const [column, lines] of row.entries()) {
        if (column > 0) line.push(span(' │ ', 'frame'));
        line.push(...aligned(lines[at] ?? [], widths[column]!, align[column] ?? null));
      }
      line.push(span(' │', 'frame'));
      out.push(line);
    }
  }
  out.push(rule('└', '┴', '┘'));
  return out;
}

function aligned(line: Line, width: number, align: Align): Line {
  const free = Math.max(0, width - lineWidth(line));
  const left = align === 'right' ? free : align === 'center' ? Math.floor(free / 2) : 0;
  return fitLine(left === 0 ? line : [span(' '.repeat(left)), ...line], width);
}

/** Each row as a list of `head: value`. */
function records(rows: Span[][][], width: number): Line[] {
  const [head = [], ...body] = rows;
  const muted: Meaning[] = ['muted'];
  const out: Line[] = [];
  for (const row of body.length > 0 ? body : [head]) {
    if (out.length > 0) out.push([]);
    for (const [column, cell] of row.entries()) {
      if (cell.length === 0) continue;
      const name = body.length > 0 ? head[column]! : [];
      const label: Span[] = name.length > 0 ? [...name, span(': ', 'strong')] : [];
      const first = column === 0 ? '• ' : '  ';
      for (const [at, line] of wrap([...label, ...cell], Math.max(1, width - 2)).entries()) {
        out.push([{ text: at === 0 ? first : '  ', style: muted }, ...line]);
      }
    }
  }
  return out;
}
