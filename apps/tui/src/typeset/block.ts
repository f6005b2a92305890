import type { AlertKind, Block, Blockquote, List } from '@mlguide/core';

import { cleanText } from './clean.ts';
import { typesetCode } from './code.ts';
import { inlineSpans } from './inline.ts';
import { PLAIN, span, widthOf, type Line, type Meaning, type Span } from './line.ts';
import { typesetMath } from './math.ts';
import { typesetTable } from './table.ts';
import type { TooWide } from './wide.ts';
import { wrap } from './wrap.ts';

/** Below this width nothing is indented any further: a word in a column of three helps nobody. */
const NARROW = 14;

/** What a block inherits from those it stands in. */
export interface Around {
  style: readonly Meaning[];
  /** How many lists it stands in. */
  depth: number;
  /** Whether it stands in a list without empty lines. */
  tight: boolean;
  /** What becomes of its tables. */
  tooWide: TooWide;
}

/** A block on its own. */
export function nothingAround(tooWide: TooWide): Around {
  return { style: PLAIN, depth: 0, tight: false, tooWide };
}

/** Blocks as lines of at most this width, an empty line between two blocks unless they stand in a tight list. */
export function typesetBlocks(blocks: readonly Block[], width: number, around: Around): Line[] {
  const out: Line[] = [];
  for (const [index, block] of blocks.entries()) {
    const lines = typesetBlock(block, width, around);
    if (index > 0 && !(around.tight && block.type !== 'code' && block.type !== 'math')) out.push([]);
    for (const line of lines) out.push(line);
  }
  return out;
}

function typesetBlock(block: Block, width: number, around: Around): Line[] {
  switch (block.type) {
    case 'paragraph':
      return wrap(inlineSpans(block.children, around.style, width), width);
    case 'heading':
      return heading(block, width);
    case 'blockquote':
      return quote(block, width, around);
    case 'list':
      return list(block, width, around);
    case 'code':
      return typesetCode(block, width, around.tooWide);
    case 'math':
      return typesetMath(block, width);
    case 'table':
      return block.children.length === 0 ? [] : typesetTable(block, width, around.tooWide);
    case 'thematicBreak':
      return [[span('─'.repeat(Math.min(width, 24)), 'frame')]];
    case 'footnoteDefinition': {
      const mark = span(`[${cleanText(block.label)}] `, 'muted');
      return indented(mark, widthOf(mark.text), width, (room) => typesetBlocks(block.children, room, around));
    }
    default:
      block satisfies never;
      return [];
  }
}

function heading(node: Extract<Block, { type: 'heading' }>, width: number): Line[] {
  const meaning: Meaning = node.depth <= 2 ? 'heading' : 'subheading';
  const lines = wrap(inlineSpans(node.children, [meaning], width), width);
  const [first = []] = lines;
  const anchored: Span[] = [{ ...(first[0] ?? span('')), anchor: node.data.fragment }, ...first.slice(1)];
  return [anchored, ...lines.slice(1)];
}

const ALERTS: Record<AlertKind, readonly [label: string, meaning: Meaning]> = {
  note: ['Note', 'note'],
  tip: ['Tip', 'good'],
  important: ['Important', 'important'],
  warning: ['Warning', 'warn'],
  caution: ['Caution', 'bad'],
};

function quote(node: Blockquote, width: number, around: Around): Line[] {
  const alert = node.data === undefined ? undefined : ALERTS[node.data.alert];
  const bar = alert === undefined ? span('▌ ', 'quote') : span('▌ ', alert[1]);
  const narrow = width < NARROW;
  const style: readonly Meaning[] = alert === undefined ? [...around.style, 'quote'] : around.style;
  const inner = typesetBlocks(node.children, narrow ? width : width - 2, { ...around, style, tight: false });
  const lines = alert === undefined ? inner : [[span(alert[0], alert[1], 'strong')], ...inner];
  return narrow ? lines : lines.map((line) => [bar, ...line]);
}

const BULLETS = ['•', '◦', '▪'];

function list(node: List, width: number, around: Around): Line[] {
  const out: Line[] = [];
  const bullet = BULLETS[around.depth % BULLETS.length]!;
  const last = (node.start ?? 1) + node.children.length - 1;
  const digits = String(last).length;
  for (const [index, item] of node.children.entries()) {
    const number = String((node.start ?? 1) + index).padStart(digits);
    const mark = item.checked === null ? (node.ordered ? `${number}. ` : `${bullet} `) : item.checked ? '[x] ' : '[ ] ';
    const tight = !node.spread && !item.spread;
    if (index > 0 && !tight) out.push([]);
    const meaning: Meaning = item.checked === true ? 'good' : 'bullet';
    const lines = indented(span(mark, meaning), widthOf(mark), width, (room) =>
      typesetBlocks(item.children, room, { ...around, depth: around.depth + 1, tight }),
    );
    for (const line of lines) out.push(line);
  }
  return out;
}

/** Lines behind a mark, the later ones indented by its width. */
function indented(mark: Span, by: number, width: number, inside: (room: number) => Line[]): Line[] {
  const room = width - by;
  if (room < 3) return inside(width);
  if (room < NARROW - 2 && by > 0) {
    // No room to indent: the mark gets what it needs on the first line, and the rest starts at the edge.
    const lines = inside(room);
    return [[mark, ...(lines[0] ?? [])], ...lines.slice(1)];
  }
  const blank = span(' '.repeat(by));
  const lines = inside(room);
  return (lines.length === 0 ? [[]] : lines).map((line, index) =>
    index === 0 ? [mark, ...line] : line.length === 0 ? line : [blank, ...line],
  );
}
