import type { Heading, List, ListItem, RootContent } from 'mdast';

import { readMarkLine } from './attributes.ts';
import { dropEmptyContents, isTableOfContents } from './contents.ts';
import type { Context } from './context.ts';
import { readDetails, type Details } from './details.ts';
import { draft, spanOf, type Draft, type ItemClass } from './draft.ts';
import { declaresTopic } from './frontmatter.ts';
import {
  announcesAnswer,
  namesContents,
  namesQuestions,
  namesResources,
  saysOnlyMore,
  speaksOfQuestions,
} from './group-headings.ts';
import { isContents } from './items.ts';
import { checkListSource } from './list-source.ts';
import { placeList } from './lists.ts';
import { normalizeId } from './slug.ts';
import { cleanText } from './text.ts';
import { readTitle } from './title.ts';

/** An open heading: what follows it belongs to `draft`. */
interface Open {
  rank: number;
  draft: Draft;
  /** `questions`: a heading below it that ends in `?` is a question. */
  asks: boolean;
  /** Headings below it are part of its prose. */
  page: boolean;
  heading?: string;
  /** The ranks below it that were skipped to, each of them reported. */
  skipped?: Set<number>;
  /** The heading of a group, until there is prose for it to stand above; `from` is where that prose would start. */
  group?: { heading: Heading; from: number };
}

/**
 * Fills the draft of a file with what the file holds.
 *
 * A file whose frontmatter declares a topic is one page: its headings are part of its prose, and only "Questions" and
 * "Resources" are taken out. In any other file headings are modules, sections and topics, by rank.
 */
export function outlineFile(context: Context, flow: readonly RootContent[], titleRank: number): void {
  const page = declaresTopic(context.file.head.frontmatter);
  const root: Open = { rank: titleRank, draft: context.top, asks: speaksOfQuestions(context.top.title), page };
  placeFlow(context, flow, root);
  if (!page) nameKinds(context.top, context.outlines);
}

/** `<details>` deeper than this stay part of the answer around them. */
const MAX_DETAILS = 10;

/** Places the blocks of a flow below a node. Headings open nodes of their own, as far as `root` allows it. */
export function placeFlow(context: Context, flow: readonly RootContent[], root: Open, depth = 0): void {
  const open: Open[] = [root];
  const before = root.draft.children.length;
  const emptied = new Set<Draft>();
  for (let index = 0; index < flow.length; index++) {
    const node = flow[index]!;
    const at = open.at(-1)!;
    if (node.type === 'heading') {
      placeHeading(context, flow, index, open);
      continue;
    }
    if (node.type === 'html') {
      if (readComment(context, node.value, at.draft, node)) continue;
      const details = depth < MAX_DETAILS && readDetails(flow, index, (markdown) => context.engine(markdown).children);
      if (details) {
        placeDetails(context, details, at, depth + 1);
        index = details.next - 1;
        continue;
      }
    }
    const mark = node.type === 'paragraph' ? readMarkLine(node) : undefined;
    if (mark !== undefined) {
      if (mark !== '') at.draft.anchors.push(mark);
    } else if (node.type === 'list') {
      if (placeListNode(context, node, open) === 'contents') emptied.add(at.draft);
    } else if (node.type === 'table' && namesContents(at.heading ?? '')) {
      context.reporter.report('contents', 'Left out a table of contents', spanOf(context.file, node));
    } else at.draft.content.push(node);
    keepGroup(at);
    stretch(open, node);
  }
  dropEmptyContents(context, root.draft, before, emptied);
}

/** A group has no node, but where prose stands in it, its heading says what that prose is. */
function keepGroup(at: Open): void {
  if (!at.group || at.draft.content.length === at.group.from) return;
  at.draft.content.splice(at.group.from, 0, at.group.heading);
  delete at.group;
}

/** A node ends where the last thing in it ends. */
function stretch(open: readonly Open[], node: RootContent): void {
  const end = node.position?.end;
  if (!end) return;
  for (const { draft: one } of open) {
    if (end.line > one.span.endLine || (end.line === one.span.endLine && end.column > one.span.endColumn)) {
      one.span.endLine = end.line;
      one.span.endColumn = end.column;
    }
  }
}

function placeHeading(context: Context, flow: readonly RootContent[], index: number, open: Open[]): void {
  const node = flow[index] as Heading;
  while (open.length > 1 && open.at(-1)!.rank >= node.depth) open.pop();
  const above = open.at(-1)!;
  const parts = readTitle(node.children);
  const { file, reporter } = context;
  const isQuestion = /[?？؟](?:\s*\([^()]*\))?$/u.test(parts.title) && above.asks && above.draft.kind !== 'question';
  const named = groupOf(parts.title);
  // "Resources" with "Books" and "Courses" below it is a section like any other.
  const group = named === 'resources' && !above.page && hasPartsBelow(flow, index) ? undefined : named;
  stretch(open, node);

  if (above.draft.kind === 'question' || (above.page && !isQuestion && !group)) {
    above.draft.content.push(node);
    return;
  }
  if (node.depth > above.rank + 1 && (above.rank > 0 || open.length > 1) && !above.skipped?.has(node.depth)) {
    (above.skipped ??= new Set()).add(node.depth);
    const expected = `expected rank \`${above.rank + 1}\``;
    const reason = `Unexpected heading of rank \`${node.depth}\` after rank \`${above.rank}\`, ${expected}`;
    reporter.report('skipped-rank', reason, spanOf(file, node));
  }
  // A group names no topic of its own: what stands in it belongs to the node above, which answers to its anchor too. The
  // guide itself owns no question, so there it does name one.
  if (group && (above.page || above.draft !== context.top || !context.isGuide)) {
    above.draft.anchors.push(...parts.anchors);
    context.headings.set(node, above.draft);
    open.push({
      rank: node.depth,
      draft: above.draft,
      asks: group === 'questions',
      page: above.page,
      heading: parts.title,
      group: { heading: node, from: above.draft.content.length },
    });
    return;
  }
  const child = draft(isQuestion ? 'question' : 'section', parts.title, file.head, spanOf(file, node), {
    anchors: parts.fragment === undefined ? parts.anchors : [...parts.anchors, parts.fragment],
    line: node.children,
    status: parts.tbd ? 'tbd' : 'ready',
    tags: parts.tags,
    ...(parts.note === undefined ? {} : { note: parts.note }),
    ...(parts.difficulty === undefined ? {} : { difficulty: parts.difficulty }),
  });
  const explicit = parts.anchors.map(normalizeId).find(Boolean);
  if (explicit) child.explicitId = explicit;
  context.headings.set(node, child);
  above.draft.children.push(child);
  open.push({
    rank: node.depth,
    draft: child,
    asks: above.asks || speaksOfQuestions(parts.title),
    page: false,
    heading: parts.title,
  });
}

function hasPartsBelow(flow: readonly RootContent[], index: number): boolean {
  for (let at = index + 1; at < flow.length; at++) {
    const node = flow[at]!;
    if (node.type === 'heading') return node.depth > (flow[index] as Heading).depth;
  }
  return false;
}

function groupOf(title: string): 'questions' | 'resources' | undefined {
  if (namesQuestions(title)) return 'questions';
  return namesResources(title) ? 'resources' : undefined;
}

function placeListNode(context: Context, node: List, open: readonly Open[]): 'contents' | 'placed' {
  const at = open.at(-1)!;
  const { file, reporter, top } = context;
  checkListSource(node, file, reporter);
  const first = at.draft === top || namesContents(at.heading ?? '');
  const isBelow = () => open.some(({ heading }) => namesContents(heading ?? ''));
  if (!at.page && isTableOfContents(node, first, isBelow)) {
    reporter.report('contents', 'Left out a table of contents', spanOf(file, node));
    return 'contents';
  }
  if (at.draft.kind === 'question' || (at.page && at.heading === undefined)) {
    // The list is part of an answer, or of a page, of which only what stands below "Questions" and "Resources" is taken.
    at.draft.content.push(node);
    return 'placed';
  }
  const placeItem = (item: ListItem, heading: Heading, owner: Draft) =>
    placeHeadedItem(context, item, heading, owner, at);
  placeList(context, node, at.draft, { asks: at.asks, page: at.page, placeItem });
  return 'placed';
}

/** An item that starts with a heading is a small document: `- ### What is pruning?` and what stands below it. */
function placeHeadedItem(context: Context, item: ListItem, heading: Heading, owner: Draft, at: Open): ItemClass {
  const inner: Open = { rank: heading.depth - 1, draft: owner, asks: true, page: false };
  if (owner.kind === 'question' || at.page) {
    for (const child of item.children)
      if (child.type === 'list') checkListSource(child, context.file, context.reporter);
    owner.content.push(...item.children);
    return 'note';
  }
  const before = owner.children.length;
  placeFlow(context, item.children, inner);
  const first = owner.children[before];
  if (!first) return 'note';
  first.heading = true;
  if (first.kind === 'section') first.kind = 'topic';
  return first.kind === 'question' ? 'question' : 'topic';
}

function placeDetails(context: Context, details: Details, at: Open, depth: number): void {
  const { file, reporter, top } = context;
  const owner = at.draft;
  const span = spanOf(file, details.opening);
  if (details.tight) {
    reporter.report('tight-details', 'Unexpected text beside the tags of `<details>`, expected a blank line', span);
  }
  if (!details.closed) reporter.report('unclosed-details', 'Unexpected `<details>` without `</details>`', span);
  const only = details.content[0];
  if (details.content.length === 1 && only?.type === 'list' && isContents(only)) {
    reporter.report('contents', 'Left out a table of contents', spanOf(file, only));
    return;
  }
  const title = cleanText(details.summary);
  if (details.content.length === 1 && only?.type === 'table' && (namesContents(title) || /\bcontents\b/i.test(title))) {
    reporter.report('contents', 'Left out a table of contents', spanOf(file, only));
    return;
  }
  if (announcesAnswer(title)) {
    // Below a heading that speaks of questions, what has an answer is one, whether or not it ends in `?`.
    const asks = at.asks && owner.kind === 'section' && owner !== top && owner.children.length === 0;
    if (asks) owner.kind = 'question';
  }
  if (owner.kind === 'question' && announcesAnswer(title)) {
    owner.content.push(...details.content);
    return;
  }
  if (saysOnlyMore(title)) {
    const inside: Open = { rank: at.rank, draft: owner, asks: at.asks, page: at.page || owner.kind === 'question' };
    placeFlow(context, details.content, inside, depth);
    return;
  }
  const last = details.content.at(-1) ?? details.opening;
  const question = draft('question', title || 'Details', file.head, spanOf(file, details.opening, last));
  const root: Open = { rank: 0, draft: question, asks: false, page: true };
  placeFlow(context, details.content, root, depth);
  owner.children.push(question);
}

const DIFFICULTY = /^<!--\s*(difficulty|id|tags)\s*:\s*([\s\S]*?)\s*-->$/u;

/** Reads a comment that says something of the question above it; comments of other kinds are not for us. */
function readComment(context: Context, html: string, owner: Draft, node: RootContent): boolean {
  const match = DIFFICULTY.exec(html.trim());
  if (!match) return isComment(html.trim());
  const [, key, value = ''] = match;
  if (key === 'difficulty') {
    if (value === 'warm-up' || value === 'core' || value === 'senior') owner.questionDifficulty = value;
    else {
      const reason = `Unexpected difficulty \`${cleanText(value)}\`, expected \`warm-up\`, \`core\` or \`senior\``;
      context.reporter.report('unknown-difficulty', reason, spanOf(context.file, node));
    }
  } else if (key === 'id') owner.explicitId = normalizeId(value);
  else owner.tags.push(...value.split(',').map(cleanText).filter(Boolean));
  return true;
}

/** Whether a piece of HTML is one comment and nothing else. */
function isComment(html: string): boolean {
  return html.startsWith('<!--') && html.indexOf('-->') === html.length - 3;
}

/**
 * Names the nodes that headings made: sections, and in a file of prose topics where nothing hangs below. In a file
 * that is an outline the topics are its list items, so its headings stay sections.
 */
function nameKinds(top: Draft, outlines: boolean): void {
  const stack = [...top.children];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.kind !== 'section') continue;
    const below = at.children.filter((child) => child.kind === 'section' || child.kind === 'topic');
    if (below.length === 0 && !outlines) at.kind = 'topic';
    stack.push(...at.children);
  }
}
