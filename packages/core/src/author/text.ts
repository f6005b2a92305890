/* C0 and C1 controls drive terminals; bidi overrides reorder what follows them; U+FEFF is a stray byte-order mark. */
// eslint-disable-next-line no-control-regex -- removing them is the point
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/* Most texts are plain already; finding that out is many times cheaper than the replacements below. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Removes the characters with which a text could drive a terminal or reorder a line; keeps tab and line feed. */
export function stripControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** One line of plain text: no control characters, white space collapsed. */
export function cleanText(text: string): string {
  if (text === '' || PLAIN.test(text)) return text;
  return stripControls(text.replace(/[\t\r\n\u0085\u2028\u2029]/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;

/* What an ASCII letter is to a word: one that may start it, one that may only go on with it, or neither. */
const STARTS = 2;
const GOES_ON = 1;
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /[A-Za-z0-9]/.test(letter) ? STARTS : /['_-]/.test(letter) ? GOES_ON : 0;
});

/** How many words a text has; a script without spaces counts each letter as one. */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return text.match(WORDS)?.length ?? 0;
    const letter = LETTERS[code]!;
    if (!inWord && letter === STARTS) count += 1;
    inWord = letter === STARTS || (inWord && letter === GOES_ON);
  }
  return count;
}
