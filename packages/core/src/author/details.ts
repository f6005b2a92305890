import type { Html, Paragraph, RootContent } from 'mdast';

import { decode } from './html-tree.ts';

/** A `<details>` of the source: its summary and what it hides. */
export interface Details {
  summary: string;
  content: RootContent[];
  /** The node that opened it. */
  opening: Html;
  /** Index of the first sibling behind it. */
  next: number;
  /** Whether the Markdown inside touched the tags, so that Markdown took it for HTML. */
  tight: boolean;
  closed: boolean;
}

const OPEN = /<details\b[^<>]*>/gi;
const CLOSE = /<\/details\s*>/giu;

/**
 * Reads the `<details>` that starts at a sibling; nothing if none does.
 *
 * @param reparse Parses Markdown that stood too tight to its tags to be seen as Markdown.
 */
export function readDetails(
  flow: readonly RootContent[],
  index: number,
  reparse: (markdown: string) => RootContent[],
): Details | undefined {
  const opening = flow[index];
  if (opening?.type !== 'html' || !/^\s*<details\b/iu.test(opening.value)) return undefined;
  let depth = 0;
  let end = index;
  let closes: number | undefined;
  for (; end < flow.length; end++) {
    const node = flow[end]!;
    // An unclosed one ends before the next heading: better one odd answer than a lost chapter.
    if (node.type === 'heading') {
      if (closes === undefined || closes < end) closes = closesAt(flow, end);
      if (closes === -1) break;
    }
    if (node.type === 'html') depth += count(node.value, OPEN) - count(node.value, CLOSE);
    else if (closingLine(node)) depth -= 1;
    if (depth <= 0) break;
  }
  const closed = depth <= 0 && end < flow.length;
  const nodes = flow.slice(index, closed ? end + 1 : end);
  return { ...takeApart(nodes, closed, reparse), opening, next: index + nodes.length, closed };
}

/* Where the next `</details>` stands, if no other `<details>` opens before it; else -1. */
function closesAt(flow: readonly RootContent[], from: number): number {
  for (let at = from; at < flow.length; at++) {
    const node = flow[at]!;
    if (node.type !== 'html') {
      if (closingLine(node)) return at;
      continue;
    }
    const tag = /<(\/?)details\b/i.exec(node.value);
    if (tag) return tag[1] === '/' ? at : -1;
  }
  return -1;
}

/* Right below text, or behind another tag, the closing tag belongs to the last line: `- Scale out` and then
   `</b></details>`. GitHub closes it all the same. */
function closingLine(node: RootContent): Paragraph | undefined {
  let last: RootContent | undefined = node;
  while (last && (last.type === 'list' || last.type === 'listItem' || last.type === 'blockquote')) {
    last = last.children.at(-1);
  }
  return last?.type === 'paragraph' && last.children.some(isClosing) ? last : undefined;
}

function isClosing(node: RootContent): boolean {
  return node.type === 'html' && /^<\/details\s*>/i.test(node.value);
}

/* Takes the closing tag, and the tags before it, from the end of a line; what is empty then goes too. */
function withoutClosing(node: RootContent): RootContent[] {
  const line = closingLine(node)!;
  const tail = line.children.findLastIndex((child) => child.type !== 'html' && !isBlank(child));
  line.children.length = tail + 1;
  const end = line.children.at(-1);
  if (end?.type === 'text') end.value = end.value.trimEnd();
  return node.type === 'paragraph' && line.children.length === 0 ? [] : [node];
}

function isBlank(node: RootContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/* The text of the first summary, and what stands behind it. */
function readSummary(html: string): { summary: string; rest: string } | undefined {
  const open = /<summary\b[^<>]*>/i.exec(html);
  if (!open) return undefined;
  const start = open.index + open[0].length;
  const close = /<\/summary\s*>/i.exec(html.slice(start));
  if (!close) return undefined;
  return { summary: html.slice(start, start + close.index), rest: html.slice(start + close.index + close[0].length) };
}

function takeApart(nodes: readonly RootContent[], closed: boolean, reparse: (markdown: string) => RootContent[]) {
  let summary = '';
  let tight = false;
  const content: RootContent[] = [];
  // The summary may stand in the first node or in one of its own.
  const join = nodes.findIndex((node) => node.type === 'html' && /<\/summary\s*>/iu.test(node.value));
  nodes.forEach((node, index) => {
    if (node.type !== 'html') {
      const closes = closed && index === nodes.length - 1;
      content.push(...(closes ? withoutClosing(node) : [node]));
      return;
    }
    let html = node.value;
    if (index <= Math.max(join, 0)) {
      if (index < join) return;
      const whole = nodes
        .slice(0, index + 1)
        .map((one) => (one.type === 'html' ? one.value : ''))
        .join('\n');
      const read = readSummary(whole);
      summary = read?.summary ?? '';
      html = read ? read.rest : whole.replace(/^\s*<details\b[^<>]*>/i, '');
    }
    if (index === nodes.length - 1) html = html.replace(/<\/details\s*>\s*$/iu, '');
    // Tags alone, such as `<p>`, are no text.
    if (/^(?:\s|<\/?[a-z][^<>]*>)*$/i.test(html) && !/<(?:\/?details|img|hr)\b/i.test(html)) return;
    if (html === node.value) content.push(node);
    else if (/^\s*<(?:details|\/details)/iu.test(html) && index > 0) content.push({ ...node, value: html });
    else {
      const blocks = reparse(html);
      tight ||= blocks.some(hasMarks);
      content.push(...blocks.map((one) => withPosition(one, node)));
    }
  });
  return { summary: stripTags(summary), content, tight };
}

/* HTML in HTML is what GitHub takes it for, and so are words without any marks. */
function hasMarks(node: RootContent): boolean {
  if (node.type !== 'paragraph') return node.type !== 'html';
  return !node.children.every(({ type }) => type === 'text' || type === 'html' || type === 'break');
}

function withPosition(node: RootContent, from: Html): RootContent {
  // Positions inside the reparsed text would point at wrong lines; the whole block is the honest answer.
  const stack: RootContent[] = [node];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (from.position) at.position = from.position;
    if ('children' in at) stack.push(...at.children);
  }
  return node;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The text of a piece of HTML. */
export function stripTags(html: string): string {
  return decode(
    html
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      // A tag in the middle of a line joins its words; one that ends a line parts them.
      .replace(/<\/?(?:b|i|em|strong|code|kbd|span|a|u|s|del|ins|sup|sub|font|mark|small)\b[^<>]*>/gi, '')
      .replace(/<[^<>]*>/g, ' '),
  )
    .replace(/\s+/gu, ' ')
    .trim();
}
