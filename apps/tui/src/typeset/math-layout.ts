import { cleanText } from './clean.ts';
import { above, alignBox, ascent, beside, descent, fence, textBox, type Box } from './math-box.ts';
import { limits, lineOf, withScripts } from './math-scripts.ts';
import {
  isClosing,
  isInfix,
  isInvisible,
  isOpening,
  isTallFraction,
  nucleus,
  spaces,
  touches,
  wantsGap,
} from './math-spacing.ts';
import type { MathNode } from './mathml.ts';
import { toSuperscript } from './script-letters.ts';

/** Lays out one element. `level` counts how deep it stands in scripts, where there is no room for spaces. */
export function layout(node: MathNode, level: number): Box {
  const child = (index: number, deeper = 0): Box =>
    node.children[index] === undefined ? textBox('') : layout(node.children[index], level + deeper);
  switch (node.name) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
    case 'ms':
      return textBox(cleanText(node.text).replace(/\p{Zs}/gu, ' '));
    case 'mspace':
      return textBox(' '.repeat(spaces(node.attributes['width'])));
    case 'mphantom': {
      const box = layoutRow(node.children, level);
      return { ...box, rows: box.rows.map(() => ' '.repeat(box.width)) };
    }
    case 'mfrac':
      return fraction(node, child(0), child(1), level);
    case 'msqrt':
      return root(layoutRow(node.children, level));
    case 'mroot':
      return beside([textBox(toSuperscript(lineOf(child(1, 1))) ?? ''), root(child(0))]);
    case 'msup':
      return withScripts(node.children[0], child(0), undefined, child(1, 1));
    case 'msub':
      return withScripts(node.children[0], child(0), child(1, 1), undefined);
    case 'msubsup':
      return withScripts(node.children[0], child(0), child(1, 1), child(2, 1));
    case 'munder':
      return limits(node, child(0), child(1, 1), undefined);
    case 'mover':
      return limits(node, child(0), undefined, child(1, 1));
    case 'munderover':
      return limits(node, child(0), child(1, 1), child(2, 1));
    case 'mtable':
      return table(node, level);
    case 'menclose':
      return enclosed(node, layoutRow(node.children, level));
    case 'annotation':
      return textBox('');
    default:
      return layoutRow(node.children, level);
  }
}

/** Boxes in a row, with the spaces that operators want and brackets that grow. */
export function layoutRow(all: readonly MathNode[], level: number): Box {
  const nodes = all.filter((node) => !isInvisible(node));
  const boxes = nodes.map((node) => layout(node, level));
  growFences(nodes, boxes);
  const out: Box[] = [];
  for (const [index, node] of nodes.entries()) {
    const box = boxes[index]!;
    const before = nodes[index - 1];
    const spaced = level === 0 && isInfix(nodes, index);
    const last = boxes[index - 1];
    const beyond = last !== undefined && (isTallFraction(before, last) || isTallFraction(node, box));
    const tallPair = last !== undefined && last.rows.length > 1 && box.rows.length > 1;
    if (
      spaced ||
      endsInWord(last, box) ||
      ((tallPair || beyond) && !touches(before, node)) ||
      (level === 0 && wantsGap(before, node))
    )
      addSpace(out);
    out.push(box);
    if (spaced || (level === 0 && /^[,;]$/.test(node.text) && node.name === 'mo' && index < nodes.length - 1))
      addSpace(out);
  }
  return beside(out);
}

/** Whether a letter would be read as part of the subscript before it: `N_w Nₒ`. */
function endsInWord(last: Box | undefined, box: Box): boolean {
  return (
    last?.rows.length === 1 && /_[\p{L}\p{N}]+$/u.test(last.rows[0]!) && /^[\p{L}\p{N}]/u.test(box.rows[box.baseline]!)
  );
}

function addSpace(out: Box[]): void {
  const last = out.at(-1);
  // One space between two boxes is enough, whoever asks for it.
  if (last !== undefined && !(last.rows.length === 1 && last.rows[0]!.endsWith(' '))) out.push(textBox(' '));
}

/** Makes every pair of brackets as tall as what stands between. */
function growFences(nodes: readonly MathNode[], boxes: Box[]): void {
  const open: number[] = [];
  for (const [index, node] of nodes.entries()) {
    if (['msup', 'msub', 'msubsup'].includes(node.name) && nucleus(node).name === 'mo') {
      closeWithScripts(nodes, boxes, open, index);
      continue;
    }
    if (node.name !== 'mo') continue;
    const isBar = /^[|∣‖∥]$/u.test(node.text);
    const opens = isOpening(node) && !(isBar && node.attributes['form'] === 'postfix');
    if (opens) {
      open.push(index);
    } else if (isClosing(node)) {
      const start = open.pop();
      if (start === undefined) continue;
      const held = boxes.slice(start + 1, index);
      if (held.length === 0) continue;
      const up = Math.max(...held.map(ascent));
      const down = Math.max(...held.map(descent));
      boxes[start] = fence(nodes[start]!.text, up, down);
      boxes[index] = node.text === '' ? textBox('') : fence(node.text, up, down);
    }
  }
}

/** A closing bracket that carries a power, as in `\\Big( … \\Big)^2`. */
function closeWithScripts(nodes: readonly MathNode[], boxes: Box[], open: number[], index: number): void {
  const node = nodes[index]!;
  const bracket = nucleus(node);
  if (!isClosing(bracket)) return;
  const start = open.pop();
  const held = start === undefined ? [] : boxes.slice(start + 1, index);
  if (start === undefined || held.length === 0) return;
  const up = Math.max(...held.map(ascent));
  const down = Math.max(...held.map(descent));
  if (up + down === 0) return;
  boxes[start] = fence(nodes[start]!.text, up, down);
  const [, first, second] = node.children.map((child) => layout(child, 1));
  const grown = fence(bracket.text, up, down);
  if (node.name === 'msup') boxes[index] = withScripts(bracket, grown, undefined, first);
  else boxes[index] = withScripts(bracket, grown, first, second);
}

function fraction(node: MathNode, top: Box, bottom: Box, level: number): Box {
  if (node.attributes['linethickness']?.startsWith('0') === true) {
    const width = Math.max(top.width, bottom.width);
    return above([top, textBox(' '.repeat(width)), bottom], 1);
  }
  const flat = top.rows.length === 1 && bottom.rows.length === 1;
  if (level > 0 && flat) {
    const part = (box: Box) => (/^[\p{L}\p{N}\p{M}]*$/u.test(box.rows[0]!) ? box.rows[0]! : `(${box.rows[0]!})`);
    return textBox(`${part(top)}/${part(bottom)}`);
  }
  return above([top, textBox('─'.repeat(Math.max(top.width, bottom.width))), bottom], 1);
}

function root(inside: Box): Box {
  if (inside.rows.length === 1 && /^(?:[\p{N}.]+|\p{L}[\p{M}\p{Lm}\p{No}₊₋⁺⁻]*)$/u.test(inside.rows[0]!)) {
    return textBox('√' + inside.rows[0]!);
  }
  const height = inside.rows.length;
  const rows = inside.rows.map((row, index) => (index === height - 1 ? '√' : '│') + row);
  return { rows: ['┌' + '─'.repeat(inside.width), ...rows], width: inside.width + 1, baseline: inside.baseline + 1 };
}

function enclosed(node: MathNode, inside: Box): Box {
  const notation = node.attributes['notation'] ?? '';
  if (notation.includes('top')) {
    if (inside.rows.length === 1 && inside.width === 1) return textBox(inside.rows[0]! + '\u0304');
    return above([textBox('─'.repeat(inside.width)), inside], 1);
  }
  if (notation.includes('box')) {
    const edge = '─'.repeat(inside.width + 2);
    const rows = [`┌${edge}┐`, ...inside.rows.map((row) => `│ ${row} │`), `└${edge}┘`];
    return { rows, width: inside.width + 4, baseline: inside.baseline + 1 };
  }
  return inside;
}

function table(node: MathNode, level: number): Box {
  const rows = node.children.map((row) => row.children.map((cell) => layoutRow(cell.children, level)));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => row[column]?.width ?? 0)),
  );
  const lines = rows.map((row, at) =>
    beside(
      widths.flatMap((width, column) => {
        const align = alignment(node.children[at]!.children[column]);
        const cell = row[column] ?? textBox('');
        const box = width === 0 ? textBox('') : alignBox(cell.width === 0 ? textBox(' ') : cell, width, align);
        // A right-aligned column before a left-aligned one is one equation, cut at its sign.
        const joins = align === 'left' && alignment(node.children[at]!.children[column - 1]) === 'right';
        return column === 0 ? [box] : [textBox(joins ? ' ' : '  '), box];
      }),
    ),
  );
  const tall = lines.some((line) => line.rows.length > 1);
  const width = Math.max(0, ...lines.map((line) => line.width));
  const all = lines.flatMap((line, at) => {
    const padded = alignBox(line, width, 'left').rows;
    return tall && at > 0 ? [' '.repeat(width), ...padded] : padded;
  });
  return { rows: all.length === 0 ? [''] : all, width, baseline: Math.floor((all.length - 1) / 2) };
}

function alignment(cell: MathNode | undefined): 'left' | 'center' | 'right' {
  const name = cell?.attributes['class'] ?? '';
  return name.includes('tml-left') ? 'left' : name.includes('tml-right') ? 'right' : 'center';
}
