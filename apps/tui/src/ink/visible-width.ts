import { widthOf } from '../typeset/line.ts';

// eslint-disable-next-line no-control-regex -- escape sequences are what is taken out.
const ESCAPES = /\u001b\[[\d;]*m|\u001b\]8;;[^\u0007]*\u0007/g;

/** How many columns a line with escape sequences fills. */
export function visibleWidth(line: string): number {
  return widthOf(line.includes('\u001b') ? line.replace(ESCAPES, '') : line);
}
