/** A file larger than this is left out with a message, in UTF-16 units. */
export const MAX_FILE_LENGTH = 8_000_000;

/** Containers nested deeper than this on one line are left out with a message. */
export const MAX_NESTING = 100;

/** What is wrong with a text, and the line (from 1) on which it is. */
export interface Hostile {
  rule: 'too-large' | 'too-deep';
  reason: string;
  line: number;
}

/* Delimiters that a paragraph may hold before the parser's search for their partners costs seconds. */
const MAX_DELIMITERS = 4000;

/**
 * A cheap look at a text before it is parsed: what would take the parser minutes, or overflow its stack, is refused
 * with a message. Linear in the length of the text.
 */
export function findHostile(text: string): Hostile | undefined {
  if (text.length > MAX_FILE_LENGTH) {
    const size = `${(text.length / 1e6).toFixed(1)} million characters`;
    return { rule: 'too-large', reason: `Unexpected file of ${size}, expected at most 8 million`, line: 1 };
  }
  let line = 1;
  let delimiters = 0;
  let indent = 0;
  for (let start = 0; start <= text.length; line++) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const depth = nesting(text, start, end, indent);
    if (depth.containers > MAX_NESTING) {
      return { rule: 'too-deep', reason: `Unexpected nesting of over ${MAX_NESTING} lists or quotes`, line };
    }
    indent = depth.blank ? indent : depth.lists;
    delimiters = depth.blank ? 0 : delimiters + countDelimiters(text, start, end);
    if (delimiters > MAX_DELIMITERS) {
      const reason = `Unexpected paragraph with over ${MAX_DELIMITERS} marks of emphasis or links`;
      return { rule: 'too-deep', reason, line };
    }
    start = end + 1;
  }
  return undefined;
}

/* How many containers open on a line. Every two columns of indentation may be one list inside another, but only if
   lists were opened to hold them: deep indentation alone is code. */
function nesting(text: string, start: number, end: number, open: number) {
  let markers = 0;
  let columns = 0;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) columns += 1;
    else if (code === 9) columns += 4;
    else if (code === 62) markers += 1;
    else if ((code === 45 || code === 42 || code === 43) && isBlank(text.charCodeAt(at + 1))) markers += 1;
    else if (code >= 48 && code <= 57) {
      let next = at;
      while (next < end && next - at < 9 && text.charCodeAt(next) >= 48 && text.charCodeAt(next) <= 57) next++;
      const mark = text.charCodeAt(next);
      if ((mark !== 46 && mark !== 41) || !isBlank(text.charCodeAt(next + 1))) break;
      markers += 1;
      at = next;
    } else break;
  }
  const inherited = Math.min(Math.floor(columns / 2), open);
  return { containers: markers + inherited, lists: markers + inherited, blank: at >= end && markers === 0 };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || Number.isNaN(code);
}

function countDelimiters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // * _ [ ] ~ and ! open or close something; the parser looks for their partners.
    if (code === 42 || code === 95 || code === 91 || code === 93 || code === 126) count += 1;
  }
  return count;
}
