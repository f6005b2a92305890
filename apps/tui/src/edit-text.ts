/** A text being written, and where the next letter goes: an index of UTF-16 units, never inside a character. */
export interface Draft {
  text: string;
  at: number;
}

/** No note is longer; what is pasted beyond it is not taken. */
const LONGEST = 20_000;

/** A draft after one more key; nothing if the key means nothing to it. */
export function editText(draft: Draft, key: string): Draft | undefined {
  const { text, at } = draft;
  const line = lineStart(text, at);
  const end = lineEnd(text, at);
  switch (key) {
    case 'left':
      return { text, at: before(text, at) };
    case 'right':
      return { text, at: after(text, at) };
    case 'up':
      return line === 0 ? { text, at: 0 } : { text, at: sameColumn(text, lineStart(text, line - 1), at - line) };
    case 'down':
      return end === text.length ? { text, at: end } : { text, at: sameColumn(text, end + 1, at - line) };
    case 'home':
    case 'ctrl-a':
      return { text, at: line };
    case 'end':
    case 'ctrl-e':
      return { text, at: end };
    case 'backspace':
      return cut(text, before(text, at), at);
    case 'delete':
      return cut(text, at, after(text, at));
    case 'ctrl-u':
      return cut(text, line, at);
    case 'ctrl-k':
      return cut(text, at, end);
    case 'ctrl-w':
      return cut(text, line + text.slice(line, at).replace(/\S*\s*$/, '').length, at);
    case 'enter':
      return insert(draft, '\n');
    case 'space':
      return insert(draft, ' ');
    case 'tab':
      return insert(draft, '  ');
    default:
      return [...key].length === 1 ? insert(draft, key) : undefined;
  }
}

function insert({ text, at }: Draft, more: string): Draft | undefined {
  if (text.length + more.length > LONGEST) return undefined;
  return { text: text.slice(0, at) + more + text.slice(at), at: at + more.length };
}

function cut(text: string, from: number, to: number): Draft {
  return { text: text.slice(0, from) + text.slice(to), at: from };
}

function before(text: string, at: number): number {
  return at - ([...text.slice(Math.max(0, at - 2), at)].at(-1)?.length ?? 0);
}

function after(text: string, at: number): number {
  return at + ([...text.slice(at, at + 2)][0]?.length ?? 0);
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** As far into the line that begins here as somebody was in another. */
function sameColumn(text: string, start: number, column: number): number {
  const at = Math.min(start + column, lineEnd(text, start));
  // Not between the halves of a character.
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}
