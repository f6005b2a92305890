import type { Guide, Resource } from '@mlguide/core';

import { toMarkdown } from './markdown.ts';
import type { Page } from './page.ts';

/** A page as one Markdown document: title, prose, questions, resources. */
export function pageMarkdown(page: Page, guide: Guide): string {
  const { node, body, questions, resources } = page;
  const parts = [`# ${node.title}`];
  if (node.kind === 'topic' && node.summary) parts.push(`> ${node.summary}`);
  if (body) parts.push(toMarkdown(body, node.id, guide).trim());
  if (questions.length > 0) {
    parts.push('## Questions');
    for (const { question, body: answer } of questions) {
      parts.push(`### ${question.title}`, answer ? toMarkdown(answer, node.id, guide).trim() : '');
    }
  }
  if (resources.length > 0) parts.push('## Resources', resources.map(resourceLine).join('\n'));
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function resourceLine({ title, url, authors, year, remark }: Resource): string {
  const source = [authors, year].filter(Boolean).join(', ');
  return `- [${title}](${url})${source ? ` (${source})` : ''}${remark ? `: ${remark}` : ''}`;
}
