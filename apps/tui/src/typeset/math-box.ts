import { widthOf } from './line.ts';

/** A rectangle of text with a baseline: what formulas are built of. */
export interface Box {
  /** Its rows, each exactly `width` columns wide. */
  rows: string[];
  width: number;
  /** The row that stands on the line of the formula. */
  baseline: number;
}

/** A box of one row. */
export function textBox(text: string): Box {
  return { rows: [text], width: widthOf(text), baseline: 0 };
}

/** Rows above and below the baseline's own. */
export function ascent(box: Box): number {
  return box.baseline;
}
export function descent(box: Box): number {
  return box.rows.length - 1 - box.baseline;
}

/** Boxes side by side on one baseline. */
export function beside(boxes: readonly Box[]): Box {
  const shown = boxes.filter((box) => box.width > 0);
  if (shown.length === 0) return textBox('');
  if (shown.length === 1) return shown[0]!;
  const up = Math.max(...shown.map(ascent));
  const down = Math.max(...shown.map(descent));
  const rows = Array.from({ length: up + down + 1 }, (_, row) =>
    shown.map((box) => box.rows[row - up + box.baseline] ?? ' '.repeat(box.width)).join(''),
  );
  return { rows, width: shown.reduce((sum, box) => sum + box.width, 0), baseline: up };
}

/** Boxes one above the other, centred; the baseline is that of the box with this index. */
export function above(boxes: readonly Box[], main: number): Box {
  const width = Math.max(...boxes.map((box) => box.width));
  const rows = boxes.flatMap((box) => alignBox(box, width, 'center').rows);
  const before = boxes.slice(0, main).reduce((sum, box) => sum + box.rows.length, 0);
  return { rows, width, baseline: before + boxes[main]!.baseline };
}

/** A box of this width at least. */
export function alignBox(box: Box, width: number, align: 'left' | 'center' | 'right'): Box {
  const free = width - box.width;
  if (free <= 0) return box;
  const left = align === 'left' ? 0 : align === 'right' ? free : Math.floor(free / 2);
  const rows = box.rows.map((row) => ' '.repeat(left) + row + ' '.repeat(free - left));
  return { rows, width, baseline: box.baseline };
}

/** `above` and `below` put to the right of a base, raised and lowered. */
export function scripts(base: Box, raised: Box | undefined, lowered: Box | undefined): Box {
  const width = Math.max(raised?.width ?? 0, lowered?.width ?? 0);
  const blank = ' '.repeat(width);
  // A tall base carries its scripts beside its first and last row, a base of one row above and below it.
  const tall = base.rows.length > 1;
  const rows = base.rows.map(() => blank);
  let baseline = base.baseline;
  if (raised !== undefined) {
    const top = alignBox(raised, width, 'left').rows;
    if (tall) rows[0] = top.pop()!;
    rows.unshift(...top);
    baseline += top.length;
  }
  if (lowered !== undefined) {
    const bottom = alignBox(lowered, width, 'left').rows;
    if (tall) rows[rows.length - 1] = bottom.shift()!;
    rows.push(...bottom);
  }
  return beside([base, { rows, width, baseline }]);
}

const FENCES: Record<string, readonly [top: string, middle: string, bottom: string, centre?: string]> = {
  '(': ['⎛', '⎜', '⎝'],
  ')': ['⎞', '⎟', '⎠'],
  '[': ['⎡', '⎢', '⎣'],
  ']': ['⎤', '⎥', '⎦'],
  '{': ['⎧', '⎪', '⎩', '⎨'],
  '}': ['⎫', '⎪', '⎭', '⎬'],
  '⌈': ['⎡', '⎢', '⎢'],
  '⌉': ['⎤', '⎥', '⎥'],
  '⌊': ['⎢', '⎢', '⎣'],
  '⌋': ['⎥', '⎥', '⎦'],
  '|': ['│', '│', '│'],
  '∣': ['│', '│', '│'],
  '‖': ['║', '║', '║'],
  '∥': ['║', '║', '║'],
};

/** A bracket as tall as what it holds. */
export function fence(character: string, up: number, down: number): Box {
  const parts = FENCES[character];
  const height = up + down + 1;
  if (parts === undefined || height === 1) return textBox(character);
  const [top, middle, bottom, centre] = parts;
  if (centre !== undefined && height === 2) {
    return { rows: character === '{' ? ['⎰', '⎱'] : ['⎱', '⎰'], width: 1, baseline: up };
  }
  const rows = [top, ...Array.from({ length: height - 2 }, () => middle), bottom];
  if (centre !== undefined) rows[Math.min(height - 2, Math.max(1, up))] = centre;
  return { rows, width: 1, baseline: up };
}

/** Whether a character is a bracket that grows. */
export function isFence(character: string): boolean {
  return character in FENCES;
}
