import type { PhrasingContent } from 'mdast';

import { decode, textOf, type HtmlElement } from './html-tree.ts';
import { subscript, superscript } from './scripts.ts';
import { plainText } from './title.ts';

const PAIRS = new Map<string, 'strong' | 'emphasis' | 'delete'>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['s', 'delete'],
  ['strike', 'delete'],
  ['del', 'delete'],
]);
const CODE = new Set(['code', 'kbd', 'samp', 'tt', 'var']);

/** Whether a pair of tags makes something of the content between them. */
export function isWrapping(name: string, href: string | undefined): boolean {
  return (
    PAIRS.has(name) || CODE.has(name) || ['sup', 'sub', 'q'].includes(name) || (name === 'a' && href !== undefined)
  );
}

/** What a pair of tags makes of the content between them; the same again if it makes nothing of it. */
export function wrapInTag(
  name: string,
  href: string | undefined,
  inside: readonly PhrasingContent[],
): readonly PhrasingContent[] {
  const pair = PAIRS.get(name);
  if (pair) return [{ type: pair, children: [...inside] }];
  if (CODE.has(name)) return [{ type: 'inlineCode', value: plainText(inside).replace(/\s+/g, ' ') }];
  if (name === 'sup') return [{ type: 'text', value: superscript(plainText(inside)) }];
  if (name === 'sub') return [{ type: 'text', value: subscript(plainText(inside)) }];
  if (name === 'q') return [{ type: 'text', value: '“' }, ...inside, { type: 'text', value: '”' }];
  if (name === 'a' && href !== undefined) return [{ type: 'link', url: href, children: [...inside] as never }];
  return inside;
}

/** The image that an `<img>` shows. */
export function imageOf(attributes: Readonly<Record<string, string | undefined>>): PhrasingContent {
  const { src = '', alt, title = '' } = attributes;
  return { type: 'image', url: decode(src).trim(), alt: decode(alt ?? title) };
}

/** A line of HTML as phrasing content, its white space collapsed as a browser does it. */
export function htmlToLine(children: HtmlElement['children']): PhrasingContent[] {
  const line = joinTexts(children.flatMap(phrasing));
  const end = collapse(line, { text: undefined });
  if (end.text) end.text.value = end.text.value.trimEnd();
  const shown = line.filter(hasContent);
  // A break at either end of a line breaks nothing.
  const first = shown.findIndex((node) => node.type !== 'break');
  const last = shown.findLastIndex((node) => node.type !== 'break');
  return first === -1 ? [] : shown.slice(first, last + 1);
}

function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type === 'text' && before?.type === 'text') before.value += node.value;
    else joined.push(node);
  }
  return joined;
}

function phrasing(child: HtmlElement | string): readonly PhrasingContent[] {
  if (typeof child === 'string') return [{ type: 'text', value: decode(child) }];
  const { name, attributes } = child;
  switch (name) {
    case 'br':
      return [{ type: 'break' }];
    case 'img':
      return [imageOf(attributes)];
    case 'video':
    case 'audio':
      return film(child);
    default: {
      const href = attributes['href'] === undefined ? undefined : decode(attributes['href']);
      return wrapInTag(name, href, joinTexts(child.children.flatMap(phrasing)));
    }
  }
}

/* A page of text cannot play it, but it can lead there. */
function film(element: HtmlElement): PhrasingContent[] {
  const source = element.children.find((child) => typeof child === 'object' && child.name === 'source');
  const url = element.attributes['src'] ?? (typeof source === 'object' ? source.attributes['src'] : undefined);
  const text = element.attributes['title'] ?? textOf(element).trim();
  if (url === undefined) return [{ type: 'text', value: decode(text) }];
  return [{ type: 'link', url: decode(url), children: [{ type: 'text', value: decode(text) || decode(url) }] }];
}

/* The text before, if it may end in a blank; a line starts as if behind one. */
interface Before {
  text: { value: string } | undefined;
  inWord?: boolean;
}

function collapse(nodes: readonly PhrasingContent[], start: Before): Before {
  let before = start;
  for (const node of nodes) {
    if (node.type === 'text') {
      const value = node.value.replace(/[ \t\n\r\f]+/g, ' ');
      node.value = before.inWord ? value : value.replace(/^ /, '');
      if (node.value !== '') before = { text: node, inWord: !node.value.endsWith(' ') };
    } else if (node.type === 'break') {
      if (before.text) before.text.value = before.text.value.trimEnd();
      before = { text: undefined };
    } else if ('children' in node) before = collapse(node.children, before);
    else before = { text: undefined, inWord: true };
  }
  return before;
}

/* Anchors, and emphasis of nothing. */
function hasContent(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value !== '';
  return !('children' in node) || node.children.some(hasContent);
}
