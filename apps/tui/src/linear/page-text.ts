import { childrenOf } from '@mlguide/core';

import type { Library } from '../library.ts';
import type { LoadedPage } from '../page-loader.ts';
import { pageChildren, ROOT, topicCount } from '../tree.ts';
import { cleanText } from '../typeset/clean.ts';
import { bodyText } from './body-text.ts';

/** Something a reader can choose by its number. */
export type Choice =
  { kind: 'page'; id: string } | { kind: 'question'; id: string } | { kind: 'resource'; url: string };

/** A page to be heard, and what can be chosen on it: the first choice is number 1. */
export interface PageText {
  lines: string[];
  choices: Choice[];
}

/** A page in the order in which it is to be heard. */
export function pageText({ guide }: Library, id: string, { body }: LoadedPage): PageText {
  const node = guide.nodes[id];
  const lines = [`${node === undefined ? 'Guide' : node.kind}: ${cleanText(node?.title ?? guide.title)}`];
  const choices: Choice[] = [];
  const choose = (choice: Choice, text: string) => lines.push(`${choices.push(choice)}. ${text}`);
  if (node?.status === 'tbd') lines.push('This is still to be written.');
  if (body !== null) lines.push(...bodyText(body));
  const children = pageChildren(guide, id);
  if (children.length > 0) lines.push('Contents:');
  for (const child of children) {
    const topics = topicCount(guide, child);
    choose(
      { kind: 'page', id: child },
      `${cleanText(guide.nodes[child]!.title)}${topics > 0 ? `, ${topics} topics` : ''}`,
    );
  }
  const questions = id === ROOT ? [] : childrenOf(guide, id, 'question');
  if (questions.length > 0) lines.push('Questions:');
  for (const question of questions)
    choose({ kind: 'question', id: question.id }, `${cleanText(question.title)} (${question.difficulty})`);
  const resources = id === ROOT ? [] : childrenOf(guide, id, 'resource');
  if (resources.length > 0) lines.push('Resources:');
  for (const { title, url, authors, year } of resources) {
    const by = [authors, year === null ? '' : String(year)].filter(Boolean).map(cleanText).join(', ');
    choose({ kind: 'resource', url }, [cleanText(title), by].filter(Boolean).join(', '));
  }
  return { lines, choices };
}
