import type { FootnoteDefinition, PhrasingContent, RootContent, TableCell } from 'mdast';
import type {} from 'mdast-util-math';

import type { AlertKind, Block, Body, Heading, Inline, List, ListItem } from '../body.ts';
import type { Link } from '../types.ts';
import { spanOf, type ParsedFile } from './draft.ts';
import { blocksFromHtml, resolveInlineHtml } from './html.ts';
import type { Reporter } from './messages.ts';
import { slugify } from './slug.ts';
import { visitNodes } from './survey.ts';
import type { Targets } from './targets.ts';
import { cleanText, stripControls } from './text.ts';
import { plainText } from './title.ts';

/* Emphasis nested deeper than this is handed on as its words: renderers recurse. */
const MAX_INLINE_DEPTH = 50;

/** Turns the mdast of one file into bodies: references resolved, addresses checked, nothing left that could run. */
export class BodyMaker {
  readonly #file: ParsedFile;
  readonly #targets: Targets;
  readonly #reporter: Reporter;
  #links: Link[] = [];
  #footnotes = new Map<string, FootnoteDefinition>();

  constructor(file: ParsedFile, targets: Targets, reporter: Reporter) {
    this.#file = file;
    this.#targets = targets;
    this.#reporter = reporter;
  }

  /**
   * The body made of some nodes, and the links in it.
   *
   * @param line The line of the title, for its links only.
   */
  make(content: readonly RootContent[], line: readonly PhrasingContent[]): { body: Body; links: Link[] } {
    this.#links = [];
    this.#footnotes = new Map();
    if (line.some((node) => node.type !== 'text')) this.#inlines(line);
    const children = this.#blocks(content);
    // A footnote may refer to another, so the map can grow while it is read.
    for (const definition of this.#footnotes.values()) {
      const { identifier } = definition;
      const blocks = this.#blocks(definition.children);
      children.push({
        type: 'footnoteDefinition',
        identifier,
        label: definition.label ?? identifier,
        children: blocks,
      });
    }
    return { body: { type: 'root', children }, links: this.#links };
  }

  #blocks(nodes: readonly RootContent[]): Block[] {
    const blocks: Block[] = [];
    for (const node of nodes) for (const block of this.#block(node)) blocks.push(block);
    return blocks;
  }

  #block(node: RootContent): readonly Block[] {
    switch (node.type) {
      case 'paragraph': {
        if (isBackToTop(node.children)) return [];
        const formula = this.#displayed(node.children);
        if (formula) return [formula];
        const children = this.#inlines(node.children);
        return children.length === 0 ? [] : [{ type: 'paragraph', children }];
      }
      case 'heading': {
        const fragment = this.#targets.fragments.get(node) ?? slugify(plainText(node.children));
        const heading: Heading = {
          type: 'heading',
          depth: node.depth,
          children: this.#inlines(node.children),
          data: { fragment },
        };
        return [heading];
      }
      case 'blockquote':
        return [this.#quote(node.children)];
      case 'list': {
        const list: List = {
          type: 'list',
          ordered: node.ordered ?? false,
          start: node.ordered ? (node.start ?? 1) : null,
          spread: (node.spread ?? false) || node.children.some((item) => item.spread),
          children: node.children.map((item): ListItem => ({
            type: 'listItem',
            checked: item.checked ?? null,
            spread: item.spread ?? false,
            children: this.#blocks(item.children),
          })),
        };
        return [list];
      }
      case 'code':
        return [{ type: 'code', lang: node.lang ?? null, meta: node.meta ?? null, value: stripControls(node.value) }];
      case 'math':
        this.#checkMath(node.value, node);
        return [{ type: 'math', value: stripControls(node.value) }];
      case 'table':
        return [
          {
            type: 'table',
            align: node.align?.map((one) => one ?? null) ?? [],
            children: node.children.map((row) => ({
              type: 'tableRow',
              children: row.children.map((cell) => this.#cell(cell)),
            })),
          },
        ];
      case 'thematicBreak':
        return [{ type: 'thematicBreak' }];
      case 'html':
        return this.#html(node);
      case 'definition':
      case 'footnoteDefinition':
      case 'yaml':
      case 'listItem':
      case 'tableRow':
      case 'tableCell':
        return [];
      default: {
        const children = this.#inlines([node]);
        return children.length === 0 ? [] : [{ type: 'paragraph', children }];
      }
    }
  }

  /* `$$x$$` in a paragraph of its own is displayed, as GitHub has it. */
  #displayed(line: readonly PhrasingContent[]): Block | undefined {
    const [only] = line;
    if (line.length !== 1 || only?.type !== 'inlineMath') return undefined;
    if (!this.#file.text.startsWith('$$', only.position?.start.offset ?? -1)) return undefined;
    this.#checkMath(only.value, only);
    return { type: 'math', value: stripControls(only.value) };
  }

  #cell(cell: TableCell) {
    return { type: 'tableCell' as const, children: this.#inlines(cell.children) };
  }

  #quote(children: readonly RootContent[]): Block {
    const blocks = this.#blocks(children);
    const first = blocks[0];
    const mark = first?.type === 'paragraph' && first.children[0]?.type === 'text' ? first.children[0] : undefined;
    const match = mark && /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/iu.exec(mark.value);
    if (!match || first?.type !== 'paragraph') return { type: 'blockquote', children: blocks };
    const rest = mark.value.slice(match[0].length);
    const line: Inline[] =
      rest === '' ? first.children.slice(1) : [{ type: 'text', value: rest }, ...first.children.slice(1)];
    if (line[0]?.type === 'break') line.shift();
    const body: Block[] =
      line.length > 0 ? [{ type: 'paragraph', children: line }, ...blocks.slice(1)] : blocks.slice(1);
    return { type: 'blockquote', children: body, data: { alert: match[1]!.toLowerCase() as AlertKind } };
  }

  #html(node: Extract<RootContent, { type: 'html' }>): Block[] {
    if (
      /<(?!\/?(?:p|div|img|a|br|hr|b|i|em|strong|center|table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|span|sub|sup|code|pre|blockquote|details|summary|!--)\b|!--)[a-z]/iu.test(
        node.value,
      )
    ) {
      this.#reporter.report('raw-html', 'Unexpected HTML, reduced to its words', spanOf(this.#file, node));
    }
    const blocks = blocksFromHtml(node.value);
    visitNodes(blocks, (one) => {
      if (node.position) one.position = node.position;
    });
    // What HTML becomes holds no HTML again, so this ends.
    return this.#blocks(blocks.filter((one) => one.type !== 'html'));
  }

  #inlines(nodes: readonly PhrasingContent[] | readonly RootContent[], depth = 0): Inline[] {
    const resolved = resolveInlineHtml(nodes as PhrasingContent[], (tag) => {
      const name = cleanText(/^<\/?([a-z0-9-]{1,40})/i.exec(tag.value)?.[1] ?? 'tag');
      this.#reporter.report('raw-html', `Unexpected \`<${name}>\`, reduced to its words`, spanOf(this.#file, tag));
    });
    if (depth > MAX_INLINE_DEPTH) return [{ type: 'text', value: stripControls(plainText(resolved)) }];
    const line: Inline[] = [];
    for (const node of resolved) for (const one of this.#inline(node, depth)) line.push(one);
    return line;
  }

  #inline(node: PhrasingContent, depth: number): readonly Inline[] {
    switch (node.type) {
      case 'text':
        this.#checkText(node.value, node);
        return [{ type: 'text', value: stripControls(node.value) }];
      case 'emphasis':
      case 'strong':
      case 'delete':
        return [{ type: node.type, children: this.#inlines(node.children, depth + 1) }];
      case 'inlineCode':
        return [{ type: 'inlineCode', value: stripControls(node.value) }];
      case 'inlineMath':
        this.#checkMath(node.value, node);
        return [{ type: 'inlineMath', value: stripControls(node.value) }];
      case 'break':
        return [{ type: 'break' }];
      case 'link':
        return this.#link(node.url, node.title ?? null, node.children, node, depth);
      case 'linkReference': {
        const definition = this.#file.survey.definitions.get(node.identifier);
        if (!definition) return this.#inlines(node.children, depth);
        return this.#link(definition.url, definition.title ?? null, node.children, node, depth);
      }
      case 'image':
        return this.#image(node.url, node.title ?? null, node.alt ?? '', node);
      case 'imageReference': {
        const definition = this.#file.survey.definitions.get(node.identifier);
        return definition ? this.#image(definition.url, definition.title ?? null, node.alt ?? '', node) : [];
      }
      case 'footnoteReference': {
        const definition = this.#file.survey.footnotes.get(node.identifier);
        if (definition) this.#footnotes.set(node.identifier, definition);
        return [{ type: 'footnoteReference', identifier: node.identifier, label: node.label ?? node.identifier }];
      }
      default:
        return 'value' in node ? [{ type: 'text', value: stripControls(node.value) }] : [];
    }
  }

  #link(
    url: string,
    title: string | null,
    children: readonly PhrasingContent[],
    node: PhrasingContent,
    depth: number,
  ): Inline[] {
    const inside = this.#inlines(children, depth + 1);
    const text = cleanText(plainText(children));
    const found = this.#targets.look(url, this.#file.path);
    const at = spanOf(this.#file, node);
    const label = title === null ? null : cleanText(title);
    switch (found.kind) {
      case 'inside': {
        const { id, fragment } = found.target;
        this.#links.push({ url, text, target: id, ...(fragment === undefined ? {} : { fragment }) });
        return [
          {
            type: 'link',
            url: `guide:${id}${fragment === undefined ? '' : `#${fragment}`}`,
            title: label,
            children: inside,
          },
        ];
      }
      case 'outside':
        this.#links.push({ url: found.url, text });
        return [{ type: 'link', url: found.url, title: label, children: inside }];
      case 'asset':
        this.#links.push({ url, text });
        return [{ type: 'link', url: `asset:${found.path}`, title: label, children: inside }];
      case 'unsafe':
        this.#reporter.report(
          'unsafe-link',
          `Unexpected address \`${shorten(url)}\`, expected \`http:\`, \`https:\` or \`mailto:\``,
          at,
        );
        return inside;
      case 'broken': {
        const hint = found.nearest === undefined ? '' : `, did you mean \`${shorten(found.nearest)}\`?`;
        this.#links.push({ url: cleanText(url), text });
        this.#reporter.report('broken-link', `Unexpected link to \`${shorten(url)}\`, which does not exist${hint}`, at);
        return inside;
      }
    }
  }

  #image(url: string, title: string | null, alt: string, node: PhrasingContent): Inline[] {
    const at = spanOf(this.#file, node);
    const found = this.#targets.look(url, this.#file.path);
    const text = cleanText(alt);
    if (text === '') this.#reporter.report('image-alt', 'Unexpected image without text alternative', at);
    if (found.kind === 'unsafe') {
      this.#reporter.report(
        'unsafe-link',
        `Unexpected address \`${shorten(url)}\` of an image, expected \`https:\` or a file`,
        at,
      );
    } else if (found.kind === 'broken') {
      this.#reporter.report('missing-file', `Unexpected image \`${shorten(url)}\`, which does not exist`, at);
    }
    if (found.kind !== 'outside' && found.kind !== 'asset') return text === '' ? [] : [{ type: 'text', value: text }];
    const address = found.kind === 'outside' ? found.url : `asset:${found.path}`;
    return [{ type: 'image', url: address, title: title === null ? null : cleanText(title), alt: text }];
  }

  #checkText(value: string, node: RootContent): void {
    if (!value.includes('[')) return;
    const match = /\[[^\][]+\]\[[^\][]+\]|\[\^[^\]\s]{1,100}\]/.exec(value);
    if (!match) return;
    const reason = `Unexpected reference \`${shorten(match[0])}\` without definition`;
    this.#reporter.report('undefined-reference', reason, spanOf(this.#file, node));
  }

  #checkMath(value: string, node: RootContent): void {
    let depth = 0;
    for (let index = 0; index < value.length; index++) {
      const letter = value[index];
      if (letter === '\\') index += 1;
      else if (letter === '{') depth += 1;
      else if (letter === '}' && --depth < 0) break;
    }
    const end = node.position?.end.offset;
    const closed =
      node.type !== 'math' || end === undefined || /\$\$\s*$/.test(this.#file.text.slice(Math.max(0, end - 20), end));
    if (depth !== 0) {
      const reason = depth > 0 ? 'Unexpected `{` without `}` in a formula' : 'Unexpected `}` without `{` in a formula';
      this.#reporter.report('unbalanced-math', reason, spanOf(this.#file, node));
    } else if (!closed) {
      this.#reporter.report('unbalanced-math', 'Unexpected `$$` that is never closed', spanOf(this.#file, node));
    }
  }
}

/** "Back to top": a help on one long page, and noise where every topic has a page of its own. */
function isBackToTop(line: readonly PhrasingContent[]): boolean {
  return (
    line.length === 1 &&
    /\bto (?:the )?(?:top|contents|table of contents)\b/i.test(plainText(line)) &&
    /^\P{L}*(?:back|return) to (?:the )?(?:top|contents|table of contents)\P{L}*$/iu.test(plainText(line))
  );
}

function shorten(text: string): string {
  const clean = cleanText(text);
  return clean.length > 100 ? `${clean.slice(0, 99)}…` : clean;
}
