import type { Body, Guide, PageNode, Question, Resource } from '@mlguide/core';

/** A question with its answer. */
export interface AnsweredQuestion {
  question: Question;
  /** The answer as data; `null` if it has none. */
  body: Body | null;
  /** The answer as Markdown. */
  markdown: string;
}

/** A page with everything on it: what `@mlguide/content/topics/ID` exports as its default. */
export interface Page {
  node: PageNode;
  /** Its own prose as data; `null` if it has none. */
  body: Body | null;
  /** Its own prose as Markdown. */
  markdown: string;
  questions: AnsweredQuestion[];
  resources: Resource[];
}

/** A page as one Markdown document: title, prose, questions, resources. */
export function pageMarkdown(page: Page): string {
  const { node, markdown, questions, resources } = page;
  const parts = [`# ${node.title}`];
  if (node.kind === 'topic' && node.summary) parts.push(`> ${node.summary}`);
  if (markdown) parts.push(markdown.trim());
  if (questions.length > 0) {
    parts.push('## Questions');
    for (const { question, markdown: answer } of questions) parts.push(`### ${question.title}`, answer.trim());
  }
  if (resources.length > 0) parts.push('## Resources', resources.map(resourceLine).join('\n'));
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function resourceLine({ title, url, authors, year, remark }: Resource): string {
  const source = [authors, year].filter(Boolean).join(', ');
  return `- [${title}](${url})${source ? ` (${source})` : ''}${remark ? `: ${remark}` : ''}`;
}

/** The address of a link inside the guide, seen from the Markdown file of another page. */
export function markdownLink(url: string, from: string, guide: Guide): string {
  if (!url.startsWith('guide:') && !url.startsWith('asset:')) return url;
  const up = '../'.repeat(from === '' ? 0 : from.split('/').length - 1);
  if (url.startsWith('asset:')) return `${up}../assets/${encodeURI(url.slice('asset:'.length))}`;
  const [id = '', fragment] = url.slice('guide:'.length).split('#');
  const node = guide.nodes[id];
  // A question has no file of its own: it stands in its topic's.
  const file = node && (node.kind === 'question' || node.kind === 'resource') ? (node.parent ?? '') : id;
  return `${up}${encodeURI(file || 'index')}.md${fragment === undefined ? '' : `#${fragment}`}`;
}
