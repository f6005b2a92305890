import type { Heading, ListItem } from 'mdast';

import type { Draft, ItemClass, ParsedFile } from './draft.ts';
import type { Reporter } from './messages.ts';
import type { MarkdownEngine } from './syntax.ts';

/** What the functions that build drafts share about the file they read. */
export interface Context {
  file: ParsedFile;
  reporter: Reporter;
  /** Parses Markdown that the first parse took for HTML. */
  engine: MarkdownEngine;
  /** What each list item became; an item that is not in it is prose. */
  classes: Map<ListItem, ItemClass>;
  /** The node to which each heading leads; a heading that is not in it is part of a body. */
  headings: Map<Heading, Draft>;
  /** Whether the short items of the file's lists are topics. */
  outlines: boolean;
  /** The node that stands for the file. */
  top: Draft;
  /** Whether that node is the guide itself. */
  isGuide: boolean;
}
