import {
  ancestors,
  getNode,
  moduleOf,
  questionsOf,
  topicsOf,
  type Bodies,
  type Guide,
  type NodeId,
} from '@mlguide/core';

import { cardHtml } from './html.ts';

/**
 * Every question as a flashcard, in the text format that Anki imports. A card's GUID is the first id its question ever
 * had, so that a reader who imports the file again keeps the progress of every card.
 *
 * @param publishedIds The ids of all releases so far, the oldest first.
 * @see https://docs.ankiweb.net/importing/text-files.html
 */
export function ankiDeck(guide: Guide, bodies: Bodies, publishedIds: readonly string[]): string {
  const first = firstIds(guide, publishedIds);
  const head = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#guid column:1',
    '#deck column:2',
    '#tags column:5',
  ];
  const cards = questionsOf(guide).map((question) => {
    const body = bodies[question.id];
    const topic = ancestors(guide, question.id).at(-1);
    const back = `${body ? cardHtml(body) : ''}<p><em>${escapeHtml(topic?.title ?? '')}</em></p>`;
    const deck = [guide.title, moduleOf(guide, question.id)?.title].filter(Boolean).join('::');
    const tags = [question.difficulty, ...(topic?.tags ?? [])].map((tag) => tag.replace(/\s+/gu, '-'));
    return [`mlguide:${first.get(question.id) ?? question.id}`, deck, escapeHtml(question.title), back, tags.join(' ')];
  });
  return `${[...head, ...cards.map((card) => card.map(field).join('\t'))].join('\n')}\n`;
}

/* For each node the oldest id that leads to it. What no release had yet does not count: who renames it may list it anywhere. */
function firstIds(guide: Guide, publishedIds: readonly string[]): Map<NodeId, string> {
  const first = new Map<NodeId, string>();
  for (const old of publishedIds) {
    const id = getNode(guide, old)?.id;
    if (id !== undefined && !first.has(id)) first.set(id, old);
  }
  return first;
}

/* A field with tabs, line ends or quotes stands in quotes, with its own quotes doubled. */
function field(text: string): string {
  return /[\t\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * The guide for language models: what it is, and a line for each topic with the address of its Markdown.
 *
 * @see https://llmstxt.org
 */
export function llmsText(guide: Guide): string {
  const modules = guide.modules.map((id) => {
    const lines = topicsOf(guide, id).map(
      ({ id: topic, title, summary }) => `- [${title}](markdown/${topic}.md)${summary ? `: ${summary}` : ''}`,
    );
    return `## ${guide.nodes[id]?.title ?? id}\n\n${lines.join('\n')}`;
  });
  return `# ${guide.title}\n\n> Topics of machine-learning interviews with formulas, worked examples, code and answered questions.\n\n${modules.join('\n\n')}\n`;
}
