/** Footnotes: marks in the text, one list at the end, and a way back. */
import type { Block, Body } from '@mlguide/core';

import { escapeHtml } from './escape.ts';

/** The footnotes of one body. */
export interface Footnotes {
  /** What every `id` of them begins with. */
  prefix: string;
  /** The text of each, by its identifier. */
  definitions: Map<string, Block[]>;
  /** The identifiers in the order of their first mark. */
  order: string[];
  /** How many marks each has so far. */
  marks: Map<string, number>;
}

/** The footnotes that a body defines, none of them marked yet. */
export function collectFootnotes(body: Body, prefix: string): Footnotes {
  const definitions = new Map<string, Block[]>();
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'footnoteDefinition') definitions.set(block.identifier, block.children);
      else if (block.type === 'blockquote') visit(block.children);
      else if (block.type === 'list') for (const item of block.children) visit(item.children);
    }
  };
  visit(body.children);
  return { prefix, definitions, order: [], marks: new Map() };
}

/** The mark of a footnote. */
export function renderReference(identifier: string, footnotes: Footnotes): string {
  if (!footnotes.definitions.has(identifier)) return '';
  if (!footnotes.order.includes(identifier)) footnotes.order.push(identifier);
  const number = footnotes.order.indexOf(identifier) + 1;
  const mark = (footnotes.marks.get(identifier) ?? 0) + 1;
  footnotes.marks.set(identifier, mark);
  const note = noteId(identifier, footnotes);
  return `<sup class="note-mark"><a id="${note}-mark-${mark}" href="#${note}" aria-label="Footnote ${number}">${number}</a></sup>`;
}

/**
 * The list of the footnotes that were marked; nothing without any.
 *
 * @param renderBlocks Makes HTML of the text of one.
 */
export function renderFootnotes(footnotes: Footnotes, renderBlocks: (blocks: readonly Block[]) => string): string {
  const items: string[] = [];
  // A footnote may mark another one, so the list can grow while we write it.
  for (let index = 0; index < footnotes.order.length; index++) {
    const identifier = footnotes.order[index]!;
    const note = noteId(identifier, footnotes);
    const text = renderBlocks(footnotes.definitions.get(identifier) ?? []);
    const back = `<a class="note-back" href="#${note}-mark-1" aria-label="Back to the text of footnote ${index + 1}">↩</a>`;
    const end = text.lastIndexOf('</p>');
    const withBack = end === -1 ? text + back : `${text.slice(0, end)} ${back}${text.slice(end)}`;
    items.push(`<li id="${note}">${withBack}</li>\n`);
  }
  return items.length === 0 ? '' : `<ol class="footnotes">\n${items.join('')}</ol>\n`;
}

function noteId(identifier: string, { prefix }: Footnotes): string {
  return escapeHtml(`${prefix}note-${identifier.replace(/\s+/g, '-')}`);
}
