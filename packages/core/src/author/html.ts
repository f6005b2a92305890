import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Html, PhrasingContent, Root, RootContent } from 'mdast';

import { stripTags } from './details.ts';

/* What is dropped with all it holds: it is for machines. */
const DROPPED = /<(script|style|template|iframe|object|noscript|svg|title)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;

/** A block of raw HTML as Markdown blocks: its pictures, links, tables and words, and nothing that runs. */
export function blocksFromHtml(html: string): RootContent[] {
  const clean = html.replace(DROPPED, '').replace(/<!--[\s\S]*?(?:-->|$)/gu, '');
  if (clean.trim() === '' || !/[^\s<>/]/u.test(clean)) return [];
  const tree = parseHtml(clean);
  if (!tree) return [{ type: 'paragraph', children: [{ type: 'text', value: stripTags(clean) }] }];
  // `to-mdast` gives phrasing content at the top for `<img>` alone; a body has blocks there.
  const blocks: RootContent[] = [];
  let line: PhrasingContent[] = [];
  const flush = () => {
    if (line.length > 0) blocks.push({ type: 'paragraph', children: line });
    line = [];
  };
  for (const node of tree.children) {
    if (isPhrasing(node)) line.push(node);
    else {
      flush();
      blocks.push(node);
    }
  }
  flush();
  return blocks;
}

/* HTML with more tags than this, one after the other without an end, is not written by people; the HTML parser walks
   it by recursion. */
const MAX_OPEN_TAGS = 200;

function parseHtml(html: string): Root | undefined {
  let open = 0;
  for (const [, slash] of html.matchAll(/<(\/?)(?!(?:br|hr|img|input|meta|link|source|wbr)\b)[a-z]/gi)) {
    open += slash === '' ? 1 : -1;
    if (open > MAX_OPEN_TAGS) return undefined;
  }
  return toMdast(fromHtml(html, { fragment: true })) as Root;
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return ['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image'].includes(node.type);
}

const PAIRS = new Map<string, 'strong' | 'emphasis' | 'delete' | 'code'>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['s', 'delete'],
  ['del', 'delete'],
  ['code', 'code'],
  ['kbd', 'code'],
]);
/* Tags without which the words still mean the same. */
const HARMLESS = /^<\/?(?:a|span|font|u|ins|mark|small|big|center|p|div|label|abbr|wbr|picture|source)\b/iu;
const SUPERSCRIPT: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  n: 'ⁿ',
  i: 'ⁱ',
};
const SUBSCRIPT: Record<string, string> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  i: 'ᵢ',
  j: 'ⱼ',
  n: 'ₙ',
};

/**
 * Inline content with its raw HTML resolved: pairs of tags become emphasis, code or links, `<br>` a break, `<img>` an
 * image; of all other tags only the words between them stay.
 *
 * @param onDropped Called with each tag that was dropped and might have mattered.
 */
export function resolveInlineHtml(
  nodes: readonly PhrasingContent[],
  onDropped: (tag: Html) => void,
): readonly PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'html')) return nodes;
  const closings = findClosings(nodes);
  const result: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.type !== 'html') {
      result.push(node);
      continue;
    }
    const name = /^<([a-z][a-z0-9]*)/iu.exec(node.value)?.[1]?.toLowerCase() ?? '';
    const end = closings.get(index) ?? -1;
    const inside = end === -1 ? [] : resolveInlineHtml(nodes.slice(index + 1, end), onDropped);
    const pair = PAIRS.get(name);
    const href = name === 'a' ? attribute(node.value, 'href') : undefined;
    if (name === 'br') result.push({ type: 'break' });
    else if (name === 'img') result.push(image(node.value));
    else if (end !== -1 && (pair || href !== undefined || name === 'sup' || name === 'sub')) {
      result.push(...wrap(inside, name, pair, href));
      index = end;
    } else if (name === 'script' || name === 'style') {
      onDropped(node);
      if (end !== -1) index = end;
    } else if (!HARMLESS.test(node.value) && !/^<(?:!--|\/)/u.test(node.value)) onDropped(node);
  }
  return result;
}

function wrap(
  inside: readonly PhrasingContent[],
  name: string,
  pair: 'strong' | 'emphasis' | 'delete' | 'code' | undefined,
  href: string | undefined,
): PhrasingContent[] {
  if (href !== undefined) return [{ type: 'link', url: href, children: [...inside] as never }];
  if (pair === 'code') return [{ type: 'inlineCode', value: textOf(inside) }];
  if (pair) return [{ type: pair, children: [...inside] }];
  const table = name === 'sup' ? SUPERSCRIPT : SUBSCRIPT;
  const text = textOf(inside);
  const letters = Array.from(text, (letter) => table[letter]);
  const value = letters.every((letter) => letter !== undefined)
    ? letters.join('')
    : `${name === 'sup' ? '^' : '_'}(${text})`;
  return [{ type: 'text', value }];
}

function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? textOf(node.children) : '')).join('');
}

/** For each opening tag the index of the first closing tag of its name behind it. */
function findClosings(nodes: readonly PhrasingContent[]): Map<number, number> {
  const next = new Map<string, number>();
  const closings = new Map<number, number>();
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]!;
    if (node.type !== 'html') continue;
    const [, slash, tag = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(node.value) ?? [];
    const name = tag.toLowerCase();
    if (slash === '/') next.set(name, index);
    else if (next.has(name)) closings.set(index, next.get(name)!);
  }
  return closings;
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu').exec(tag);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : stripTags(value);
}

function image(tag: string): PhrasingContent {
  return {
    type: 'image',
    url: attribute(tag, 'src') ?? '',
    alt: attribute(tag, 'alt') ?? attribute(tag, 'title') ?? '',
  };
}
