import { graphemes, PLAIN, widthOf, withText, type Line, type Span } from './line.ts';

/** A forced line break among the pieces of a paragraph. */
export const BREAK: Span = { text: '\n', style: PLAIN };

interface Word {
  spans: Span[];
  width: number;
  /** The space before it, in the style of the text it came from; nothing where two words touch. */
  gap: Span | undefined;
  /** Whether the author asked for a new line before it. */
  breaks: boolean;
}

/**
 * Breaks text into lines of at most this width. Breaks fall at spaces and beside ideographs; a word wider than the line
 * is cut between graphemes. U+00A0 keeps what it joins together.
 */
export function wrap(pieces: readonly Span[], width: number): Line[] {
  const room = Math.max(1, width);
  const lines: Line[] = [];
  let line: Line = [];
  let filled = 0;
  const flush = () => {
    lines.push(line);
    line = [];
    filled = 0;
  };
  for (const word of words(pieces)) {
    if (word.breaks) flush();
    const gap = word.gap !== undefined && filled > 0 ? 1 : 0;
    if (filled > 0 && filled + gap + word.width > room) flush();
    else if (gap === 1) {
      push(line, word.gap!);
      filled += 1;
    }
    for (const part of word.spans) {
      const partWidth = widthOf(part.text);
      if (filled + partWidth <= room) {
        push(line, part);
        filled += partWidth;
        continue;
      }
      let text = '';
      for (const grapheme of graphemes(part.text)) {
        const step = widthOf(grapheme);
        if (filled + step > room && filled > 0) {
          if (text !== '') push(line, withText(part, text));
          text = '';
          flush();
        }
        text += grapheme;
        filled += step;
      }
      if (text !== '') push(line, withText(part, text));
    }
  }
  if (line.length > 0 || lines.length === 0) flush();
  return lines;
}

/** The narrowest width at which {@link wrap} cuts no word, and the width of the text unwrapped. */
export function measure(pieces: readonly Span[]): { longestWord: number; whole: number } {
  let longestWord = 0;
  let whole = 0;
  let line = 0;
  for (const word of words(pieces)) {
    if (word.breaks) line = 0;
    longestWord = Math.max(longestWord, word.width);
    line += (word.gap !== undefined && line > 0 ? 1 : 0) + word.width;
    whole = Math.max(whole, line);
  }
  return { longestWord, whole };
}

/** Adds a span to a line, joined to the one before if nothing but the text differs. */
function push(line: Line, next: Span): void {
  const last = line.at(-1);
  const text = next.text.includes('\u00a0') ? next.text.replaceAll('\u00a0', ' ') : next.text;
  if (last !== undefined && last.style === next.style && last.target === next.target && last.anchor === undefined) {
    line[line.length - 1] = withText(last, last.text + text);
  } else {
    line.push(text === next.text ? next : withText(next, text));
  }
}

const SPACE = / +/;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
/** Ideographic punctuation that must not start a line. */
const CLOSING = /^[、。，．！？：；」』）】〉》・ー]$/u;

function words(pieces: readonly Span[]): Word[] {
  const out: Word[] = [];
  let word: Word = { spans: [], width: 0, gap: undefined, breaks: false };
  const flush = (gap: Span | undefined, breaks = false) => {
    if (word.spans.length > 0 || word.breaks) out.push(word);
    else if (word.gap !== undefined) gap ??= word.gap;
    word = { spans: [], width: 0, gap, breaks };
  };
  for (const piece of pieces) {
    if (piece === BREAK) {
      flush(undefined, true);
      continue;
    }
    const parts = piece.text.split(SPACE);
    for (const [index, part] of parts.entries()) {
      if (index > 0) flush(withText(piece, ' '));
      if (part === '') continue;
      for (const bit of WIDE.test(part) ? ideographs(part) : [part]) {
        if (bit !== part && word.spans.length > 0 && !CLOSING.test(bit) && (WIDE.test(bit) || endsWide(word))) {
          flush(undefined);
        }
        word.spans.push(bit === piece.text ? piece : withText(piece, bit));
        word.width += widthOf(bit);
      }
    }
  }
  if (word.spans.length > 0) out.push(word);
  return out;
}

/** A word in pieces between which a line may break: each ideograph, and each run of anything else. */
function ideographs(text: string): string[] {
  const out: string[] = [];
  let run = '';
  for (const grapheme of graphemes(text)) {
    if (!WIDE.test(grapheme)) {
      run += grapheme;
      continue;
    }
    if (run !== '') out.push(run);
    run = '';
    out.push(grapheme);
  }
  if (run !== '') out.push(run);
  return out;
}

function endsWide(word: Word): boolean {
  return WIDE.test(word.spans.at(-1)?.text ?? '');
}
