/** A body to HTML: from the typeset tree that core hands out to a string, pure. */
import type { Block, Body, Inline, List } from '@mlguide/core';

import { escapeHtml } from './escape.ts';
import { collectFootnotes, renderFootnotes, renderReference, type Footnotes } from './render-footnotes.ts';
import { keepFormulasWhole } from './render-whole.ts';
import { renderCode, renderFormula, renderInlineFormula } from './render-typeset.ts';

/** What a renderer must be told about the page that it renders for. */
export interface RenderOptions {
  /** The address of a node of the guide, with the fragment of a heading; nothing if there is no such node. */
  node: (id: string, fragment?: string) => string | undefined;
  /** The address of a file of the guide. */
  asset: (path: string) => string;
  /** What every `id` begins with, so that several bodies can stand on one page. */
  prefix?: string;
  /** The rank of the highest heading; 2 below a page's title. */
  topRank?: number;
}

/** What the parts of the renderer pass to each other. */
interface Context {
  options: RenderOptions;
  prefix: string;
  footnotes: Footnotes;
  /** How many blocks of code came so far. */
  codes: number;
  /** Turns the ranks of headings as written into ranks that leave no gap. */
  rankOf: (depth: number) => number;
}

/**
 * A body as HTML. Everything in it is escaped but what core made itself: MathML and the drawings of diagrams.
 *
 * @example renderBody(body, { node: addresses.node, asset: addresses.asset })
 */
export function renderBody(body: Body, options: RenderOptions): string {
  const prefix = options.prefix ?? '';
  const context: Context = {
    options,
    prefix,
    footnotes: collectFootnotes(body, prefix),
    codes: 0,
    rankOf: createRanks(options.topRank ?? 2),
  };
  const render = (blocks: readonly Block[]) => renderBlocks(blocks, context);
  return render(body.children) + renderFootnotes(context.footnotes, render);
}

/** Blocks, one after the other. */
function renderBlocks(blocks: readonly Block[], context: Context): string {
  return blocks.map((block) => renderBlock(block, context)).join('');
}

function renderBlock(block: Block, context: Context): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${renderInlines(block.children, context)}</p>\n`;
    case 'heading':
      return renderHeading(block, context);
    case 'blockquote':
      return renderBlockquote(block, context);
    case 'list':
      return renderList(block, context);
    case 'code':
      return renderCode(block, `${context.prefix}d${++context.codes}`);
    case 'math':
      return renderFormula(block);
    case 'table':
      return renderTable(block, context);
    case 'thematicBreak':
      return '<hr>\n';
    case 'footnoteDefinition':
      return ''; // All of them stand at the end.
  }
}

/** The pieces of a line, one after the other. */
function renderInlines(inlines: readonly Inline[], context: Context): string {
  const pieces = inlines.map((inline) => renderInline(inline, context));
  return keepFormulasWhole(inlines, pieces).join('');
}

function renderInline(inline: Inline, context: Context): string {
  const content = () => ('children' in inline ? renderInlines(inline.children, context) : '');
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.value);
    case 'emphasis':
      return `<em>${content()}</em>`;
    case 'strong':
      return `<strong>${content()}</strong>`;
    case 'delete':
      return `<del>${content()}</del>`;
    case 'inlineCode':
      return `<code>${escapeHtml(inline.value)}</code>`;
    case 'inlineMath':
      return renderInlineFormula(inline);
    case 'break':
      return '<br>\n';
    case 'link':
      return renderLink(inline, content(), context);
    case 'image':
      return renderImage(inline, context);
    case 'footnoteReference':
      return renderReference(inline.identifier, context.footnotes);
  }
}

function renderHeading(heading: Extract<Block, { type: 'heading' }>, context: Context): string {
  const tag = `h${context.rankOf(heading.depth)}`;
  const id = escapeHtml(context.prefix + heading.data.fragment);
  return `<${tag} id="${id}">${renderInlines(heading.children, context)}</${tag}>\n`;
}

function renderBlockquote(quote: Extract<Block, { type: 'blockquote' }>, context: Context): string {
  const content = renderBlocks(quote.children, context);
  const alert = quote.data?.alert;
  if (alert === undefined) return `<blockquote>\n${content}</blockquote>\n`;
  const name = alert[0]!.toUpperCase() + alert.slice(1);
  return `<div class="alert alert-${alert}" role="note">\n<p class="alert-name">${name}</p>\n${content}</div>\n`;
}

function renderList(list: List, context: Context): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const start = list.ordered && list.start !== null && list.start !== 1 ? ` start="${list.start}"` : '';
  const tasks = list.children.some((item) => item.checked !== null) ? ' class="tasks"' : '';
  const items = list.children.map((item) => {
    const mark = item.checked === null ? '' : `<span class="task">${item.checked ? '☑' : '☐'}</span> `;
    // A tight item shows its paragraph as bare text.
    const parts = item.children.map((block) =>
      block.type === 'paragraph' && !item.spread && !list.spread
        ? renderInlines(block.children, context)
        : renderBlock(block, context),
    );
    return `<li>${mark}${parts.join('\n')}</li>\n`;
  });
  return `<${tag}${start}${tasks}>\n${items.join('')}</${tag}>\n`;
}

function renderTable(table: Extract<Block, { type: 'table' }>, context: Context): string {
  const row = (cells: (typeof table.children)[number], tag: 'th' | 'td') =>
    cells.children
      .map((cell, column) => {
        const align = table.align[column];
        const side = align ? ` class="${align}"` : '';
        const content = renderInlines(cell.children, context);
        // An empty header cell is no header: assistive technology would announce a blank.
        const name = tag === 'th' && content === '' ? 'td' : tag;
        if (name === 'td') return `<td${side}>${content}</td>`;
        return `<th${side} scope="col">${formulasInWords(cell.children) ?? content}</th>`;
      })
      .join('');
  const [head, ...rows] = table.children;
  const thead = head ? `<thead><tr>${row(head, 'th')}</tr></thead>` : '';
  const tbody =
    rows.length > 0 ? `<tbody>${rows.map((cells) => `<tr>${row(cells, 'td')}</tr>`).join('\n')}</tbody>` : '';
  return `<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>${thead}${tbody}</table></div>\n`;
}

/** A heading of formulas alone, with words for those who hear it: not every reader speaks MathML in a table's head. */
function formulasInWords(inlines: readonly Inline[]): string | undefined {
  const formulas = inlines.flatMap((inline) => (inline.type === 'inlineMath' ? [inline] : []));
  if (formulas.length < inlines.length) return undefined;
  const words = formulas.map(({ data, value }) => data?.text ?? value).join(' ');
  const drawn = formulas.map(renderInlineFormula).join('');
  return `<span aria-hidden="true">${drawn}</span><span class="hidden-visually">${escapeHtml(words)}</span>`;
}

function renderLink(link: Extract<Inline, { type: 'link' }>, content: string, { options }: Context): string {
  const title = link.title ? ` title="${escapeHtml(link.title)}"` : '';
  if (link.url.startsWith('guide:')) {
    const [id = '', fragment] = link.url.slice('guide:'.length).split('#', 2);
    const href = options.node(id, fragment);
    return href === undefined ? content : `<a href="${escapeHtml(href)}"${title}>${content}</a>`;
  }
  // Core lets no other scheme through; a second lock costs one line.
  if (!/^(https?|mailto):/i.test(link.url)) return content;
  return `<a href="${escapeHtml(link.url)}"${title} rel="noopener">${content}</a>`;
}

function renderImage(image: Extract<Inline, { type: 'image' }>, { options }: Context): string {
  const title = image.title ? ` title="${escapeHtml(image.title)}"` : '';
  if (image.url.startsWith('asset:')) {
    const source = escapeHtml(options.asset(image.url.slice('asset:'.length)));
    return `<img src="${source}" alt="${escapeHtml(image.alt)}"${title} loading="lazy" decoding="async">`;
  }
  // The site asks no other host for anything: a picture elsewhere is a link to it.
  if (!/^https?:/i.test(image.url)) return escapeHtml(image.alt);
  return `<a href="${escapeHtml(image.url)}"${title} rel="noopener">${escapeHtml(image.alt || image.url)}</a>`;
}

/** Ranks without gaps: each heading at most one below the one that it stands under. */
function createRanks(top: number): (depth: number) => number {
  const open: number[] = [];
  return (depth) => {
    while (open.length > 0 && open.at(-1)! >= depth) open.pop();
    open.push(depth);
    return Math.min(6, top + open.length - 1);
  };
}
