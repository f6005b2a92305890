import type { Parents, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-math';
import { createMdastHandle, dropHandle, markdownToMdast, serializeHandle } from 'satteri';

import { readArena } from './arena.ts';
import { visitNodes } from './survey.ts';
import { parseMarkdown, type MarkdownEngine } from './syntax.ts';

const features = { gfm: true, frontmatter: true, math: true } as const;

/**
 * Parses Markdown with Sätteri, which is written in Rust, to the same mdast as core's own engine.
 *
 * Where the two are known to differ, the file is parsed by core's own engine instead, so that the tree is the same;
 * `docs/markdown.md` lists the differences.
 *
 * @see https://satteri.bruits.org
 */
export const satteri: MarkdownEngine = (text) => {
  const root = parse(text);
  return agrees(root, text) ? root : parseMarkdown(text);
};

function parse(text: string): Root {
  const handle = createMdastHandle(text, features);
  try {
    return readArena(serializeHandle(handle), text) ?? (markdownToMdast(text, { features }) as Root);
  } finally {
    dropHandle(handle);
  }
}

function agrees(root: Root, text: string): boolean {
  if (!agreesOnHead(root, text)) return false;
  // Most files have neither, so both are looked for in the whole file first.
  const dollars = text.includes('$');
  const addresses = text.includes('://') || text.includes('@') || /www\./i.test(text);
  const stack: Parents[] = [root];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { children } = at;
    for (let index = children.length - 1; index >= 0; index--) {
      const node = children[index]!;
      if (node.type === 'text') {
        // A text in two pieces is one to remark.
        if (children[index + 1]?.type === 'text') return false;
        if (addresses && at.type !== 'link' && ADDRESS.test(node.value)) return false;
      } else if (!nodeAgrees(node, text) || (dollars && mayHideFormula(node, text))) return false;
      if ('children' in node) stack.push(node);
    }
  }
  return true;
}

function nodeAgrees(node: RootContent, text: string): boolean {
  switch (node.type) {
    case 'inlineMath':
      return isPandocMath(node, text);
    case 'link':
      return !isLooseAddress(node, text);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return !isLooseEmphasis(node, text);
    // A formula on the line of its `$$` is a fence with a remark to Sätteri; see `math-flow.ts`.
    case 'math':
      return !node.meta;
    // A line ending that a backslash makes hard is kept by one of the two, in a text that has no lines; so is a formula.
    case 'image':
      return !/\\\n|\$/.test(sourceOf(node, text));
    // A tag on the line below a table is a row of it to Sätteri, and HTML of its own to us.
    case 'tableRow':
      return text[node.position?.start.offset ?? 0] !== '<';
    // Behind a comment in a list item the item ends with it; to Sätteri it ends behind the marker of the next.
    case 'html':
      return !node.value.endsWith('\n');
    default:
      return true;
  }
}

/* Marks between a letter and a sign, `a*_* b`, neither open nor close anything by CommonMark; Sätteri sees it otherwise. */
function isLooseEmphasis(node: RootContent, text: string): boolean {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return false;
  const marks = /^(?:\*\*|__|~~|.)/.exec(text.slice(start.offset, start.offset + 2))![0].length;
  const length = node.type === 'emphasis' ? 1 : marks;
  const loose = (outside: string, inside: string) => /[\p{L}\p{N}]/u.test(outside) && !/[\p{L}\p{N}]/u.test(inside);
  const before = loose(text.charAt(start.offset - 1), text.charAt(start.offset + length));
  return before || loose(text.charAt(end.offset), text.charAt(end.offset - length - 1));
}

/* A bare address behind an open bracket, close behind another, or with a dollar in it: how far it goes, the two see
   differently. */
function isLooseAddress(node: RootContent, text: string): boolean {
  const start = node.position?.start.offset ?? 0;
  if (text[start] === '[' || text[start] === '<') return false;
  if (/[-.\w+:/@]/.test(text.charAt(start - 1)) || sourceOf(node, text).includes('$')) return true;
  const before = text.slice(Math.max(0, start - 500), start);
  return before.slice(before.lastIndexOf('\n\n') + 1).includes('[');
}

/* TOML between `+++`, which is no frontmatter to us, and `---` that is never closed, which is a rule across the page. */
function agreesOnHead(root: Root, text: string): boolean {
  if (text.startsWith('+++')) return false;
  return !text.startsWith('---') || root.children[0]?.type === 'yaml' || /^---[^\n]*[^\s-]/.test(text);
}

/* Sätteri takes `$5 and $10` for a formula; by pandoc's rule, which is ours, it is money. */
function isPandocMath(node: Extract<RootContent, { type: 'inlineMath' }>, text: string): boolean {
  const source = sourceOf(node, text);
  if (source.startsWith('$$')) return true;
  const inner = source.slice(1, -1);
  const after = text.charAt(node.position?.end.offset ?? 0);
  return !/^\s|\s$|\$|\\$|\\\n|\n\t/.test(inner) && !/\d/.test(after) && source.length < 1000;
}

/* What pandoc's rule might take for a formula: two dollars side by side, or one that opens and the next that closes. */
const FORMULA = /\$\$|\$(?![ \t\n]|$)[^$]*(?<![ \t\n])\$(?!\d)/;
/* What a backslash stands before opens and closes nothing. */
const ESCAPES = /\\[!-/:-@[-`{-~]/g;
const ADDRESS = /https?:\/\/|www\.|[-.\w+]@[-\w]+\.[-\w]/i;

/* Dollars in the words of a block are money to both where they cannot enclose a formula by our rule; else only our
   engine decides. What Sätteri took for a formula was looked at already. */
function mayHideFormula(block: RootContent, text: string): boolean {
  if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'tableCell') return false;
  const from = block.position?.start.offset ?? 0;
  let source = sourceOf(block, text);
  if (!source.includes('$', source.indexOf('$') + 1)) return false;
  let inWords = false;
  visitNodes(block.children, (node) => {
    if (node.type === 'text') inWords ||= node.value.includes('$');
    if (node.type !== 'inlineMath' || !node.position) return;
    const start = (node.position.start.offset ?? 0) - from;
    const end = (node.position.end.offset ?? 0) - from;
    source = source.slice(0, start) + 'x'.repeat(end - start) + source.slice(end);
  });
  return inWords && FORMULA.test(source.replace(ESCAPES, '..'));
}

function sourceOf(node: RootContent, text: string): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
