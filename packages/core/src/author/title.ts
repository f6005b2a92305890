import type { PhrasingContent } from 'mdast';

import type { Difficulty } from '../types.ts';
import { readAttributes } from './attributes.ts';
import { cleanText } from './text.ts';

/** What an author's heading or list item says about its node. */
export interface TitleParts {
  /** Plain text, without the marks below. */
  title: string;
  /** Ids given by `<a id="…">` or `<a name="…">`. */
  anchors: string[];
  /** A fragment given by `{#…}`, see `attributes.ts`; unlike an anchor it is no id. */
  fragment?: string;
  /** Whether a `[TBD]` or `[TBA]` stood there. */
  tbd: boolean;
  /** The note in a `[TBD: note]`. */
  note?: string;
  difficulty?: Difficulty;
  tags: string[];
  /** What stood in the line and is not in the title: links' targets and long remarks in brackets; for the body. */
  rest: PhrasingContent[];
}

const MARKS = /\[(TBD|TBA|EX|intro|core|advanced)(?::([^\]]{0,500}))?\]|\((TBD|TBA|advanced)\)/gi;
const EMOJI_CODE = /:[a-z0-9_+-]{1,50}:/gi;
const NUMBERING = /^\s*(?:\d+(?:\.\d+)*[.)]|\(?\d+\))\s+/;
const ANCHOR = /<a\s[^<>]*\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/iu;

/**
 * Reads a title and the marks in it.
 *
 * @param nodes The content of a heading, or of the first paragraph of a list item.
 * @param item Whether it is a list item, whose long remark in brackets belongs to the body.
 */
export function readTitle(nodes: readonly PhrasingContent[], item = false): TitleParts {
  const parts: TitleParts = { title: '', anchors: [], tbd: false, tags: [], rest: [] };
  // A logo or a badge in a title is not its words, unless it is all there is.
  let text = plainText(nodes, parts.anchors, false);
  if (text.trim() === '') text = plainText(nodes);
  if (!item && nodes.length > 2 && endsWithMark(nodes)) text = text.slice(0, text.lastIndexOf('['));
  // Most titles have no mark of any kind, and looking is cheaper than replacing.
  if (/[[(]/.test(text))
    text = text.replace(
      MARKS,
      (_mark, word: string | undefined, note: string | undefined, paren: string | undefined) => {
        applyMark((word ?? paren ?? '').toLowerCase(), note?.trim(), parts);
        return ' ';
      },
    );
  const attributes = item || !text.includes('{') ? undefined : readAttributes(text);
  if (attributes && attributes.text !== '') {
    text = attributes.text;
    if (attributes.fragment !== undefined) parts.fragment = attributes.fragment;
  }
  if (text.includes(':')) text = text.replace(EMOJI_CODE, ' ');
  if (/^[\s(\d]/.test(text)) text = text.replace(NUMBERING, '');
  if (item && text.includes('(')) {
    const remark = splitRemark(nodes, text);
    if (remark) {
      text = remark.title;
      parts.rest = remark.rest;
    }
  }
  parts.title = cleanText(cleanText(text).replace(/ ?[:：]$/, ''));
  return parts;
}

/* `What is pruning? [[src](https://…)]`: where it comes from is a link of the node, and no part of its title. */
function endsWithMark(nodes: readonly PhrasingContent[]): boolean {
  const [before, link, after] = nodes.slice(-3);
  if (before?.type !== 'text' || link?.type !== 'link' || after?.type !== 'text') return false;
  return /\S\s*\[$/.test(before.value) && after.value.trim() === ']';
}

function applyMark(word: string, note: string | undefined, parts: TitleParts): void {
  if (word === 'tbd' || word === 'tba') {
    parts.tbd = true;
    if (note) parts.note = cleanText(note);
  } else if (word === 'ex') parts.tags.push('exercise');
  else parts.difficulty = word as Difficulty;
}

/** A remark longer than this many words leaves the title: `Transformer (in detail, yes, no kidding …)`. */
const REMARK_WORDS = 4;

/** Nobody writes a longer title; a longer text is prose and keeps its brackets. */
const MAX_TITLE = 2000;

function splitRemark(
  nodes: readonly PhrasingContent[],
  text: string,
): { title: string; rest: PhrasingContent[] } | undefined {
  if (text.length > MAX_TITLE) return undefined;
  const start = startOfRemark(text);
  const title = text.slice(0, Math.max(start, 0)).trim();
  if (title === '') return undefined;
  const inner = text
    .slice(start + 1)
    .trim()
    .replace(/\)$/, '');
  const opening = findBracket(nodes, inner);
  if (!opening) return undefined;
  const inside = nodes.slice(opening.index + 1);
  const hasLink = inside.some((node) => node.type === 'link' || node.type === 'linkReference');
  if (!hasLink && inner.split(/\s+/).length <= REMARK_WORDS) return undefined;
  return { title, rest: [{ type: 'text', value: opening.node.value.slice(opening.start) }, ...inside] };
}

/** Where the bracket opens that closes at the end of a text, or that never closes; -1 if there is none. */
function startOfRemark(text: string): number {
  const last = text.trimEnd().length - 1;
  const closed = text[last] === ')';
  let depth = 0;
  for (let at = last; at >= 0; at--) {
    if (text[at] === ')') depth += 1;
    else if (text[at] === '(' && --depth < (closed ? 1 : 0)) return at;
  }
  return -1;
}

/** The last bracket that opens this remark. */
function findBracket(nodes: readonly PhrasingContent[], remark: string) {
  const start = remark.slice(0, 20);
  let tail = '';
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]!;
    if (node.type === 'text') {
      for (let at = node.value.lastIndexOf('('); at !== -1; at = at === 0 ? -1 : node.value.lastIndexOf('(', at - 1)) {
        const text = node.value.slice(at + 1) + tail;
        if (text.replace(MARKS, ' ').replace(EMOJI_CODE, ' ').startsWith(start)) return { index, node, start: at };
      }
    }
    tail = plainText([node]) + tail;
  }
  return undefined;
}

/** The text of inline content, that of images too. Anchors found in raw HTML are added to `anchors`. */
export function plainText(nodes: readonly PhrasingContent[], anchors: string[] = [], images = true): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'html') {
      const anchor = ANCHOR.exec(node.value)?.[1];
      if (anchor) anchors.push(anchor);
      else if (/^<br\b/iu.test(node.value)) text += ' ';
    } else if (node.type === 'image' || node.type === 'imageReference') text += images ? (node.alt ?? '') : '';
    else if (node.type === 'break') text += ' ';
    else if ('children' in node) text += plainText(node.children, anchors, images);
    else if ('value' in node) text += node.value;
  }
  return text;
}
