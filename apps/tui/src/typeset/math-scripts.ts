import { above, beside, scripts, textBox, type Box } from './math-box.ts';
import type { MathNode } from './mathml.ts';
import { toSubscript, toSuperscript } from './script-letters.ts';

/** A base with what stands lower and higher at its right: small letters where Unicode has them, else rows of their own. */
export function withScripts(
  node: MathNode | undefined,
  base: Box,
  lowered: Box | undefined,
  raised: Box | undefined,
): Box {
  const up = raised && flatScript(raised, toSuperscript);
  const down = lowered && (flatScript(lowered, smallSubscript) ?? flatScript(lowered, wordSubscript));
  const isFlat =
    base.rows.length === 1 || (node !== undefined && base.baseline === base.rows.length - 1 && raised === undefined);
  const isWord = down?.startsWith('_') === true;
  // `χ²_ν`, not `χ_ν²`: the square belongs to the letter.
  const flat = isWord ? (up ?? '') + down! : (down ?? '') + (up ?? '');
  if (isFlat && (raised === undefined || up !== undefined) && (lowered === undefined || down !== undefined)) {
    return beside([base, textBox(flat)]);
  }
  // Letters that Unicode can raise stay on the line of a flat base even if the other script cannot.
  if (isFlat && up !== undefined) return scripts(beside([base, textBox(up)]), undefined, lowered);
  if (isFlat && down !== undefined) return scripts(beside([base, textBox(down)]), raised, undefined);
  // Beside brackets of several rows even the small letters stand where a reader looks for them.
  return scripts(base, up === undefined ? raised : textBox(up), down === undefined ? lowered : textBox(down));
}

/** Letters below the line, unless they are a word: `C_error` reads better than five tiny letters. */
function smallSubscript(text: string): string | undefined {
  return /^\p{L}{3,}$/u.test(text) ? undefined : toSubscript(text);
}

/** A word as a subscript, the way inline formulas have it: `D_KL`. Lowered by a row it would stretch every bracket. */
function wordSubscript(text: string): string | undefined {
  return /^[\p{L}\p{N}]+$/u.test(text) ? `_${text}` : undefined;
}

function flatScript(box: Box, convert: (text: string) => string | undefined): string | undefined {
  return box.rows.length === 1 ? convert(box.rows[0]!) : undefined;
}

const ACCENT: Record<string, string> = {
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '~': '\u0303',
  '¯': '\u0304',
  '‾': '\u0304',
  '―': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20d7',
  '⃗': '\u20d7',
  ˇ: '\u030c',
  '˘': '\u0306',
};

/** A base with what stands below and above it: an accent, a brace, or the limits of a sum. */
export function limits(node: MathNode, base: Box, under: Box | undefined, over: Box | undefined): Box {
  const mark = over === undefined ? '' : lineOf(over).trim();
  const accent = ACCENT[mark];
  if (accent !== undefined && under === undefined) {
    if (base.rows.length === 1 && base.width === 1) return textBox(base.rows[0]! + accent);
    const long = accent === '\u0304' ? '─'.repeat(base.width) : mark;
    return above([textBox(long), base], 1);
  }
  const brace = (box: Box | undefined, sign: string, ends: string): Box | undefined =>
    box !== undefined && lineOf(box) === sign && base.width >= 3 ? textBox(bracket(base.width, ends)) : box;
  const parts: Box[] = [];
  const top = brace(over, '⏞', '╭┴╮');
  const bottom = brace(under, '⏟', '╰┬╯');
  if (top !== undefined) parts.push(top);
  parts.push(base);
  const main = parts.length - 1;
  if (bottom !== undefined) parts.push(bottom);
  // An underbrace and its label come as one `munder` in another.
  return node.children.length === 0 ? base : above(parts, main);
}

function bracket(width: number, ends: string): string {
  const [left, middle, right] = [...ends] as [string, string, string];
  const half = Math.floor((width - 3) / 2);
  return left + '─'.repeat(half) + middle + '─'.repeat(width - 3 - half) + right;
}

/** The text of a box of one row; `''` for a taller one. */
export function lineOf(box: Box): string {
  return box.rows.length === 1 ? box.rows[0]! : '';
}
