/** Something that came from the keyboard or the mouse. */
export type Input =
  | { type: 'key'; key: string }
  | { type: 'mouse'; button: 'left' | 'wheel-up' | 'wheel-down'; column: number; row: number }
  /** The terminal's window has got the keys back. */
  | { type: 'focus' };

const SEQUENCES: Record<string, string> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  '[H': 'home',
  '[F': 'end',
  OH: 'home',
  OF: 'end',
  '[1~': 'home',
  '[4~': 'end',
  '[7~': 'home',
  '[8~': 'end',
  '[5~': 'pageup',
  '[6~': 'pagedown',
  '[3~': 'delete',
  '[Z': 'shift-tab',
  '[1;2A': 'shift-up',
  '[1;2B': 'shift-down',
  '[1;2C': 'shift-right',
  '[1;2D': 'shift-left',
  '[1;3C': 'alt-right',
  '[1;3D': 'alt-left',
};
// Alt with an arrow comes as ESC before the arrow's own sequence on some terminals.
const PLAIN_NAMES: Record<string, string> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  ' ': 'space',
  '\u007f': 'backspace',
  '\b': 'backspace',
};

const ESCAPE = /^\u001b(\[[\u0030-\u003f]*[\u0020-\u002f]*[\u0040-\u007e]|O[A-Za-z])/; // eslint-disable-line no-control-regex
const PARTIAL = /^\u001b(?:\[[\u0030-\u003f]*|O)?$/; // eslint-disable-line no-control-regex
const MOUSE = /^\[<(\d+);(\d+);(\d+)([Mm])$/;

/**
 * What a chunk of terminal input means. A burst of keys arrives as one chunk, and a sequence may be cut between two:
 * `rest` belongs in front of the next chunk, or is the key Escape if nothing follows soon.
 */
export function decodeKeys(chunk: string): { inputs: Input[]; rest: string } {
  const inputs: Input[] = [];
  const key = (name: string) => inputs.push({ type: 'key', key: name });
  let at = 0;
  while (at < chunk.length) {
    const rest = chunk.slice(at, at + 64);
    if (rest[0] === '\u001b') {
      const sequence = ESCAPE.exec(rest)?.[1];
      if (sequence !== undefined) {
        const input = readSequence(sequence);
        if (input !== undefined) inputs.push(input);
        at += sequence.length + 1;
        continue;
      }
      if (PARTIAL.test(chunk.slice(at))) return { inputs, rest: chunk.slice(at) };
      key('escape');
      at += 1;
      continue;
    }
    const character = String.fromCodePoint(chunk.codePointAt(at)!);
    at += character.length;
    const code = character.charCodeAt(0);
    const name = PLAIN_NAMES[character];
    if (name !== undefined) key(name);
    else if (code > 0 && code <= 26) key(`ctrl-${String.fromCharCode(code + 96)}`);
    else if (code >= 32 && !(code >= 0x7f && code < 0xa0)) key(character);
  }
  return { inputs, rest: '' };
}

function readSequence(sequence: string): Input | undefined {
  const name = SEQUENCES[sequence];
  if (name !== undefined) return { type: 'key', key: name };
  if (sequence === '[I') return { type: 'focus' };
  const mouse = MOUSE.exec(sequence);
  if (mouse === null || mouse[4] === 'm') return undefined;
  const button = ({ 0: 'left', 64: 'wheel-up', 65: 'wheel-down' } as const)[Number(mouse[1])];
  if (button === undefined) return undefined;
  return { type: 'mouse', button, column: Number(mouse[2]) - 1, row: Number(mouse[3]) - 1 };
}
