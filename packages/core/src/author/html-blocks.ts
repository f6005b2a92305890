import type { ListItem, PhrasingContent, RootContent } from 'mdast';

import { htmlToLine } from './html-line.ts';
import { readTable } from './html-table.ts';
import { decode, isBlockElement, parseHtml, textOf, type HtmlElement } from './html-tree.ts';

/** A block of raw HTML as Markdown blocks: its pictures, links, tables and words, and nothing that runs. */
export function blocksFromHtml(html: string): RootContent[] {
  return /[^\s<>/]/.test(html) ? flow(parseHtml(html).children) : [];
}

/* What stands in lines becomes paragraphs between the blocks. */
function flow(children: HtmlElement['children']): RootContent[] {
  const blocks: RootContent[] = [];
  let line: HtmlElement['children'] = [];
  const flush = () => {
    const content = htmlToLine(line);
    if (content.length > 0) blocks.push({ type: 'paragraph', children: content });
    line = [];
  };
  for (const child of children) {
    if (typeof child === 'string' || (!isBlockElement(child) && !child.holdsBlocks)) line.push(child);
    else {
      flush();
      for (const block of blocksOf(child)) blocks.push(block);
    }
  }
  flush();
  return blocks;
}

function blocksOf(element: HtmlElement): RootContent[] {
  const { name, attributes, children } = element;
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const line = lineOf(element);
      if (line.length === 0) return [];
      // Its id is an anchor, as `<a id="…">` is in a heading of Markdown.
      const id = attributes['id']?.replace(/["<>\s]/g, '');
      if (id) line.unshift({ type: 'html', value: `<a id="${id}"></a>` });
      return [{ type: 'heading', depth: Number(name[1]) as 1, children: line }];
    }
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'pre':
      return [code(element)];
    case 'blockquote': {
      const blocks = flow(children);
      return blocks.length === 0 ? [] : [{ type: 'blockquote', children: blocks as never }]; // All are flow content.
    }
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dl':
      return list(element);
    case 'table':
      return readTable(element, { flow, lineOf });
    case 'a': {
      const href = attributes['href'];
      const blocks = flow(children);
      // A link around blocks is a link in each of their lines.
      if (href === undefined) return blocks;
      return blocks.map((block) =>
        block.type === 'paragraph' || block.type === 'heading'
          ? { ...block, children: [{ type: 'link', url: decode(href), children: block.children as never }] }
          : block,
      );
    }
    default:
      return flow(children);
  }
}

/* A heading or a cell with blocks in it is one line: what stood on lines of its own is parted by breaks. */
function lineOf(element: HtmlElement): PhrasingContent[] {
  if (!element.holdsBlocks) return htmlToLine(element.children);
  const lines = flow(element.children)
    .map(phrasing)
    .filter((line) => line.length > 0);
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' as const }, ...line]));
}

function phrasing(block: RootContent): PhrasingContent[] {
  if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'tableCell') return block.children;
  if (block.type === 'code') return [{ type: 'inlineCode', value: block.value }];
  const inner: RootContent[] = 'children' in block ? block.children : [];
  const parts = inner.map(phrasing).filter((part) => part.length > 0);
  return parts.flatMap((part, index) => (index === 0 ? part : [{ type: 'text' as const, value: ' ' }, ...part]));
}

/* GitHub writes `<pre lang="js">`, everybody else `<code class="language-js">`. */
function code(element: HtmlElement): RootContent {
  const inner = element.children.find((child) => typeof child === 'object');
  const classes = `${element.attributes['class'] ?? ''} ${inner?.attributes['class'] ?? ''}`;
  const lang = element.attributes['lang'] ?? /\blang(?:uage)?-(\S+)/.exec(classes)?.[1];
  const value = textOf(element).replace(/^\n|\s+$/g, '');
  return { type: 'code', lang: lang === undefined ? null : decode(lang), meta: null, value };
}

function list({ name, attributes, children }: HtmlElement): RootContent[] {
  const ordered = name === 'ol';
  const items: ListItem[] = [];
  for (const child of children) {
    const blocks = typeof child === 'string' ? flow([child]) : childBlocks(child);
    const last = items.at(-1);
    // Definitions are below their term, and a list between two items below the first, whatever the standard says.
    if (last && typeof child === 'object' && ['dd', 'ul', 'ol'].includes(child.name)) addTo(last, blocks);
    else if (blocks.length > 0) items.push(item(blocks, typeof child === 'object' ? checkbox(child) : null));
  }
  if (items.length === 0) return [];
  const start = ordered ? Number.parseInt(attributes['start'] ?? '1', 10) || 1 : null;
  return [{ type: 'list', ordered, start, spread: items.some(({ spread }) => spread), children: items }];
}

function childBlocks(child: HtmlElement): RootContent[] {
  return ['ul', 'ol'].includes(child.name) ? list(child) : flow(child.children);
}

function addTo(last: ListItem, blocks: RootContent[]): void {
  Object.assign(last, item([...last.children, ...blocks], last.checked));
}

function item(blocks: RootContent[], checked: boolean | null = null): ListItem {
  const spread = blocks.filter(({ type }) => type !== 'list').length > 1;
  return { type: 'listItem', spread, checked, children: blocks as never }; // All are flow content.
}

function checkbox({ children }: HtmlElement): boolean | null {
  const first = children.find((child) => typeof child === 'object');
  if (first?.name === 'p') return checkbox(first);
  if (first?.name !== 'input' || first.attributes['type']?.toLowerCase() !== 'checkbox') return null;
  return 'checked' in first.attributes;
}
