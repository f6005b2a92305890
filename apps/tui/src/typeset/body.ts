import type { Body } from '@mlguide/core';

import { nothingAround, typesetBlocks } from './block.ts';
import type { Line } from './line.ts';
import type { TooWide } from './wide.ts';

const cache = new WeakMap<Body, Map<string, Line[]>>();

/**
 * A body as styled lines, none wider than `width` but those of a table under a window. Footnotes come last, under a rule,
 * wherever their author put them. The lines of a body that is typeset again at the same width are the same object.
 */
export function typesetBody(body: Body, width: number, tooWide: TooWide = 'records'): Line[] {
  const key = `${width} ${tooWide}`;
  let widths = cache.get(body);
  if (widths === undefined) cache.set(body, (widths = new Map()));
  let lines = widths.get(key);
  if (lines === undefined) {
    // One width is enough while reading; a window being dragged must not collect them all.
    if (widths.size > 3) widths.clear();
    widths.set(key, (lines = typesetAnew(body, width, tooWide)));
  }
  return lines;
}

function typesetAnew(body: Body, width: number, tooWide: TooWide): Line[] {
  const around = nothingAround(tooWide);
  const notes = body.children.filter((block) => block.type === 'footnoteDefinition');
  const lines = typesetBlocks(
    body.children.filter((block) => block.type !== 'footnoteDefinition'),
    width,
    around,
  );
  if (notes.length === 0) return lines;
  const rule: Line = [{ text: '─'.repeat(Math.min(12, width)), style: ['frame'] }];
  return [...lines, ...(lines.length > 0 ? [[]] : []), rule, ...typesetBlocks(notes, width, around)];
}
