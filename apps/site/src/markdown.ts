/** A page as Markdown: its prose, its questions with their answers, its resources. */
import { childrenOf, isPage, type Guide, type PageNode } from '@mlguide/core';

import { difficultyNames, duration, questionNames, resourceNames } from './words.ts';

/** What the writer needs besides the guide. */
export interface MarkdownSource {
  /** The prose of a node, as its author wrote it. */
  loadMarkdown: (id: string) => Promise<string | undefined>;
  /** The address of a page as Markdown. */
  address: (node: PageNode) => string;
}

/** One page as Markdown, complete in itself. */
export async function pageToMarkdown(guide: Guide, page: PageNode, source: MarkdownSource): Promise<string> {
  const parts = [`# ${page.title}`];
  if (page.kind === 'topic') {
    if (page.summary) parts.push(`> ${page.summary}`);
    const time = page.minutes === null ? [] : [duration(page.minutes)];
    parts.push(`*${[difficultyNames[page.difficulty], ...time].join(', ')}*`);
  }
  const prose = await source.loadMarkdown(page.id);
  if (prose) parts.push(prose.trim());

  const pages = page.children.map((id) => guide.nodes[id]!).filter(isPage);
  if (pages.length > 0) parts.push(pages.map((child) => `- [${child.title}](${source.address(child)})`).join('\n'));

  const questions = childrenOf(guide, page.id, 'question');
  if (questions.length > 0) parts.push('## Questions');
  for (const question of questions) {
    parts.push(`### ${question.title}`, `*${questionNames[question.difficulty]}*`);
    const answer = await source.loadMarkdown(question.id);
    if (answer) parts.push(answer.trim());
  }

  const resources = childrenOf(guide, page.id, 'resource');
  if (resources.length > 0) parts.push('## Resources');
  const lines = resources.map(({ title, url, resourceKind, authors, year, remark }) => {
    const facts = [authors, year, resourceNames[resourceKind]].filter(Boolean).join(', ');
    return `- [${title}](${url}) (${facts})${remark ? `: ${remark}` : ''}`;
  });
  if (lines.length > 0) parts.push(lines.join('\n'));
  return `${parts.join('\n\n')}\n`;
}
