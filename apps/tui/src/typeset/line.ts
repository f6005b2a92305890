import { eastAsianWidth } from 'get-east-asian-width';

import type { Wide } from './wide.ts';

/**
 * What a piece of text means to its reader. The theme turns meanings into colours; no other file knows any.
 */
export type Meaning =
  | 'title'
  | 'heading'
  | 'subheading'
  | 'strong'
  | 'emphasis'
  | 'delete'
  | 'code'
  | 'math'
  | 'link'
  | 'muted'
  | 'frame'
  | 'bullet'
  | 'quote'
  | 'question'
  | 'answer'
  | 'good'
  | 'warn'
  | 'bad'
  | 'note'
  | 'important'
  | 'keyword'
  | 'string'
  | 'number'
  | 'constant'
  | 'comment'
  | 'function'
  | 'parameter'
  | 'punctuation'
  | 'selected'
  | 'cursor'
  | 'match'
  | 'match-here'
  | 'bar'
  | 'focus';

/** Something on a page that a reader can choose: follow, open or copy. */
export type Target =
  | { kind: 'link'; url: string; text: string }
  | { kind: 'question'; id: string }
  | { kind: 'node'; id: string }
  | { kind: 'resource'; id: string; url: string };

/** A run of text in one style. */
export interface Span {
  /** The text: no control characters, no line breaks. */
  text: string;
  /** What it means, outermost first. */
  style: readonly Meaning[];
  /** What choosing it does. Spans of one target share one object, also across lines. */
  target?: Target;
  /** The fragment of the heading that starts here. */
  anchor?: string;
  /** The table wider than the page whose line begins here. An empty text stands for the line that says so. */
  wide?: Wide;
}

/** One line on the screen. */
export type Line = Span[];

/** No style. */
export const PLAIN: readonly Meaning[] = [];

/** A span. */
export function span(text: string, ...style: Meaning[]): Span {
  return { text, style: style.length === 0 ? PLAIN : style };
}

/** A span with the text of one in its style, its target and nothing of its place. */
export function withText(from: Span, text: string): Span {
  return from.target === undefined ? { text, style: from.style } : { text, style: from.style, target: from.target };
}

const ASCII = /^[\x20-\x7e]*$/;
// Marks stand on the letter before them; so do the second and third part of a Hangul syllable.
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]$/u;
const columns = new Map<string, number>();

/**
 * How many columns a text fills: two for ideographs and emoji, none for marks, one for anything else.
 *
 * The text is one that `clean.ts` has seen: without joiners and selectors the sum over its characters is what terminals
 * do, and what Ink measures. (Ink's own `string-width` agrees, as a test says, but takes 20 ms to load.)
 */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    let own = columns.get(character);
    if (own === undefined) {
      own = NO_WIDTH.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)!);
      columns.set(character, own);
    }
    width += own;
  }
  return width;
}

/** How many columns a line fills. */
export function lineWidth(line: Line): number {
  let width = 0;
  for (const { text } of line) width += widthOf(text);
  return width;
}

/** The text of a line, without style. */
export function lineText(line: Line): string {
  return line.map(({ text }) => text).join('');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The graphemes of a text: what a reader calls characters. */
export function graphemes(text: string): string[] {
  return ASCII.test(text) ? text.split('') : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * The part of a line between two columns. A wide character cut in half leaves a space, so that the rest keeps its place.
 */
export function sliceLine(line: Line, from: number, to: number): Line {
  const out: Line = [];
  let column = 0;
  for (const piece of line) {
    const width = widthOf(piece.text);
    const start = column;
    column += width;
    if (column <= from && width > 0) continue;
    if (start >= to) break;
    if (start >= from && column <= to) {
      out.push(piece);
      continue;
    }
    let text = '';
    let at = start;
    for (const grapheme of graphemes(piece.text)) {
      const end = at + widthOf(grapheme);
      if (at >= from && end <= to) text += grapheme;
      else if (end > from && at < to) text += ' '.repeat(Math.min(end, to) - Math.max(at, from));
      at = end;
    }
    out.push({ ...piece, text });
  }
  return out;
}

/** A line of exactly this width: cut with `…`, or filled with spaces. */
export function fitLine(line: Line, width: number, fill: readonly Meaning[] = PLAIN): Line {
  const have = lineWidth(line);
  if (have === width) return line;
  if (have < width) return [...line, { text: ' '.repeat(width - have), style: fill }];
  if (width <= 0) return [];
  const cut = sliceLine(line, 0, width - 1);
  return [
    ...cut,
    { text: '…' + ' '.repeat(Math.max(0, width - 1 - lineWidth(cut))), style: cut.at(-1)?.style ?? fill },
  ];
}

/** A text of at most this width, cut with `…`. */
export function cutText(text: string, width: number): string {
  return widthOf(text) <= width ? text : lineText(fitLine([span(text)], width));
}
