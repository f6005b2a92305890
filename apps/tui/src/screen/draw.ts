import { WIDEST_TEXT } from '../geometry.ts';
import { cleanText } from '../typeset/clean.ts';
import { fitLine, span, widthOf, type Line } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';

/** What a small screen shows: a head, a body that can be longer than the screen, and what can be done. */
export interface View {
  /** Names what the body is about; the body begins at its top whenever this changes. */
  page: string;
  title: string;
  /** Stands at the right of the head: how far the reader is, or a clock. */
  right: string;
  /** The body, at a width. */
  body: (width: number) => Line[];
  /** A sentence above the keys; it is never cut. */
  notice: string;
  isProblem: boolean;
  keys: readonly (readonly [key: string, what: string])[];
}

/** A screen as lines, and how many lines of the body are below its first. */
export interface Drawn {
  lines: Line[];
  /** The first line of the body that is shown, and the last that could be. */
  top: number;
  lastTop: number;
  /** Rows that the body has. */
  rows: number;
}

/** Draws a view on a screen. */
export function drawView(view: View, columns: number, rows: number, top: number, widest = WIDEST_TEXT): Drawn {
  const width = Math.max(1, Math.min(widest, columns - 2));
  const notice =
    view.notice === '' ? [] : wrap([span(cleanText(view.notice), view.isProblem ? 'bad' : 'note')], width).map(indent);
  // Every key is shown, on as many lines as it takes; but on the smallest screens the body goes first.
  const keys = keyLines(view.keys, columns - 1).slice(0, Math.max(1, Math.floor(rows / 3)));
  const below = [...notice.slice(0, Math.max(0, rows - 2 - keys.length)), ...keys];
  const room = Math.max(0, rows - 2 - below.length);
  const body = view.body(width).map(indent);
  const lastTop = Math.max(0, body.length - room);
  const from = Math.min(top, lastTop);
  const shown = Array.from({ length: room }, (_, index) => body[from + index] ?? []);
  const lines = [head(view, columns), rule(columns, from, lastTop), ...shown, ...below].slice(0, rows);
  return { lines: lines.map((line) => fitLine(line, columns)), top: from, lastTop, rows: room };
}

function head({ title, right }: View, columns: number): Line {
  const room = columns - widthOf(right) - 3;
  const left = fitLine([span(' '), span(cleanText(title), 'focus')], Math.max(0, room));
  return room < 4 ? [span(right, 'bar')] : [...left, span(` ${right} `, 'bar')];
}

/** The rule below the head; it says if there is more than is shown. */
function rule(columns: number, top: number, lastTop: number): Line {
  const more = lastTop === 0 ? '' : top < lastTop ? ` ${lastTop - top} more lines: j ` : ' end ';
  const length = Math.max(0, columns - widthOf(more) - 1);
  return [span('─'.repeat(length), 'frame'), span(more, 'muted'), span('─', 'frame')];
}

function keyLines(keys: View['keys'], room: number): Line[] {
  const lines: Line[] = [];
  let used = room;
  for (const [key, what] of keys) {
    const width = widthOf(key) + 1 + widthOf(what);
    if (used + width > room) {
      lines.push([span(' ')]);
      used = 1;
    }
    lines.at(-1)!.push(span(key, 'strong'), span(` ${what}   `, 'muted'));
    used += width + 3;
  }
  return lines;
}

function indent(line: Line): Line {
  return [span(' '), ...line];
}
