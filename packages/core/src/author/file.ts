import type { Heading, ListItem, RootContent } from 'mdast';

import { findAnchors, type Anchor } from './anchors.ts';
import { BodyMaker } from './body.ts';
import type { Context } from './context.ts';
import {
  draft,
  emptyFile,
  noItems,
  spanOf,
  walkDrafts,
  type Draft,
  type FileHead,
  type ItemClass,
  type ListItemCounts,
  type ParsedFile,
  type SourceFile,
} from './draft.ts';
import { declaresTopic, readFrontmatter } from './frontmatter.ts';
import { findHostile } from './guards.ts';
import { liftHeadings } from './html-headings.ts';
import { repairFile } from './list-repair.ts';
import { startOf, type Reporter } from './messages.ts';
import { outlineFile } from './outline.ts';
import { fileOutlines } from './shape.ts';
import type { MarkdownEngine } from './syntax.ts';
import { surveyFile, type Survey } from './survey.ts';
import { cleanText } from './text.ts';
import { readTitle, type TitleParts } from './title.ts';

/** What one file says, before it has a place in the guide. */
export interface FileDraft {
  top: Draft;
  /** What can be led to in it. */
  anchors: Anchor[];
  counts: FileCounts;
}

/** What a file held, and what its list items became. */
export interface FileCounts {
  headings: number;
  links: number;
  items: ListItemCounts;
}

/** Parses one file. Never throws: what cannot be parsed is left out with a message. */
export function parseFile(source: SourceFile, reporter: Reporter, engine: MarkdownEngine): ParsedFile {
  const text = normalizeText(source.text);
  const empty = emptyFile(source.path, text);
  const hostile = findHostile(text);
  if (hostile) {
    const at = { ...startOf(source.path), line: hostile.line, endLine: hostile.line };
    reporter.report(hostile.rule, hostile.reason, at);
    return empty;
  }
  try {
    const root = engine(text);
    liftHeadings(root);
    const first = root.children[0];
    const yaml = first?.type === 'yaml' ? first : undefined;
    const read = yaml ? readFrontmatter(yaml.value, spanOf(empty, yaml), reporter) : { frontmatter: {}, places: {} };
    const head: FileHead = { path: source.path, ...read };
    const file: ParsedFile = { path: source.path, head, text, root, survey: surveyFile(root) };
    if (repairFile(file, reporter, engine)) file.survey = surveyFile(root);
    return file;
  } catch (cause) {
    // The guards above let through what they do not know; a stack overflow in the parser is still an author's mistake.
    const detail = cause instanceof Error ? `: ${cleanText(cause.message)}` : '';
    reporter.report('too-deep', `Unexpected text that the Markdown parser cannot take${detail}`, startOf(source.path));
    return empty;
  }
}

/* Most texts need neither, and looking is cheaper than replacing. */
function normalizeText(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return start.includes('\r') ? start.replace(/\r\n?/gu, '\n') : start;
}

/**
 * The draft of a file, with everything in it and all prose made.
 *
 * @param isAlone Whether it is the only file of its guide.
 */
export function draftFile(file: ParsedFile, isAlone: boolean, reporter: Reporter, engine: MarkdownEngine): FileDraft {
  const isGuide = isAlone || (isIndex(file.path) && !file.path.includes('/'));
  const { top, classes, headings } = outline(file, isGuide, reporter, engine);
  const { anchors, fragments } = findAnchors(top, file.survey, headings);
  const maker = new BodyMaker(file, fragments, reporter);
  for (const one of walkDrafts(top)) {
    one.prose = maker.make(one.content, one.line);
    one.content = [];
    one.line = [];
  }
  maker.reportUnused();
  return { top, anchors, counts: countFile(file.survey, classes) };
}

function countFile({ marks, items, links }: Survey, classes: ReadonlyMap<ListItem, ItemClass>): FileCounts {
  const counts: FileCounts = { headings: 0, links, items: noItems() };
  for (const node of marks) if (node.type === 'heading') counts.headings += 1;
  for (const item of items) counts.items[`${classes.get(item) ?? 'note'}s`] += 1;
  return counts;
}

function outline(file: ParsedFile, isGuide: boolean, reporter: Reporter, engine: MarkdownEngine): Context {
  const { frontmatter } = file.head;
  const flow = file.root.children.filter((node) => node.type !== 'yaml');
  const heading = findTitle(flow, file.head);
  const parts = heading ? readTitle(heading.children) : undefined;
  const top = draft('section', titleOf(file.head, parts), file.head, spanOf(file, file.root), {
    frontmatter: frontmatter,
    slugSource: bareName(file.path),
    tags: [...(frontmatter.tags ?? []), ...(parts?.tags ?? [])],
    status: frontmatter.status ?? (parts?.tbd ? 'tbd' : 'ready'),
    anchors: parts?.anchors ?? [],
    line: heading?.children ?? [],
    named: !frontmatter.title && !parts?.title,
    ...(parts?.note === undefined ? {} : { note: parts.note }),
  });
  const difficulty = frontmatter.difficulty ?? parts?.difficulty;
  if (difficulty) top.difficulty = difficulty;

  const rest = heading ? flow.filter((node) => node !== heading) : flow;
  const page = declaresTopic(frontmatter);
  const outlines = !page && fileOutlines(rest, frontmatter.lists);
  const [classes, headings]: [Context['classes'], Context['headings']] = [new Map(), new Map()];
  const context: Context = { file, reporter, engine, top, isGuide, outlines, classes, headings };
  if (heading) {
    context.headings.set(heading, top);
    reportSecondTitle(file, heading, parts!, reporter);
  }
  outlineFile(context, rest, heading?.depth ?? 0);
  const holds = top.children.some((child) => child.kind === 'section' || child.kind === 'topic');
  top.kind = page || !holds ? 'topic' : 'section';
  return context;
}

/**
 * The heading that is the title of a file: a first heading of rank 1, or the only heading of rank 1, or, where none
 * has rank 1, a heading that everything in the file stands below. When the
 * frontmatter has a title and several headings have rank 1, those are its parts and none is its title.
 */
function findTitle(flow: readonly RootContent[], { frontmatter, path }: FileHead): Heading | undefined {
  const headings = flow.filter((node): node is Heading => node.type === 'heading');
  const ones = headings.filter((heading) => heading.depth === 1);
  if (ones.length > 1 && frontmatter.title !== undefined) {
    return ones.find((heading) => heading === headings[0] && sameText(heading, frontmatter.title!));
  }
  if (headings[0]?.depth === 1) return headings[0];
  if (ones.length > 0) return ones.length === 1 ? ones[0] : undefined;
  return frontmatter.title === undefined && !isIndex(path) ? loneHeading(flow, headings) : undefined;
}

/* Many a book has no heading of rank 1: its chapters start with the only heading of rank 2 that they have. */
function loneHeading(flow: readonly RootContent[], headings: readonly Heading[]): Heading | undefined {
  const [first, ...others] = headings;
  if (!first || others.some((heading) => heading.depth <= first.depth)) return undefined;
  const before = flow.slice(0, flow.indexOf(first));
  return before.every(isInvisible) ? first : undefined;
}

/* Comments and anchors. */
function isInvisible(node: RootContent): boolean {
  if (node.type === 'paragraph') return node.children.every((child) => child.type === 'html' || isBlank(child));
  return node.type === 'html' || node.type === 'definition';
}

function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function sameText(heading: Heading, title: string): boolean {
  return readTitle(heading.children).title.toLowerCase() === title.toLowerCase();
}

/* Many tools want the title in both places; only two titles are a fault. */
function reportSecondTitle(file: ParsedFile, heading: Heading, parts: TitleParts, reporter: Reporter): void {
  const { title } = file.head.frontmatter;
  if (title === undefined || sameText(heading, title)) return;
  const reason = `Unexpected heading \`${parts.title}\` beside the title \`${title}\`; the frontmatter wins`;
  reporter.report('title-twice', reason, spanOf(file, heading));
}

function titleOf(file: FileHead, parts: TitleParts | undefined): string {
  return file.frontmatter.title || parts?.title || (isIndex(file.path) ? '' : titleFromName(bareName(file.path)));
}

const INDEX = ['index', '_index', 'readme'];

/** How strongly a file's name says that it speaks for its folder: 0 is the strongest; -1 for any other file. */
export function indexRank(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|mdx)$/iu, '');
  return INDEX.indexOf(name.toLowerCase());
}

function isIndex(path: string): boolean {
  return indexRank(path) >= 0;
}

/** A file's or folder's name without its extension and its ordering number. */
export function bareName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|mdx)$/iu, '');
  return name.replace(/^\d+(?:\.\d+)*[-_. )]+(?=\S)/u, '') || name;
}

/** A name as a title: `gradient-descent` gives `Gradient descent`. */
export function titleFromName(name: string): string {
  const words = cleanText(name.replace(/[-_]+/gu, ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
