import type { Body, Guide, NodeId } from '@mlguide/core';
import { childrenOf } from '@mlguide/core';

import { typesetBody } from './typeset/body.ts';
import { cleanLines, cleanText } from './typeset/clean.ts';
import { span, type Line, type Meaning, type Span, type Target } from './typeset/line.ts';
import type { TooWide, Wide } from './typeset/wide.ts';
import { wrap } from './typeset/wrap.ts';
import { pageChildren, ROOT, topicCount } from './tree.ts';

/** What a page is made of. A new object whenever any of it changes: it is the key under which lines are kept. */
export interface PageContent {
  guide: Guide;
  id: NodeId;
  /** Its prose; `null` if it has none, `undefined` while it is being loaded. */
  body: Body | null | undefined;
  /** The answers to its questions, once loaded. */
  answers: ReadonlyMap<NodeId, Body>;
  /** The questions whose answers are shown. */
  open: ReadonlySet<NodeId>;
  /** What the reader wrote about it; `''` if nothing. */
  note: string;
}

/** A page as lines, and the places on it. */
export interface Page {
  lines: Line[];
  /** What can be chosen, in order, each with a key that stays while answers open and close. */
  targets: { key: string; target: Target; line: number }[];
  /** The lines on which headings stand. */
  headings: { fragment: string; title: string; line: number }[];
  /** The tables that are seen through a window. */
  wides: Wide[];
}

const cache = new WeakMap<PageContent, Map<number, Page>>();

/** Lays a page out at a width. The same content at the same width gives the same object. */
export function layoutPage(content: PageContent, width: number): Page {
  let widths = cache.get(content);
  if (widths === undefined) cache.set(content, (widths = new Map()));
  let page = widths.get(width);
  if (page === undefined) {
    if (widths.size > 3) widths.clear();
    widths.set(width, (page = findPlaces(pageLines(content, width, 'window'))));
  }
  return page;
}

/** The lines of a page: its head, its prose, what stands in it, its questions and resources. */
export function pageLines(content: PageContent, width: number, tooWide: TooWide = 'records'): Line[] {
  const parts = [
    head(content, width),
    note(content, width),
    content.body === undefined
      ? [[span('Loading…', 'muted')]]
      : content.body === null
        ? []
        : typesetBody(content.body, width, tooWide),
    contents(content, width),
    questions(content, width, tooWide),
    resources(content, width),
    seeAlso(content, width),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [[], ...part]));
}

function head({ guide, id }: PageContent, width: number): Line[] {
  const node = guide.nodes[id];
  const out = wrap([span(cleanText(node?.title ?? guide.title), 'title')], width);
  if (node === undefined) return out;
  const facts: string[] = [];
  if (node.kind === 'topic') {
    facts.push(node.difficulty);
    if (node.minutes !== null) facts.push(`${node.minutes} min`);
  } else {
    facts.push(node.kind);
  }
  const topics = topicCount(guide, id);
  if (topics > 0) facts.push(topics === 1 ? '1 topic' : `${topics} topics`);
  facts.push(...node.tags.map((tag) => `#${cleanText(tag)}`));
  out.push(...wrap([span(facts.join(' · '), 'muted')], width));
  if (node.status === 'tbd') {
    const note = node.note === undefined ? '' : `: ${cleanText(node.note)}`;
    out.push(...wrap([span(`To be written${note}`, 'warn')], width));
  }
  if (node.kind !== 'topic') return out;
  if (node.prerequisites.length > 0) out.push(...references(guide, 'Read first', node.prerequisites, width));
  if (node.summary !== '') out.push([], ...wrap([span(cleanText(node.summary), 'emphasis')], width));
  return out;
}

function note({ note }: PageContent, width: number): Line[] {
  if (note === '') return [];
  const bar = span('▌ ', 'note');
  const lines = cleanLines(note)
    .split('\n')
    .flatMap((line) => wrap([span(line.replaceAll('\t', '  '))], Math.max(1, width - 2)));
  return [[span('Your note', 'note', 'strong')], ...lines].map((line) => [bar, ...line]);
}

function contents({ guide, id }: PageContent, width: number): Line[] {
  const children = pageChildren(guide, id);
  if (children.length === 0) return [];
  const out: Line[] = [[span(id === ROOT ? 'Contents' : 'In here', 'heading')], []];
  for (const child of children) {
    const node = guide.nodes[child]!;
    const target: Target = { kind: 'node', id: child };
    const topics = topicCount(guide, child);
    const title: Span = { text: cleanText(node.title), style: ['link'], target };
    const facts = [...(topics > 0 ? [String(topics)] : []), ...(node.status === 'tbd' ? ['to be written'] : [])];
    const rest = facts.length > 0 ? [span('  '), span(facts.join(', '), 'muted')] : [];
    out.push(...hanging(span('• ', 'bullet'), [title, ...rest], width));
    if (node.kind === 'topic' && node.summary !== '' && width >= 40) {
      out.push(...hanging(span('  '), [span(cleanText(node.summary), 'muted')], width));
    }
  }
  return out;
}

function questions({ guide, id, answers, open }: PageContent, width: number, tooWide: TooWide): Line[] {
  const all = id === ROOT ? [] : childrenOf(guide, id, 'question');
  if (all.length === 0) return [];
  const out: Line[] = [[{ ...span(`Questions (${all.length})`, 'heading'), anchor: 'questions' }], []];
  for (const question of all) {
    const isOpen = open.has(question.id);
    const target: Target = { kind: 'question', id: question.id };
    const mark: Span = { text: isOpen ? '▾ ' : '▸ ', style: ['question'], target };
    const title: Span = { text: cleanText(question.title), style: ['question'], target };
    out.push(...hanging(mark, [title, span('  '), span(question.difficulty, 'muted')], width));
    if (!isOpen) continue;
    const answer = answers.get(question.id);
    const lines =
      answer === undefined ? [[span('No answer yet.', 'muted')]] : typesetBody(answer, Math.max(1, width - 2), tooWide);
    out.push(...lines.map((line) => [span('│ ', 'answer'), ...line]), []);
  }
  if (out.at(-1)!.length === 0) out.pop();
  return out;
}

function resources({ guide, id }: PageContent, width: number): Line[] {
  const all = id === ROOT ? [] : childrenOf(guide, id, 'resource');
  if (all.length === 0) return [];
  const out: Line[] = [[{ ...span(`Resources (${all.length})`, 'heading'), anchor: 'resources' }], []];
  for (const resource of all) {
    const target: Target = { kind: 'resource', id: resource.id, url: resource.url };
    const by = [resource.authors, resource.year === null ? '' : String(resource.year), resource.host].filter(Boolean);
    const pieces: Span[] = [{ text: cleanText(resource.title), style: ['link'], target }];
    if (by.length > 0) pieces.push(span(` (${cleanText(by.join(', '))})`, 'muted'));
    if (resource.remark !== '') pieces.push(span(`: ${cleanText(resource.remark)}`));
    out.push(...hanging(span('• ', 'bullet'), pieces, width));
  }
  return out;
}

function seeAlso({ guide, id }: PageContent, width: number): Line[] {
  const node = guide.nodes[id];
  return node?.kind === 'topic' && node.related.length > 0 ? references(guide, 'See also', node.related, width) : [];
}

function references(guide: Guide, label: string, ids: readonly NodeId[], width: number): Line[] {
  const pieces: Span[] = [span(`${label}: `, 'muted')];
  for (const [index, id] of ids.entries()) {
    if (index > 0) pieces.push(span(', ', 'muted'));
    const title = cleanText(guide.nodes[id]?.title ?? id);
    pieces.push({ text: title, style: ['link'], target: { kind: 'node', id } });
  }
  return wrap(pieces, width);
}

function hanging(mark: Span, pieces: readonly Span[], width: number): Line[] {
  const blank = span('  ');
  return wrap(pieces, Math.max(1, width - 2)).map((line, index) => [index === 0 ? mark : blank, ...line]);
}

function findPlaces(lines: Line[]): Page {
  const page: Page = { lines, targets: [], headings: [], wides: [] };
  const seen = new Set<Target>();
  const times = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    for (const { target, anchor, text, wide } of line) {
      if (wide !== undefined && page.wides.at(-1) !== wide) page.wides.push(wide);
      if (anchor !== undefined) page.headings.push({ fragment: anchor, title: headingText(line) || text, line: index });
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      const name = target.kind === 'link' ? `link:${target.url}` : `${target.kind}:${target.id}`;
      const time = times.get(name) ?? 0;
      times.set(name, time + 1);
      page.targets.push({ key: time === 0 ? name : `${name} ${time}`, target, line: index });
    }
  }
  return page;
}

function headingText(line: Line): string {
  const isHead = (meaning: Meaning) => meaning === 'heading' || meaning === 'subheading';
  return line
    .filter(({ style }) => style.some(isHead))
    .map(({ text }) => text)
    .join('');
}
