import type { Code, TokenKind } from '@mlguide/core';

import { cleanText, codeLines, expandTabs, cleanLines } from './clean.ts';
import { readFlowchart } from './flowchart.ts';
import { graphemes, lineWidth, PLAIN, span, widthOf, withText, type Line, type Meaning } from './line.ts';

import type { TooWide, Wide } from './wide.ts';
import { wrap } from './wrap.ts';

/** Through less than this nobody makes out a drawing. */
const NARROWEST_WINDOW = 30;

const MEANING: Record<TokenKind, readonly Meaning[]> = {
  keyword: ['keyword'],
  string: ['string'],
  number: ['number'],
  constant: ['constant'],
  comment: ['comment'],
  function: ['function'],
  parameter: ['parameter'],
  punctuation: ['punctuation'],
  link: ['string'],
  '': PLAIN,
};

/** A block of code: its lines in colour behind a bar, long ones folded and marked. A diagram is drawn, or told. */
export function typesetCode(node: Code, width: number, tooWide: TooWide): Line[] {
  const shown = diagram(node, width, tooWide);
  if (shown !== undefined) return shown;
  const room = Math.max(4, width - 2);
  const lines = node.data?.tokens?.map(tokenLine) ?? codeLines(node.value).map((line) => [span(line)]);
  const bar = span('▏ ', 'frame');
  return lines.flatMap((line) => foldCode(line, room)).map((line) => [bar, ...line]);
}

/**
 * A diagram as its drawing, through a window if it is wider than the page; where there is no drawing or no window, as its
 * arrows one by one. One that we do not understand is left as its source.
 */
function diagram(node: Code, width: number, tooWide: TooWide): Line[] | undefined {
  const drawing = node.data?.diagram?.drawing.replace(/\s+$/, '') ?? '';
  const lines = drawing === '' ? [] : codeLines(drawing);
  const widest = Math.max(0, ...lines.map(widthOf));
  if (lines.length > 0 && widest <= width) return lines.map((line) => [span(line, 'code')]);
  if (lines.length > 0 && tooWide === 'window' && width >= NARROWEST_WINDOW) {
    const step = Math.floor(width / 2);
    const stops = Array.from({ length: Math.ceil(widest / step) }, (_, index) => index * step);
    const wide: Wide = { width: widest, room: width, stops, keepsFirst: false };
    return [...lines.map((line) => [{ ...span(line === '' ? ' ' : line, 'code'), wide }]), [{ ...span(''), wide }]];
  }
  const arrows = node.lang === 'mermaid' ? readFlowchart(node.value) : undefined;
  return arrows?.flatMap(({ from, to, words }) => {
    const how =
      words === '' ? [span(' → ', 'frame')] : [span(' ─ ', 'frame'), span(words, 'muted'), span(' → ', 'frame')];
    const [first = [], ...rest] = wrap([span(from, 'code'), ...how, span(to, 'code')], Math.max(1, width - 2));
    return [[span('• ', 'bullet'), ...first], ...rest.map((line) => [span('  '), ...line])];
  });
}

function tokenLine(tokens: readonly (readonly [string, TokenKind])[]): Line {
  return tokens.map(([text, kind]) => ({
    text: text.includes('\t') ? expandTabs(cleanLines(text)).replaceAll('\n', ' ') : cleanText(text),
    style: MEANING[kind] ?? PLAIN,
  }));
}

/** Cuts a line of code into lines of at most this width; all but the first begin with a mark. */
function foldCode(line: Line, room: number): Line[] {
  if (lineWidth(line) <= room) return [line];
  const out: Line[] = [];
  let current: Line = [];
  let filled = 0;
  for (const piece of line) {
    let text = '';
    for (const grapheme of graphemes(piece.text)) {
      const step = widthOf(grapheme);
      if (filled + step > room) {
        current.push(withText(piece, text));
        out.push(current);
        current = [span('↪ ', 'muted')];
        filled = 2;
        text = '';
      }
      text += grapheme;
      filled += step;
    }
    if (text !== '') current.push(withText(piece, text));
  }
  out.push(current);
  return out;
}
