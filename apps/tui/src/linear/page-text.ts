import { ancestors, childrenOf, type Block, type Body, type Inline } from '@mlguide/core';

import type { Library } from '../library.ts';
import type { LoadedPage } from '../page-loader.ts';
import { pageChildren, ROOT, topicCount } from '../tree.ts';
import { cleanText } from '../typeset/clean.ts';
import { inlineText } from '../typeset/inline.ts';
import { bodyText } from './body-text.ts';

/** Something a reader can choose by its number. */
export type Choice =
  | { kind: 'page'; id: string }
  | { kind: 'question'; id: string }
  | { kind: 'resource'; url: string }
  /** Blocks to be read again, from a heading on. */
  | { kind: 'part'; body: Body };

/** A page to be heard, and what can be chosen on it: the first choice is number 1. */
export interface PageText {
  lines: string[];
  choices: Choice[];
}

/** What the reader has left on a page. */
export interface Left {
  isRead: boolean;
  isBookmarked: boolean;
  note: string;
}

/** A page in the order in which it is to be heard. */
export function pageText({ guide }: Library, id: string, { body }: LoadedPage, left: Left): PageText {
  const lines = pageHead(guide, id, left);
  const choices: Choice[] = [];
  const choose = (choice: Choice, text: string) => lines.push(`${choices.push(choice)}. ${text}`);
  const list = (name: string, count: number) => count > 0 && lines.push(`${name}, ${count}:`);
  if (body !== null) lines.push(...bodyText(body), 'End of text.');
  const children = pageChildren(guide, id);
  list('Contents', children.length);
  for (const child of children) {
    const topics = topicCount(guide, child);
    choose(
      { kind: 'page', id: child },
      `${cleanText(guide.nodes[child]!.title)}${topics > 0 ? `, ${topics} ${topics === 1 ? 'topic' : 'topics'}` : ''}`,
    );
  }
  const questions = id === ROOT ? [] : childrenOf(guide, id, 'question');
  list('Questions', questions.length);
  for (const question of questions)
    choose({ kind: 'question', id: question.id }, `${cleanText(question.title)} (${question.difficulty})`);
  const resources = id === ROOT ? [] : childrenOf(guide, id, 'resource');
  list('Resources', resources.length);
  for (const { title, url, authors, year } of resources) {
    const by = [authors, year === null ? '' : String(year)].filter(Boolean).map(cleanText).join(', ');
    choose({ kind: 'resource', url }, [cleanText(title), by].filter(Boolean).join(', '));
  }
  const links = body === null ? [] : linksIn(body);
  list('Links in the text', links.length);
  for (const { text, choice } of links) choose(choice, text);
  return { lines, choices };
}

/** What a page is, where it stands, and what there is to know before it is read. */
function pageHead(guide: Library['guide'], id: string, { isRead, isBookmarked, note }: Left): string[] {
  const node = guide.nodes[id];
  if (node === undefined) return [`Guide: ${cleanText(guide.title)}.`];
  const kind = `${node.kind[0]!.toUpperCase()}${node.kind.slice(1)}`;
  const place = ancestors(guide, id).map(({ title }) => cleanText(title));
  const lines = [
    `${kind}: ${cleanText(node.title)}${place.length > 0 ? `, in ${place.toReversed().join(', in ')}` : ''}.`,
  ];
  const marks = [...(isRead ? ['marked as read'] : []), ...(isBookmarked ? ['bookmarked'] : [])];
  if (node.kind === 'topic') {
    const minutes = node.minutes === null ? [] : [`${node.minutes} minutes`];
    const facts = [node.difficulty, ...minutes, ...marks];
    lines.push(`Difficulty: ${facts.join(', ')}.`);
    if (node.prerequisites.length > 0) {
      const titles = node.prerequisites.map((one) => cleanText(guide.nodes[one]?.title ?? one));
      lines.push(`Read first: ${titles.join('; ')}.`);
    }
    if (node.summary !== '') lines.push(`Summary: ${cleanText(node.summary)}`);
  } else if (marks.length > 0) lines.push(`This page is ${marks.join(' and ')}.`);
  if (node.status === 'tbd') lines.push('This is still to be written.');
  if (note !== '') lines.push(`Your note: ${cleanText(note)}`);
  return lines;
}

/** The headings of a page, each to be chosen: what is read then is the part below it. */
export function headingChoices(body: Body): PageText {
  const text: PageText = { lines: [], choices: [] };
  for (const [index, block] of body.children.entries()) {
    if (block.type !== 'heading') continue;
    const { depth } = block;
    const rest = body.children.slice(index + 1);
    const end = rest.findIndex((next) => next.type === 'heading' && next.depth <= depth);
    const part: Body = { type: 'root', children: [block, ...(end < 0 ? rest : rest.slice(0, end))] };
    text.choices.push({ kind: 'part', body: part });
    text.lines.push(`${text.choices.length}. ${inlineText(block.children)}`);
  }
  return text;
}

/** The links of a body in reading order, each address once. */
function linksIn(body: Body): { text: string; choice: Choice }[] {
  const found = new Map<string, { text: string; choice: Choice }>();
  const stack: (Block | Inline)[] = [...body.children].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'link' && !found.has(node.url)) {
      const inside = /^guide:([^#]+)/.exec(node.url)?.[1];
      const choice: Choice = inside === undefined ? { kind: 'resource', url: node.url } : { kind: 'page', id: inside };
      // A link to a heading of the page itself leads nowhere that is not heard already.
      if (!node.url.startsWith('guide:#')) found.set(node.url, { text: inlineText(node.children), choice });
    }
    if ('children' in node) stack.push(...(node.children as (Block | Inline)[]).toReversed());
  }
  return [...found.values()];
}
