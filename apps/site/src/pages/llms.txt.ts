/** A table of contents for language models, each topic with its Markdown. See https://llmstxt.org */
import { isPage, topicsOf } from '@mlguide/core';

import { addresses, guide } from '../guide.ts';
import { totalsOf } from '../totals.ts';
import { count } from '../words.ts';

export function GET({ site }: { site: URL | undefined }): Response {
  const address = (path: string) => new URL(path, site).href;
  const totals = totalsOf(guide);
  const lines = [
    `# ${guide.title}`,
    '',
    `> ${count(totals.topics, 'topic')} and ${count(totals.questions, 'question')}. The whole text: ${address(addresses.file('llms-full.txt'))}`,
  ];
  for (const id of guide.modules) {
    const module = guide.nodes[id];
    if (module === undefined || !isPage(module)) continue;
    lines.push('', `## ${module.title}`, '');
    for (const topic of topicsOf(guide, id)) {
      if (topic.status === 'tbd') continue;
      const summary = topic.summary ? `: ${topic.summary}` : '';
      lines.push(`- [${topic.title}](${address(addresses.markdown(topic))})${summary}`);
    }
  }
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
