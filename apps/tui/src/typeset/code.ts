import type { Code, TokenKind } from '@mlguide/core';

import { cleanText, codeLines, expandTabs, cleanLines } from './clean.ts';
import { graphemes, lineWidth, PLAIN, span, widthOf, withText, type Line, type Meaning } from './line.ts';

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

/**
 * A block of code: its lines in colour behind a bar, long ones folded and marked. A diagram that fits is shown as its
 * drawing; one that does not, as its source.
 */
export function typesetCode(node: Code, width: number): Line[] {
  const drawing = node.data?.diagram?.drawing;
  if (drawing !== undefined && drawing.trim() !== '') {
    const lines = codeLines(drawing.replace(/\s+$/, ''));
    if (Math.max(...lines.map(widthOf)) <= width) return lines.map((line) => [span(line, 'code')]);
  }
  const room = Math.max(4, width - 2);
  const lines = node.data?.tokens?.map(tokenLine) ?? codeLines(node.value).map((line) => [span(line)]);
  const bar = span('▏ ', 'frame');
  return lines.flatMap((line) => foldCode(line, room)).map((line) => [bar, ...line]);
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
