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
  if (!DEEP_LINE.test(text) && !hasLongParagraph(text)) return undefined;
  let line = 1;
  let delimiters = 0;
  let indent = 0;
  let fence: Fence | undefined;
  let html = false;
  let isFirst = true;
  for (let start = 0; start <= text.length; line++) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const inside = fence !== undefined;
    fence = nextFence(text.slice(start, Math.min(end, start + 400)), fence);
    // What stands between fences is code, whatever it looks like.
    if (inside && fence !== undefined) {
      start = end + 1;
      continue;
    }
    const depth = nesting(text, start, end, indent);
    if (depth.containers > MAX_NESTING) {
      return { rule: 'too-deep', reason: `Unexpected nesting of over ${MAX_NESTING} lists or quotes`, line };
    }
    indent = depth.blank ? indent : depth.lists;
    // A list item, a heading or a row of a table starts a paragraph of its own; a definition is none.
    if (depth.blank || depth.starts) delimiters = 0;
    // A block of raw HTML lasts to the next empty line, and nothing in it is looked at.
    if (depth.blank) html = false;
    else html ||= isFirst && HTML_BLOCK.test(text.slice(start, Math.min(end, start + 200)));
    isFirst = depth.blank;
    if (!html) delimiters += countDelimiters(text, start, end);
    if (delimiters > MAX_DELIMITERS) {
      const reason = `Unexpected paragraph with over ${MAX_DELIMITERS} marks of emphasis, links or entities`;
      return { rule: 'too-deep', reason, line };
    }
    start = end + 1;
  }
  return undefined;
}

/* Fifty characters that may open containers: a tab may open two, any other at most one. */
const DEEP_LINE = /^[ \t>*+\-\d.)]{50}/m;

/* Whether more stands between two empty lines than a paragraph with that many delimiters needs. */
function hasLongParagraph(text: string): boolean {
  for (let start = 0; start + MAX_DELIMITERS < text.length;) {
    const end = text.indexOf('\n\n', start);
    if ((end === -1 ? text.length : end) - start > MAX_DELIMITERS) return true;
    if (end === -1) return false;
    start = end + 1;
  }
  return false;
}

interface Fence {
  mark: string;
  column: number;
}

/* A fence ends at its closing line, or where a line stands left of it: then the list that held it has ended. */
function nextFence(line: string, open: Fence | undefined): Fence | undefined {
  const column = line.search(/\S/u);
  if (column === -1) return open;
  if (open && column >= open.column) {
    return line.trim().startsWith(open.mark) && /^[`~]+$/u.test(line.trim()) ? undefined : open;
  }
  const opening = /^((?:\s|[-*+]\s|\d{1,9}[.)]\s|>)*)(`{3,}|~{3,})(?!.*`)/u.exec(line);
  return opening ? { mark: opening[2]!, column: opening[1]!.length } : undefined;
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
  const next = text.charCodeAt(at);
  const definition = next === 91 && /^\[[^\]\n]{1,999}\]:/u.test(text.slice(at, Math.min(end, at + 1003)));
  const starts = markers > 0 || next === 124 || next === 35 || definition;
  return { containers: markers + inherited, lists: markers + inherited, blank: at >= end && markers === 0, starts };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || Number.isNaN(code);
}

/* Elements with which a line of raw HTML starts, whatever stands behind them on the line. */
const HTML_BLOCK =
  /^ {0,3}<\/?(?:table|caption|thead|tbody|tfoot|tr|td|th|ul|ol|li|dl|dt|dd|div|p|center|section|article|details|summary|blockquote|figure|h[1-6]|hr)(?=[\s>/])/i;

function countDelimiters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // * _ [ ] ~ ` and $ open or close something; the parser looks for their partners. At & @ and :/ it starts anew, and
    // puts the pieces together again one by one.
    if (code === 42 || code === 95 || code === 91 || code === 93 || code === 126 || code === 96 || code === 36)
      count += 1;
    else if (code === 38 || code === 64 || (code === 58 && text.charCodeAt(at + 1) === 47)) count += 1;
  }
  // So it does at a line ending that two blanks make hard.
  return text.charCodeAt(end - 1) === 32 && text.charCodeAt(end - 2) === 32 ? count + 1 : count;
}
