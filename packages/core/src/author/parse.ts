import type { Bodies } from '../body.ts';
import type { Guide } from '../types.ts';
import { checkGuide } from './check.ts';
import { noItems, type ListItemCounts, type SourceFile } from './draft.ts';
import { draftFile, parseFile, type FileDraft } from './file.ts';
import { arrangeFolders } from './folders.ts';
import { finishGuide } from './guide.ts';
import { assignIds } from './ids.ts';
import { Reporter, type Message } from './messages.ts';
import { findSummary, arrangeBySummary } from './summary.ts';
import { parseMarkdown, type MarkdownEngine } from './syntax.ts';
import { Targets } from './targets.ts';

/** What {@link parseGuide} may be told. */
export interface ParseOptions {
  /** The title of a guide that does not say its own; by default `Guide`. */
  title?: string;
  /** Whether a file that is not Markdown exists, by its path from the guide's root. Without it, nobody asks. */
  hasFile?: (path: string) => boolean;
  /** Ids that were published before: one that is gone without a `formerly:` is a message. */
  publishedIds?: readonly string[];
  /** What parses the Markdown; by default remark. `satteri` of `@mlguide/core/satteri` is many times faster. */
  engine?: MarkdownEngine;
}

/** A parsed guide: the tree, the prose, and what there is to say about them. */
export interface ParsedGuide {
  /** The tree. */
  guide: Guide;
  /** The prose, by the id of the node it belongs to; the guide's own has the id `''`. */
  bodies: Bodies;
  /** In the order of files and places. A build stops if one of them is an error. */
  messages: Message[];
  /** What the list items of the input became; they add up to all there are. */
  items: ListItemCounts;
  /** What the input itself held, to hold against what became of it. */
  source: SourceCounts;
}

/** What the Markdown held, before anything was made of it. */
export interface SourceCounts {
  /** Markdown files, `SUMMARY.md` not counted. */
  files: number;
  /** Headings in all of them. */
  headings: number;
  /** List items in all of them, nested ones too. */
  listItems: number;
  /** Links in all of them. */
  links: number;
}

/**
 * Parses Markdown files to a guide. Never throws for any text: an author's mistakes are messages.
 *
 * @param sources The files, in any order; the order of the guide is that of their names (or of `SUMMARY.md`).
 * @example parseGuide([{ path: 'README.md', text: '# Guide\n\n## Trees\n\nA tree asks.' }]).guide.modules // ['trees']
 */
export function parseGuide(sources: readonly SourceFile[], options: ParseOptions = {}): ParsedGuide {
  const reporter = new Reporter();
  const engine = options.engine ?? parseMarkdown;
  const summary = findSummary(sources);
  const content = sources
    .filter((source) => source !== summary)
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const isAlone = content.length === 1;
  const files = content.map((source) => draftFile(parseFile(source, reporter, engine), isAlone, reporter, engine));
  const title = options.title ?? 'Guide';
  const top = summary
    ? arrangeBySummary(parseFile(summary, reporter, engine), files, title, reporter)
    : arrangeFolders(files, title);
  assignIds(top, reporter);
  const targets = new Targets(top, files, options.hasFile);
  const { guide, bodies } = finishGuide(top, targets, reporter);
  const { rules } = top.frontmatter;
  checkGuide({ guide, bodies, top, reporter, publishedIds: options.publishedIds ?? [], settings: rules ?? {} });
  const order = new Map(files.map((file, index) => [file.top.file.path, index]));
  return { guide, bodies, messages: reporter.messages(rules, order), ...countSource(files) };
}

function countSource(files: readonly FileDraft[]): Pick<ParsedGuide, 'items' | 'source'> {
  const items = noItems();
  const source: SourceCounts = { files: files.length, headings: 0, listItems: 0, links: 0 };
  for (const { counts } of files) {
    source.headings += counts.headings;
    source.links += counts.links;
    for (const kind of Object.keys(items) as (keyof ListItemCounts)[]) {
      items[kind] += counts.items[kind];
      source.listItems += counts.items[kind];
    }
  }
  return { items, source };
}
