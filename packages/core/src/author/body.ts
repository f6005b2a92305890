import type { FootnoteDefinition, PhrasingContent, RootContent, TableCell } from 'mdast';
import type {} from 'mdast-util-math';

import type { AlertKind, Block, Body, Heading, Image, Inline, Link as BodyLink, List, ListItem } from '../body.ts';
import type { Link } from '../types.ts';
import { readAttributes, withoutMarks } from './attributes.ts';
import { spanOf, type ParsedFile } from './draft.ts';
import { blocksFromHtml } from './html-blocks.ts';
import { resolveInlineHtml } from './html-inline.ts';
import { readAddress, shorten, type LocalAddress } from './local.ts';
import type { Reporter } from './messages.ts';
import { checkMath, checkReferences } from './prose-checks.ts';
import { slugify } from './slug.ts';
import { visitNodes } from './survey.ts';
import { cleanText, stripControls } from './text.ts';
import { plainText } from './title.ts';

/* Emphasis nested deeper than this is handed on as its words: renderers recurse. */
const MAX_INLINE_DEPTH = 50;

/* A tag of which only the words stay, and perhaps not even these. */
const UNUSUAL =
  /<(?!\/?(?:p|div|img|a|br|hr|b|i|em|strong|center|table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|span|sub|sup|code|pre|blockquote|details|summary)\b)([a-z][a-z0-9-]{0,40})/i;

/** The prose of one node, complete but for the addresses inside the guide, which are known when all files are read. */
export interface Prose {
  body: Body;
  links: Link[];
  local: LocalAddress[];
}

/** Turns the mdast of one file into bodies: references resolved, addresses checked, nothing left that could run. */
export class BodyMaker {
  readonly #file: ParsedFile;
  readonly #fragments: ReadonlyMap<RootContent, string>;
  readonly #reporter: Reporter;
  #links: Link[] = [];
  #local: LocalAddress[] = [];
  #footnotes = new Map<string, FootnoteDefinition>();
  /** The footnotes that some prose of the file refers to, and the kinds of tags that were reported. */
  readonly #used = new Set<FootnoteDefinition>();
  readonly #tags = new Set<string>();

  /** @param fragments The fragment of each heading of the file. */
  constructor(file: ParsedFile, fragments: ReadonlyMap<RootContent, string>, reporter: Reporter) {
    this.#file = file;
    this.#fragments = fragments;
    this.#reporter = reporter;
  }

  /**
   * The prose made of some nodes.
   *
   * @param line The line of the title, for its links only.
   */
  make(content: readonly RootContent[], line: readonly PhrasingContent[]): Prose {
    this.#links = [];
    this.#local = [];
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
    return { body: { type: 'root', children }, links: this.#links, local: this.#local };
  }

  /** Reports the footnotes that no prose refers to; to be called when all prose of the file is made. */
  reportUnused(): void {
    const { footnotes, spareFootnotes } = this.#file.survey;
    for (const note of [...footnotes.values(), ...spareFootnotes]) {
      if (this.#used.has(note)) continue;
      const name = `\`[^${shorten(note.label ?? note.identifier)}]\``;
      const what = footnotes.get(note.identifier) === note ? 'to which nothing refers' : 'which was defined above';
      this.#reporter.report('unused-footnote', `Unexpected footnote ${name}, ${what}`, spanOf(this.#file, note));
    }
  }

  #blocks(nodes: readonly RootContent[]): Block[] {
    return flatMap(nodes, (node) => this.#block(node));
  }

  #block(node: RootContent): Block[] {
    switch (node.type) {
      case 'paragraph': {
        if (isBackToTop(node.children)) return [];
        const formula = this.#displayed(node.children);
        if (formula) return [formula];
        const children = this.#inlines(withoutMarks(node.children));
        return children.length === 0 ? [] : [{ type: 'paragraph', children }];
      }
      case 'heading': {
        const fragment = this.#fragments.get(node) ?? slugify(plainText(node.children));
        const heading: Heading = {
          type: 'heading',
          depth: node.depth,
          children: this.#inlines(withoutAttributes(node.children)),
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
        checkMath(node.value, node, this.#file, this.#reporter);
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
    checkMath(only.value, only, this.#file, this.#reporter);
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
    this.#reportTag(UNUSUAL.exec(node.value)?.[1], node);
    const blocks = blocksFromHtml(node.value);
    visitNodes(blocks, (one) => {
      if (node.position) one.position = node.position;
    });
    // What HTML becomes holds no HTML again, so this ends.
    return this.#blocks(blocks.filter((one) => one.type !== 'html'));
  }

  #inlines(nodes: readonly PhrasingContent[] | readonly RootContent[], depth = 0): Inline[] {
    const resolved = resolveInlineHtml(nodes as PhrasingContent[], (tag) => {
      this.#reportTag(/^<([a-z][a-z0-9-]{0,40})/i.exec(tag.value)?.[1] ?? 'tag', tag);
    });
    if (depth > MAX_INLINE_DEPTH) return [{ type: 'text', value: stripControls(plainText(resolved)) }];
    return flatMap(resolved, (node) => this.#inline(node, depth));
  }

  #inline(node: PhrasingContent, depth: number): Inline[] {
    switch (node.type) {
      case 'text':
        checkReferences(node.value, node, this.#file, this.#reporter);
        return [{ type: 'text', value: stripControls(node.value) }];
      case 'emphasis':
      case 'strong':
      case 'delete':
        return [{ type: node.type, children: this.#inlines(node.children, depth + 1) }];
      case 'inlineCode':
        return [{ type: 'inlineCode', value: stripControls(node.value) }];
      case 'inlineMath':
        checkMath(node.value, node, this.#file, this.#reporter);
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
        if (definition) {
          this.#footnotes.set(node.identifier, definition);
          this.#used.add(definition);
        }
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
    const address = readAddress(url);
    if (address.kind === 'unsafe') {
      this.#reportUnsafe(url, '', 'expected `http:`, `https:` or `mailto:`', node);
      return inside;
    }
    const outside = address.kind === 'outside';
    const link: Link = { url: outside ? address.url : url, text };
    const label = title === null ? null : cleanText(title);
    const made: BodyLink = { type: 'link', url: link.url, title: label, children: inside };
    this.#links.push(link);
    if (!outside) this.#local.push({ node: made, link, url, path: address.path, span: spanOf(this.#file, node) });
    return [made];
  }

  /* Once a file for each kind of tag: it is one habit of its author, not a thousand mistakes. What loses its words too
     is named each time. */
  #reportTag(name: string | undefined, node: RootContent): void {
    if (name === undefined || (this.#tags.has(name.toLowerCase()) && !/^(?:script|style|svg)$/i.test(name))) return;
    this.#tags.add(name.toLowerCase());
    this.#reporter.report('raw-html', `Unexpected \`<${name}>\`, reduced to its words`, spanOf(this.#file, node));
  }

  #image(url: string, title: string | null, alt: string, node: PhrasingContent): Inline[] {
    const address = readAddress(url);
    const text = cleanText(alt);
    if (text === '') {
      this.#reporter.report('image-alt', 'Unexpected image without text alternative', spanOf(this.#file, node));
    }
    if (address.kind === 'unsafe') {
      this.#reportUnsafe(url, ' of an image', 'expected `https:` or a file', node);
      return text === '' ? [] : [{ type: 'text', value: text }];
    }
    const outside = address.kind === 'outside';
    const label = title === null ? null : cleanText(title);
    const made: Image = { type: 'image', url: outside ? address.url : url, title: label, alt: text };
    if (!outside) this.#local.push({ node: made, url, path: address.path, span: spanOf(this.#file, node) });
    return [made];
  }

  #reportUnsafe(url: string, what: string, expected: string, node: RootContent): void {
    const reason = `Unexpected address \`${shorten(url)}\`${what}, ${expected}`;
    this.#reporter.report('unsafe-link', reason, spanOf(this.#file, node));
  }
}

/* Like the method of arrays, but the result has no room to spare: a guide keeps a hundred thousand of them. */
function flatMap<In, Out>(from: readonly In[], map: (one: In) => Out[]): Out[] {
  if (from.length === 1) return map(from[0]!);
  const all: Out[] = [];
  for (const one of from) for (const made of map(one)) all.push(made);
  return all.slice();
}

function withoutAttributes(line: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = line.at(-1);
  const read = last?.type === 'text' && last.value.endsWith('}') ? readAttributes(last.value) : undefined;
  return read ? [...line.slice(0, -1), { type: 'text', value: read.text }] : line;
}

/** "Back to top": a help on one long page, and noise where every topic has a page of its own. */
function isBackToTop(line: readonly PhrasingContent[]): boolean {
  return (
    line.length === 1 &&
    /\bto (?:the )?(?:top|contents|table of contents)\b/i.test(plainText(line)) &&
    /^\P{L}*(?:back|return) to (?:the )?(?:top|contents|table of contents)\P{L}*$/iu.test(plainText(line))
  );
}
