import { childrenOf, pagesOf, type Bodies, type Body, type Guide } from '@mlguide/core';
import { bodyToMarkdown } from '@mlguide/core/author';
import { drawDiagram } from '@mlguide/core/diagram';
import { highlight } from '@mlguide/core/highlight';
import { typesetBody } from '@mlguide/core/typeset';

import { markdownLink, type Page } from './page.ts';

/** Sets every body of a guide. What cannot be set is said with the place of its node. */
export async function typesetBodies(guide: Guide, bodies: Bodies): Promise<{ bodies: Bodies; problems: string[] }> {
  const set: Bodies = {};
  const problems: string[] = [];
  for (const [id, body] of Object.entries(bodies)) {
    const result = await typesetBody(body, { highlight, draw: drawDiagram });
    set[id] = result.body;
    const span = guide.nodes[id]?.span;
    for (const { source, reason } of result.problems) {
      const place = span ? `${span.file}:${span.line}:${span.column}` : 'index.md:1:1';
      problems.push(`${place}: error: Unexpected \`${source.slice(0, 80)}\`: ${reason} (typesetting)`);
    }
  }
  return { bodies: set, problems };
}

/** The guide page by page, with prose, questions and resources. */
export function makePages(guide: Guide, bodies: Bodies): Page[] {
  return pagesOf(guide).map((node) => {
    const toMarkdown = (body: Body | undefined) =>
      body ? bodyToMarkdown(body, { link: (url) => markdownLink(url, node.id, guide) }) : '';
    return {
      node,
      body: bodies[node.id] ?? null,
      markdown: toMarkdown(bodies[node.id]),
      questions: childrenOf(guide, node.id, 'question').map((question) => ({
        question,
        body: bodies[question.id] ?? null,
        markdown: toMarkdown(bodies[question.id]),
      })),
      resources: childrenOf(guide, node.id, 'resource'),
    };
  });
}
