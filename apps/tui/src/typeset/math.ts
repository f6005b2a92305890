import type { MathBlock } from '@mlguide/core';

import { cleanText } from './clean.ts';
import { span, type Line } from './line.ts';
import { beside, isFence, textBox, type Box } from './math-box.ts';
import { layout, layoutRow } from './math-layout.ts';
import { BINARY, isClosing, isOpening, isRow, RELATION, spaces } from './math-spacing.ts';
import { parseMathml, type MathNode } from './mathml.ts';
import { wrap } from './wrap.ts';

/**
 * A displayed formula in two dimensions: fractions stacked, limits above and below, brackets as tall as what they hold.
 * One that is too wide is broken before its relations and sums; if that is not enough, it is wrapped as one line of text.
 */
export function typesetMath(node: MathBlock, width: number): Line[] {
  const indent = width >= 24 ? 2 : 0;
  const room = width - indent;
  const lines = node.data === undefined ? undefined : drawMath(node.data.mathml, room);
  const text = cleanText(node.data?.text ?? node.value);
  const drawn = lines?.map((line): Line => [span(line, 'math')]) ?? wrap([span(text, 'math')], room);
  return indent === 0 ? drawn : drawn.map((line) => [span('  '), ...line]);
}

/** The rows of a formula, or nothing if it cannot be drawn within this width. */
export function drawMath(mathml: string, width: number): string[] | undefined {
  const math = parseMathml(mathml);
  const body = math.children.length === 1 ? math.children[0]! : { ...math, name: 'mrow' };
  const whole = layout(body, 0);
  if (whole.width === 0) return undefined;
  if (whole.width <= width) return whole.rows.map((row) => row.trimEnd());
  const rows = body.name === 'mtable' ? body.children.map((row) => ({ ...row, name: 'mrow' })) : [body];
  const parts = rows.flatMap(splitAtQuads);
  const out: string[] = [];
  for (const part of parts) {
    const lines = broken(part, width);
    if (lines === undefined) return undefined;
    const tall = lines.some((line) => line.rows.length > 1);
    for (const line of lines) {
      if (tall && out.length > 0) out.push('');
      out.push(...line.rows.map((row) => row.trimEnd()));
    }
  }
  return out;
}

/** A formula in more lines than this is easier to read as text. */
const MOST_LINES = 6;

/** A row in several lines: broken before relations, and where that is not enough also before sums. */
function broken(node: MathNode, width: number): Box[] | undefined {
  const row = flattenRow(node);
  for (const breakable of [RELATION, /^(?:[+−-])$/u]) {
    const lines: Box[] = [];
    let current: MathNode[] = [];
    const flush = () => {
      const [first, ...rest] = current;
      const sign = first?.name === 'mo' && BINARY.test(first.text) && lines.length > 0;
      const box = sign ? beside([textBox(`${first.text} `), layoutRow(rest, 0)]) : layoutRow(current, 0);
      lines.push(lines.length === 0 ? box : beside([textBox('  '), box]));
    };
    let depth = 0;
    for (const child of row) {
      if (child.name === 'mo' && isOpening(child)) depth += 1;
      if (child.name === 'mo' && isClosing(child)) depth -= 1;
      const isBreak = child.name === 'mo' && (breakable.test(child.text) || RELATION.test(child.text));
      if (
        isBreak &&
        depth === 0 &&
        current.length > 0 &&
        layoutRow([...current, ...chunk(row, child, breakable)], 0).width + 2 > width
      ) {
        flush();
        current = [];
      }
      current.push(child);
    }
    flush();
    if (lines.length <= MOST_LINES && lines.every((line) => line.width <= width)) return lines;
  }
  return undefined;
}

/** From one child up to the next place to break. */
function chunk(row: readonly MathNode[], from: MathNode, breakable: RegExp): MathNode[] {
  const start = row.indexOf(from);
  const rest = row.slice(start + 1);
  const next = rest.findIndex(
    (child) => child.name === 'mo' && (breakable.test(child.text) || RELATION.test(child.text)),
  );
  return next < 0 ? row.slice(start) : row.slice(start, start + 1 + next);
}

/** The formulas in a row of several, which authors set apart by wide spaces. */
function splitAtQuads(row: MathNode): MathNode[] {
  const parts: MathNode[][] = [[]];
  for (const child of flattenRow(row)) {
    if (child.name === 'mspace' && spaces(child.attributes['width']) >= 2) parts.push([]);
    else parts.at(-1)!.push(child);
  }
  return parts
    .filter((part) => part.length > 0)
    .map((children) => ({ name: 'mrow', attributes: {}, children, text: '' }));
}

function flattenRow(node: MathNode): MathNode[] {
  return isRow(node)
    ? node.children.flatMap((child) => (isRow(child) && !hasFence(child) ? flattenRow(child) : [child]))
    : [node];
}

function hasFence(node: MathNode): boolean {
  return node.children.some((child) => child.name === 'mo' && isFence(child.text));
}
