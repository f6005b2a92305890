import type { Inline } from '@mlguide/core';

import { isLongFormula } from './render-typeset.ts';

const opening = /[([“‘]+$/;
const closing = /^[,.:;!?)\]”’%]+/;

/**
 * Ties formulas to the marks beside them: a line may break around a formula, but not between it and its comma.
 *
 * @param inlines The pieces of a line.
 * @param html What became of each.
 * @returns The same HTML, with marks moved next to the formulas that they belong to.
 */
export function keepFormulasWhole(inlines: readonly Inline[], html: readonly string[]): string[] {
  const pieces = [...html];
  for (const [index, inline] of inlines.entries()) {
    // A long one scrolls by itself on a phone, and must not take its neighbours along.
    if (inline.type !== 'inlineMath' || isLongFormula(inline)) continue;
    const before = (inlines[index - 1]?.type === 'text' && opening.exec(pieces[index - 1]!)?.[0]) || '';
    const after = (inlines[index + 1]?.type === 'text' && closing.exec(pieces[index + 1]!)?.[0]) || '';
    if (before === '' && after === '') continue;
    if (before !== '') pieces[index - 1] = pieces[index - 1]!.slice(0, -before.length);
    if (after !== '') pieces[index + 1] = pieces[index + 1]!.slice(after.length);
    pieces[index] = `<span class="whole">${before}${pieces[index]!}${after}</span>`;
  }
  return pieces;
}
