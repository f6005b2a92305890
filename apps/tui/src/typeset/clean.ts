/**
 * What a terminal must never see in text from a guide, by what it would do there.
 *
 * - C0, DEL and C1 controls: start escape sequences, move the cursor, ring the bell.
 * - Bidirectional overrides, isolates and marks: reorder what stands beside them, the frame included.
 * - Joiners between emoji, variation selectors, skin tones, tags and keycaps: terminals disagree about how wide the
 *   result is, and a frame cannot stand on a guess. What is left is the emoji itself.
 * - Zero-width spaces, soft hyphens, fillers, invisible operators, byte-order marks: nothing to see, and again a guess.
 */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- such characters are what this is about.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{1f3fb}-\u{1f3ff}\u{e0000}-\u{e0fff}]/gu;
const SAFE = /^[\x20-\x7e]*$/;
const EMOJI_JOINER = /(?<=\p{Extended_Pictographic})\u200d|\u200d(?=\p{Extended_Pictographic})/gu;
const REGIONAL = /[\u{1f1e6}-\u{1f1ff}]/gu;

/** Text from a guide as one line that is safe on a terminal. Line breaks and tabs become spaces. */
export function cleanText(text: string): string {
  return SAFE.test(text) ? text : cleanLines(text).replace(/[\n\t]/g, ' ');
}

/** Text from a guide, safe on a terminal; its line breaks and tabs stay. */
export function cleanLines(text: string): string {
  if (SAFE.test(text)) return text;
  return (
    text
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(EMOJI_JOINER, '')
      .replace(FORBIDDEN, '')
      // Flags are pairs of letters; some terminals draw the pair in two columns, some in four.
      .replace(REGIONAL, (letter) => String.fromCharCode(letter.codePointAt(0)! - 0x1f1e6 + 65))
      .normalize('NFC')
  );
}

/** Source code as lines, its tabs expanded to columns of four. */
export function codeLines(text: string): string[] {
  return cleanLines(text).split('\n').map(expandTabs);
}

/** A line with its tabs expanded to columns of four. */
export function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let out = '';
  for (const character of line) out += character === '\t' ? ' '.repeat(4 - (out.length % 4)) : character;
  return out;
}
