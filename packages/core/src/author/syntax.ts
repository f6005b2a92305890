import type { Root } from 'mdast';
import { mathFromMarkdown } from 'mdast-util-math';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

import { remarkSparingly } from './bare-addresses.ts';
import { displayedMath } from './math-flow.ts';
import { singleDollarMath } from './math-text.ts';
import { linearSetext } from './setext.ts';

/** Our dialect in one place: CommonMark, GitHub's extensions, YAML frontmatter, and math between dollars. */
const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkDollars)
  .use(remarkSparingly)
  .freeze();

function remarkDollars(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(displayedMath(), singleDollarMath(), linearSetext());
  (data.fromMarkdownExtensions ??= []).push(mathFromMarkdown());
}

/**
 * What parses Markdown to mdast with positions: the one that comes with core, or `satteri` of `@mlguide/core/satteri`.
 * It may throw for hostile text; such a file is left out with a message.
 */
export type MarkdownEngine = (text: string) => Root;

/**
 * Parses Markdown in our dialect to mdast with positions.
 *
 * @throws {RangeError} for some hostile texts; see `guards.ts`, which must have passed the text first.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
