import type { Code, List, ListItem, Root, RootContent } from 'mdast';

import { spanOf, type ParsedFile } from './draft.ts';
import type { Reporter } from './messages.ts';
import { visitNodes } from './survey.ts';
import type { MarkdownEngine } from './syntax.ts';

/**
 * Repairs the lists of a whole file, in place.
 *
 * @param engine Parses what Markdown took for code, only because it was not indented far enough.
 * @returns Whether there is anything in the file now that was not there before.
 */
export function repairFile(file: ParsedFile, reporter: Reporter, engine: MarkdownEngine): boolean {
  const repair = new ListRepair(file, reporter, engine);
  const stack: (Root | RootContent)[] = [file.root];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (!('children' in at) || at.type === 'paragraph' || at.type === 'heading') continue;
    if (at.type === 'root' || at.type === 'listItem' || at.type === 'blockquote') {
      if (at.children.some(isList)) at.children = repair.flow(at.children as RootContent[]) as never; // Kinds stay.
    }
    for (const child of at.children) if ('children' in child) stack.push(child);
  }
  return repair.parsed;
}

/**
 * Gives what stands below numbered items back to them.
 *
 * ```markdown
 * 8. Scale
 *   - Partition the data      two spaces, where "8. " needs three: Markdown ends the list here
 * 9. Test                     and starts a second one here
 * ```
 */
class ListRepair {
  /** Whether code was parsed as the Markdown it was meant to be. */
  parsed = false;
  readonly #file: ParsedFile;
  readonly #reporter: Reporter;
  readonly #engine: MarkdownEngine;
  readonly #mended = new Set<List | ListItem>();

  constructor(file: ParsedFile, reporter: Reporter, engine: MarkdownEngine) {
    this.#file = file;
    this.#reporter = reporter;
    this.#engine = engine;
  }

  /** The siblings with split lists joined, each with a message. */
  flow(siblings: readonly RootContent[]): RootContent[] {
    const repaired: RootContent[] = [];
    const ahead = siblings.toReversed();
    for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
      const before = repaired.at(-1);
      if (!isList(before)) repaired.push(node);
      else if (isOrphan(before, node, this.#needed(before))) this.#giveBack(before, node);
      else if (isList(node) && this.#continues(before, node)) {
        before.children.push(...node.children);
        endWith(before, node);
      } else if (this.#looksLikeNextItem(before, node)) this.#startAgain(node, repaired, ahead);
      else repaired.push(node);
    }
    return repaired;
  }

  #giveBack(list: List, node: RootContent): void {
    const item = list.children.at(-1)!;
    const needed = this.#needed(list) - 1;
    const indent = isIndentedCode(node) ? Math.min(indentation(node) + INDENT.length, needed) : undefined;
    if (indent !== needed && !this.#mended.has(item)) {
      const number = `${(list.start ?? 1) + list.children.length - 1}.`;
      const what = node.type === 'list' ? 'list' : 'text';
      const more = needed - (list.position?.start.column ?? 1) + 1;
      const reason = `Unexpected indentation of the ${what} below \`${number}\`, expected ${more} spaces more than the number`;
      this.#reporter.report('split-list', reason, spanOf(this.#file, node));
    }
    this.#mended.add(list).add(item);
    const nodes = indent === undefined ? [node] : this.#parse(node, ' '.repeat(indent));
    item.children.push(...(nodes as ListItem['children']));
    if (node.type !== 'list') item.spread = true;
    endWith(item, node);
    endWith(list, node);
  }

  #continues(before: List, node: List): boolean {
    const split = this.#mended.has(before) || before.children.some((item) => item.children.some(isList));
    return (
      Boolean(before.ordered && node.ordered && split) && node.start === (before.start ?? 1) + before.children.length
    );
  }

  /* The column at which the text of the last item starts. */
  #needed(list: List): number {
    const start = list.children.at(-1)?.position?.start;
    if (!start) return 1;
    const offset = start.offset ?? 0;
    const marker = /^[ \t]*\d{1,9}[.)][ \t]+/.exec(this.#file.text.slice(offset, offset + 40));
    return start.column + (marker?.[0].length ?? 2);
  }

  /* After code that is indented, micromark 4.0.2 takes an item with any number but 1 for a paragraph. */
  #looksLikeNextItem(list: List, node: RootContent): boolean {
    if (node.type !== 'paragraph' || !this.#mended.has(list)) return false;
    const next = (list.start ?? 1) + list.children.length;
    const from = node.position?.start.offset ?? 0;
    return /^(\d{1,9})[.)][ \t]/.exec(this.#file.text.slice(from, from + 11))?.[1] === String(next);
  }

  #startAgain(node: RootContent, repaired: RootContent[], ahead: RootContent[]): void {
    const nodes = this.#parse(node, '');
    if (isList(nodes[0])) ahead.push(...nodes.toReversed());
    else repaired.push(node);
  }

  /* Parses what was not seen as the Markdown it is. Four spaces are enough below `10.`; below `100.` they make code. */
  #parse(node: RootContent, indent: string): RootContent[] {
    const { start, end } = node.position!;
    const from = start.offset ?? 0;
    const lines = this.#file.text.slice(from, end.offset).split('\n');
    if (!lines.every((line) => line.startsWith(indent) || line.trim() === '')) return [node];
    this.parsed = true;
    const { children } = this.#engine(lines.map((line) => line.slice(indent.length)).join('\n'));
    const offsets = [from];
    for (const line of lines) offsets.push(offsets.at(-1)! + line.length + 1);
    visitNodes(children, ({ position }) => {
      if (!position) return;
      for (const point of [position.start, position.end]) {
        point.offset = offsets[point.line - 1]! + indent.length + point.column - 1;
        point.line += start.line - 1;
        point.column += indent.length;
      }
    });
    return children;
  }
}

const INDENT = '    ';

function isList(node: RootContent | undefined): node is List {
  return node?.type === 'list';
}

function isIndentedCode(node: RootContent): node is Code {
  if (node.type !== 'code' || node.lang != null || node.position?.start.column !== 1) return false;
  // A fence has a line above its text, and one below unless it never ends.
  return node.position.end.line - node.position.start.line + 1 === node.value.split('\n').length;
}

/* The blanks that all lines of a block of code have in common. */
function indentation({ value }: Code): number {
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  return lines.reduce((least, line) => Math.min(least, line.search(/[^ ]/)), Infinity);
}

/* What is indented below a numbered item, but not as far as its text. */
function isOrphan(list: List, node: RootContent, needed: number): boolean {
  if (!list.ordered || (isList(node) && node.ordered)) return false;
  const from = node.position?.start;
  const column = isIndentedCode(node) ? INDENT.length + 1 : (from?.column ?? 1);
  const adjacent = (from?.line ?? 0) <= (list.position?.end.line ?? 0) + 2;
  return adjacent && column > (list.position?.start.column ?? 1) && column < needed;
}

function endWith(node: List | ListItem, last: RootContent): void {
  if (node.position && last.position) node.position = { ...node.position, end: last.position.end };
}
