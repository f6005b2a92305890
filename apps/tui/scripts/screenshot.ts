/**
 * Draws the terminal program as an SVG: `node scripts/screenshot.ts PATH [KEYS] [ARGUMENTS…]`.
 *
 * The program runs on a real pseudo-terminal, and what its terminal shows is written down cell by cell. KEYS are typed
 * once it is there (`jjl`), ARGUMENTS are the program's own (by default `topic gradient-boosting`).
 */
import { writeFileSync } from 'node:fs';

import { PROGRAM } from '../test/program-path.ts';
import { PtySession } from '../test/pty-session.ts';
import type { Screen } from '../test/screen.ts';

const COLUMNS = 110;
const ROWS = 34;
const CELL = { width: 8.4, height: 17 };
const EDGE = 14;
const GROUND = '#15171c';
const TEXT = '#d6dae2';

const [path, keys = 'dd', ...args] = process.argv.slice(2);
if (path === undefined) throw new Error('expected the path of the picture');
const session = new PtySession(
  process.execPath,
  [PROGRAM, ...(args.length > 0 ? args : ['topic', 'gradient-boosting'])],
  { columns: COLUMNS, rows: ROWS, env: { COLORTERM: 'truecolor' } },
);
await session.untilShown('? keys');
// Until Ink has taken over from the first frame there is nothing more to see, but keys work already.
await new Promise((resolve) => setTimeout(resolve, 800));
for (const key of keys) await session.type(key);
await new Promise((resolve) => setTimeout(resolve, 500));
writeFileSync(path, drawSvg(session.screen));
session.kill();
process.exit(0);

function drawSvg({ terminal }: Screen): string {
  const width = Math.ceil(COLUMNS * CELL.width + 2 * EDGE);
  const height = ROWS * CELL.height + 2 * EDGE;
  const out: string[] = [];
  for (let row = 0; row < ROWS; row++) {
    const line = terminal.buffer.active.getLine(terminal.buffer.active.baseY + row);
    let run = { text: '', style: '', from: 0, reversed: false, cells: 0 };
    const flush = () => {
      if (run.text.trim() !== '' || run.reversed) out.push(drawRun(row, run));
    };
    for (let column = 0; column < COLUMNS; column++) {
      const cell = line?.getCell(column);
      if (cell === undefined || cell.getWidth() === 0) continue;
      const colour = cell.isFgRGB() ? `#${cell.getFgColor().toString(16).padStart(6, '0')}` : TEXT;
      const style = [
        `fill="${cell.isInverse() ? GROUND : colour}"`,
        cell.isBold() ? 'font-weight="700"' : '',
        cell.isItalic() ? 'font-style="italic"' : '',
        cell.isUnderline() ? 'text-decoration="underline"' : '',
      ]
        .filter(Boolean)
        .join(' ');
      const reversed = cell.isInverse() !== 0;
      if (style !== run.style || reversed !== run.reversed) {
        flush();
        run = { text: '', style, from: column, reversed, cells: 0 };
      }
      run.text += cell.getChars() || ' ';
      run.cells += cell.getWidth();
    }
    flush();
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="The terminal program: the tree of the guide at the left, a topic at the right">`,
    `<rect width="${width}" height="${height}" rx="10" fill="${GROUND}"/>`,
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace" font-size="14">`,
    ...out,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

interface Run {
  text: string;
  style: string;
  from: number;
  cells: number;
  reversed: boolean;
}

function drawRun(row: number, { text, style, from, cells, reversed }: Run): string {
  const top = EDGE + row * CELL.height;
  const at = (column: number) => (EDGE + column * CELL.width).toFixed(1);
  const block = reversed
    ? `<rect x="${at(from)}" y="${top}" width="${(cells * CELL.width).toFixed(1)}" height="${CELL.height}" fill="${TEXT}"/>`
    : '';
  const words = text.trim();
  if (words === '') return block;
  const lead = text.length - text.trimStart().length;
  const room = cells - lead - (text.length - text.trimEnd().length);
  // Every run is stretched to its cells, so that any font keeps the columns.
  const length = `textLength="${(room * CELL.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`;
  const shown = escapeXml(words).replaceAll(' ', '\u00a0');
  return `${block}<text x="${at(from + lead)}" y="${top + 13}" ${style} ${length}>${shown}</text>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
