import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { Point, Position } from 'unist';

import type { Difficulty, NodeId, NodeKind, QuestionDifficulty, Span } from '../types.ts';
import type { Prose } from './body.ts';
import type { Frontmatter } from './frontmatter.ts';
import { surveyFile, type Survey } from './survey.ts';

/** One Markdown file, in memory. */
export interface SourceFile {
  /** Path relative to the guide's root, with `/`. */
  path: string;
  /** The Markdown. A leading byte-order mark and CRLF are allowed. */
  text: string;
}

/** What is known of a file from its name and its frontmatter. */
export interface FileHead {
  path: string;
  frontmatter: Frontmatter;
  /** Where the values of the frontmatter stand. */
  places: Partial<Record<string, Span[]>>;
  /** The place among its neighbours that its frontmatter claims. */
  position?: number;
  /** The address that it has on its site, as its frontmatter says. */
  permalink?: string;
}

/** A file after parsing. Nothing keeps it once its drafts are made: ten thousand syntax trees are a heavy load. */
export interface ParsedFile {
  path: string;
  head: FileHead;
  /** The text with LF line endings and without byte-order mark, to which all positions refer. */
  text: string;
  root: Root;
  survey: Survey;
}

/** A file in which nothing stands: one that cannot be read. */
export function emptyFile(path: string, text = ''): ParsedFile {
  const root: Root = { type: 'root', children: [] };
  return { path, head: emptyHead(path), text, root, survey: surveyFile(root) };
}

/** The head of a file that has none, or of a folder without an index. */
export function emptyHead(path: string): FileHead {
  return { path, frontmatter: {}, places: {} };
}

/** A node in the making: nested, and holding its prose. */
export interface Draft {
  /** Empty until all files are read; see `ids.ts`. */
  id: NodeId;
  kind: NodeKind;
  title: string;
  /** An id the author chose, already normalised. */
  explicitId?: string;
  /** The name from which its part of the id is made, where that is not the title (a file's name). */
  slugSource?: string;
  anchors: string[];
  status: 'ready' | 'tbd';
  note?: string;
  tags: string[];
  difficulty?: Difficulty;
  questionDifficulty?: QuestionDifficulty;
  frontmatter: Frontmatter;
  file: FileHead;
  span: Span;
  children: Draft[];
  /** The mdast of its prose, while its file is being read. */
  content: RootContent[];
  /** The line that holds the title, for the links in it; while its file is being read. */
  line: PhrasingContent[];
  /** What was made of the two above, once its file is read. */
  prose?: Prose;
  /** The address of a resource and what was written behind it. */
  resource?: { url: string; remark: string };
  /** Whether it comes from a heading or a file rather than from a list item. */
  heading: boolean;
  /** Whether it has no title but the name of its file. */
  named?: boolean;
}

/** What each list item of the input became. A table of contents is among the notes. */
export interface ListItemCounts {
  /** Items that are topics. */
  topics: number;
  /** Items that are resources. */
  resources: number;
  /** Items that are questions. */
  questions: number;
  /** Items that said `[TBD]` and nothing else. */
  placeholders: number;
  /** Items that are prose, and stay in a body. */
  notes: number;
}

/** Counts from which to start. */
export function noItems(): ListItemCounts {
  return { topics: 0, resources: 0, questions: 0, placeholders: 0, notes: 0 };
}

/** What one list item became. */
export type ItemClass = 'topic' | 'resource' | 'question' | 'placeholder' | 'note';

/** A new draft; the rest of its fields say what is known of it. */
export function draft(kind: NodeKind, title: string, file: FileHead, span: Span, rest: Partial<Draft> = {}): Draft {
  return {
    id: '',
    kind,
    title,
    anchors: [],
    status: 'ready',
    tags: [],
    frontmatter: {},
    file,
    span,
    children: [],
    content: [],
    line: [],
    heading: true,
    ...rest,
  };
}

/** The place of an mdast node in its file. */
export function spanOf(file: { path: string }, node: { position?: Position | undefined }, end = node): Span {
  const start: Point = node.position?.start ?? { line: 1, column: 1 };
  const stop: Point = end.position?.end ?? start;
  return { file: file.path, line: start.line, column: start.column, endLine: stop.line, endColumn: stop.column };
}

/** Every draft below one, parents first; iterative. */
export function* walkDrafts(root: Draft): Generator<Draft, void, undefined> {
  const stack: Draft[] = [root];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    yield at;
    for (let index = at.children.length - 1; index >= 0; index--) stack.push(at.children[index]!);
  }
}
