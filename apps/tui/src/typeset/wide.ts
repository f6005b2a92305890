import { fitLine, lineWidth, sliceLine, span, type Line } from './line.ts';

/**
 * A table that is wider than its page even when it is shrunk as far as it can be read, or a drawing. Its lines are whole;
 * the page shows them through a window, which moves from stop to stop. All its lines share one such object.
 */
export interface Wide {
  /** Columns of the screen that it fills, and that there are for it. */
  width: number;
  room: number;
  /** Where a window may begin: at each column of a table. */
  stops: readonly number[];
  /** Whether what stands before the second stop stays in sight, if that leaves room for the others. */
  keepsFirst: boolean;
}

/** What becomes of what is too wide: a window to move over it, or other words: a list for each row, or each arrow. */
export type TooWide = 'window' | 'records';

/** How much of its left stays in sight: the first column, which says what a row is about. */
function frozen({ stops, width, room, keepsFirst }: Wide): number {
  if (!keepsFirst) return 0;
  const first = stops[1] ?? 0;
  const others = stops.slice(1).map((stop, index) => (stops[index + 2] ?? width) - stop);
  return first + Math.max(0, ...others) <= room ? first : 0;
}

/** How often a window can be moved to the right before the end is in sight. */
export function lastMove(wide: Wide): number {
  const kept = frozen(wide);
  const movable = kept === 0 ? wide.stops : wide.stops.slice(1);
  return movable.findIndex((stop) => wide.width - stop <= wide.room - kept);
}

/** The column of the screen with which the window begins, right of what is frozen. */
function offset(wide: Wide, moves: number): number {
  const first = frozen(wide) === 0 ? 0 : 1;
  return wide.stops[Math.min(moves, lastMove(wide)) + first] ?? 0;
}

/** A line of the page as it is seen: that of a wide table through its window. */
export function seenLine(line: Line, moves: number): Line {
  const start = line.findIndex((piece) => piece.wide !== undefined);
  const wide = line[start]?.wide;
  if (wide === undefined) return line;
  const before = line.slice(0, start);
  const rest = line.slice(start);
  if (line[start]!.text === '') return [...before, ...track(wide, moves)];
  const kept = frozen(wide);
  const from = offset(wide, moves);
  return [
    ...before,
    ...fitLine(sliceLine(rest, 0, kept), kept),
    ...fitLine(sliceLine(rest, from, from + wide.room - kept), wide.room - kept),
  ];
}

/** How many moves bring some columns of a line into sight; as many as there were if they are, or need no window. */
export function movesToSee(line: Line, from: number, to: number, moves: number): number {
  const start = line.findIndex((piece) => piece.wide !== undefined);
  const wide = line[start]?.wide;
  if (wide === undefined) return moves;
  const before = lineWidth(line.slice(0, start));
  const [left, right] = [from - before, to - before];
  const kept = frozen(wide);
  const isSeen = (at: number) =>
    right <= kept || (left >= offset(wide, at) && right <= offset(wide, at) + wide.room - kept);
  if (isSeen(moves)) return moves;
  for (let at = 0; at <= lastMove(wide); at++) if (isSeen(at)) return at;
  return moves;
}

/** The line below a wide block: how much of it is seen, and the keys that move it. */
function track(wide: Wide, moves: number): Line {
  const hint = wide.room >= 30 ? ' H L ' : '';
  const length = Math.max(3, Math.min(24, wide.room - hint.length - 4));
  const thumb = Math.max(1, Math.min(length - 1, Math.round((wide.room / wide.width) * length)));
  const last = lastMove(wide);
  const at = last === 0 ? 0 : Math.round((Math.min(moves, last) / last) * (length - thumb));
  return [
    span(moves > 0 ? '◂ ' : '  ', 'strong'),
    span('─'.repeat(at), 'frame'),
    span('━'.repeat(thumb), 'strong'),
    span('─'.repeat(length - thumb - at), 'frame'),
    span(moves < last ? ' ▸' : '  ', 'strong'),
    span(hint, 'muted'),
  ];
}
