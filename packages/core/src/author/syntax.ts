import type { Root } from 'mdast';
import { math } from 'micromark-extension-math';
import { mathFromMarkdown } from 'mdast-util-math';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

import { singleDollarMath } from './math-text.ts';

/** Our dialect in one place: CommonMark, GitHub's extensions, YAML frontmatter, and math between dollars. */
const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkDollars)
  .freeze();

function remarkDollars(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(math({ singleDollarTextMath: false }), singleDollarMath());
  (data.fromMarkdownExtensions ??= []).push(mathFromMarkdown());
}

/**
 * Parses Markdown in our dialect to mdast with positions.
 *
 * @throws {RangeError} for some hostile texts; see `guards.ts`, which must have passed the text first.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
