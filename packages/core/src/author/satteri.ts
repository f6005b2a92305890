import type { Root, RootContent } from 'mdast';
import type {} from 'mdast-util-math';
import { markdownToMdast } from 'satteri';

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
  const root = markdownToMdast(text, { features }) as Root;
  return agrees(root, text) ? root : parseMarkdown(text);
};

function agrees(root: Root, text: string): boolean {
  if (!agreesOnHead(root, text)) return false;
  let same = true;
  const linked = new Set<RootContent>();
  visitNodes(root.children, (node) => {
    if (!same) return;
    // A text in two pieces is one to remark.
    if ('children' in node && hasSplitText(node.children)) same = false;
    else if (node.type === 'inlineMath') same = isPandocMath(node, text);
    else if (node.type === 'link') {
      same = !isLooseAddress(node, text);
      node.children.forEach((child) => linked.add(child));
    } else if (node.type === 'text') same = isPlain(node.value, linked.has(node));
    // A formula on the line of its `$$` is a fence with a remark to Sätteri; see `math-flow.ts`.
    else if (node.type === 'math') same = !node.meta;
    // A line ending that a backslash makes hard is kept by one of the two, in a text that has no lines.
    else if (node.type === 'image') same = !sourceOf(node, text).includes('\\\n');
  });
  return same;
}

/* A bare address behind an open bracket: how far it goes, the two see differently. */
function isLooseAddress(node: RootContent, text: string): boolean {
  const start = node.position?.start.offset ?? 0;
  if (text[start] === '[' || text[start] === '<') return false;
  const before = text.slice(Math.max(0, start - 500), start);
  return before.slice(before.lastIndexOf('\n\n') + 1).includes('[');
}

function hasSplitText(nodes: readonly RootContent[]): boolean {
  return nodes.some((node, index) => node.type === 'text' && nodes[index + 1]?.type === 'text');
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
  const after = text.charAt(node.position?.end.offset ?? 0);
  return !/^\$\s|\s\$$/.test(source) && !/\d/.test(after) && source.length < 1000 && !source.includes('\\$');
}

/* One dollar alone is a dollar to everybody; of two, and of an address that is no link yet, only our engine decides. */
function isPlain(text: string, linked: boolean): boolean {
  const dollar = text.indexOf('$');
  if (dollar !== -1 && dollar !== text.lastIndexOf('$')) return false;
  return linked || !/https?:\/\/|www\.|[^\s@]@[^\s@]/i.test(text);
}

function sourceOf(node: RootContent, text: string): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
