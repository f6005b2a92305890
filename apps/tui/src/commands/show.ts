import { childrenOf, type Body, type GuideNode } from '@mlguide/core';

import { openOwnGuide } from '../guide.ts';
import type { Library, OwnLibrary } from '../library.ts';
import { pageLines } from '../page.ts';
import { paintLine } from '../theme.ts';
import { typesetBody } from '../typeset/body.ts';
import { cleanLines, cleanText } from '../typeset/clean.ts';
import { span, type Line } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';
import { pageOf } from '../tree.ts';
import { numberOption, print, printJson, type Call } from './command.ts';
import { findNode } from './find-node.ts';

/** The widest page by default: longer lines are hard to read. */
const WIDEST = 100;

/** `mlguide show ID`: prints a topic, a section, a module or a question with its answer. */
export async function run(call: Call): Promise<number> {
  const width = numberOption(call, 'width', 10, 1000) ?? Math.min(call.columns, call.config.width ?? WIDEST);
  const library = await openOwnGuide();
  const node = findNode(library.guide, call.words[0]!);
  if (call.options['json'] === true) printJson(await asData(library, node));
  else if (call.options['markdown'] === true) print(await asMarkdown(library, node));
  else for (const line of await asLines(library, node, width)) print(paintLine(line, call.theme).trimEnd());
  return 0;
}

async function asLines(library: Library, node: GuideNode, width: number): Promise<Line[]> {
  const { guide } = library;
  if (node.kind === 'question') {
    const body = await library.loadBody(node.id);
    const title = wrap([span(cleanText(node.title), 'question')], width);
    const page = guide.nodes[pageOf(guide, node.id)];
    const from =
      page === undefined ? [] : wrap([span(`${node.difficulty} · ${cleanText(page.title)}`, 'muted')], width);
    return [...title, ...from, [], ...(body === undefined ? [] : typesetBody(body, width))];
  }
  // A resource has no page: it is shown on that of its topic.
  const id = pageOf(guide, node.id);
  const { body, answers } = await loadAll(library, id);
  const open = new Set(answers.keys());
  return pageLines({ guide, id, body, answers, open, note: '' }, width);
}

async function loadAll(library: Library, id: string): Promise<{ body: Body | null; answers: Map<string, Body> }> {
  const answers = new Map<string, Body>();
  for (const question of childrenOf(library.guide, id, 'question')) {
    const answer = await library.loadBody(question.id);
    if (answer !== undefined) answers.set(question.id, answer);
  }
  return { body: (await library.loadBody(id)) ?? null, answers };
}

async function asMarkdown(library: OwnLibrary, node: GuideNode): Promise<string> {
  const parts = [`# ${cleanText(node.title)}`];
  const add = (text: string | undefined) =>
    text !== undefined && text.trim() !== '' && parts.push(cleanLines(text).trim());
  add(await library.loadMarkdown(node.id));
  const questions = childrenOf(library.guide, node.id, 'question');
  if (questions.length > 0) parts.push('## Questions');
  for (const question of questions) {
    parts.push(`### ${cleanText(question.title)}`);
    add(await library.loadMarkdown(question.id));
  }
  const resources = childrenOf(library.guide, node.id, 'resource').map(({ title, url, authors, year, remark }) => {
    const by = [authors, year === null ? '' : String(year)].filter(Boolean).join(', ');
    return `- [${cleanText(title)}](${url})${by === '' ? '' : ` (${cleanText(by)})`}${remark === '' ? '' : `: ${cleanText(remark)}`}`;
  });
  if (resources.length > 0) parts.push('## Resources', resources.join('\n'));
  return parts.join('\n\n');
}

async function asData(library: Library, node: GuideNode): Promise<object> {
  const { body, answers } = await loadAll(library, node.id);
  const questions = childrenOf(library.guide, node.id, 'question').map((question) => ({
    ...question,
    answer: answers.get(question.id) ?? null,
  }));
  return { ...node, prose: body, questions, resources: childrenOf(library.guide, node.id, 'resource') };
}
