import type { PhrasingContent } from 'mdast';

import type { Difficulty } from '../types.ts';
import { cleanText } from './text.ts';

/** What an author's heading or list item says about its node. */
export interface TitleParts {
  /** Plain text, without the marks below. */
  title: string;
  /** Ids given by `<a id="…">` or `<a name="…">`. */
  anchors: string[];
  /** Whether a `[TBD]` or `[TBA]` stood there. */
  tbd: boolean;
  /** The note in a `[TBD: note]`. */
  note?: string;
  difficulty?: Difficulty;
  tags: string[];
  /** What stood in the line and is not in the title: links' targets and long remarks in brackets; for the body. */
  rest: PhrasingContent[];
}

const MARKS = /\[(TBD|TBA|EX|intro|core|advanced)(?::\s*([^\]]*))?\]|\((advanced)\)/giu;
const EMOJI_CODE = /:[a-z0-9_+-]+:/giu;
const NUMBERING = /^\s*(?:\d+(?:\.\d+)*[.)]|\(?\d+\))\s+/u;
const ANCHOR = /<a\s[^>]*\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/iu;

/**
 * Reads a title and the marks in it.
 *
 * @param nodes The content of a heading, or of the first paragraph of a list item.
 * @param item Whether it is a list item, whose long remark in brackets belongs to the body.
 */
export function readTitle(nodes: readonly PhrasingContent[], item = false): TitleParts {
  const parts: TitleParts = { title: '', anchors: [], tbd: false, tags: [], rest: [] };
  let text = plainText(nodes, parts.anchors);
  text = text.replace(MARKS, (_mark, word: string | undefined, note: string | undefined, paren: string | undefined) => {
    applyMark((word ?? paren ?? '').toLowerCase(), note?.trim(), parts);
    return ' ';
  });
  text = text.replace(EMOJI_CODE, ' ').replace(NUMBERING, '');
  if (item) {
    const remark = splitRemark(nodes, text);
    if (remark) {
      text = remark.title;
      parts.rest = remark.rest;
    }
  }
  parts.title = cleanText(text).replace(/\s*:$/u, '').trim();
  return parts;
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

function splitRemark(
  nodes: readonly PhrasingContent[],
  text: string,
): { title: string; rest: PhrasingContent[] } | undefined {
  const match = /^(.*?\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)?\s*$/su.exec(text);
  if (!match?.[1] || match[2] === undefined || !text.includes(`(${match[2]}`)) return undefined;
  const opening = findBracket(nodes, match[2]);
  if (!opening) return undefined;
  const inside = nodes.slice(opening.index + 1);
  const hasLink = inside.some((node) => node.type === 'link' || node.type === 'linkReference');
  if (!hasLink && match[2].split(/\s+/u).length <= REMARK_WORDS) return undefined;
  return { title: match[1], rest: [{ type: 'text', value: opening.node.value.slice(opening.start) }, ...inside] };
}

/** The last bracket that opens this remark. */
function findBracket(nodes: readonly PhrasingContent[], remark: string) {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]!;
    if (node.type !== 'text') continue;
    for (
      let start = node.value.lastIndexOf('(');
      start !== -1;
      start = start === 0 ? -1 : node.value.lastIndexOf('(', start - 1)
    ) {
      const text = node.value.slice(start + 1) + plainText(nodes.slice(index + 1));
      if (text.replace(MARKS, ' ').replace(EMOJI_CODE, ' ').startsWith(remark.slice(0, 20)))
        return { index, node, start };
    }
  }
  return undefined;
}

/** The text of inline content. Anchors found in raw HTML are added to `anchors`. */
export function plainText(nodes: readonly PhrasingContent[], anchors: string[] = []): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'html') {
      const anchor = ANCHOR.exec(node.value)?.[1];
      if (anchor) anchors.push(anchor);
      else if (/^<br\b/iu.test(node.value)) text += ' ';
    } else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
    else if (node.type === 'break') text += ' ';
    else if ('children' in node) text += plainText(node.children, anchors);
    else if ('value' in node) text += node.value;
  }
  return text;
}
