import { childrenOf, pagesOf, type Bodies, type Guide } from '@mlguide/core';
import { drawDiagram } from '@mlguide/core/diagram';
import { highlight } from '@mlguide/core/highlight';
import { typesetBody } from '@mlguide/core/typeset';

import type { Kept } from './kept.ts';
import type { Page } from './page.ts';

/** A body as it was set, and what could not be. */
export type Typeset = Awaited<ReturnType<typeof typesetBody>>;

/**
 * Sets every body of a guide. What cannot be set is said with the place of its node.
 *
 * @param kept What earlier builds have set: most of a guide is as it was.
 */
export async function typesetBodies(
  guide: Guide,
  bodies: Bodies,
  kept: Kept<Typeset>,
): Promise<{ bodies: Bodies; problems: string[] }> {
  const set: Bodies = {};
  const problems: string[] = [];
  for (const [id, body] of Object.entries(bodies)) {
    const result = await kept.get(JSON.stringify(body), () => typesetBody(body, { highlight, draw: drawDiagram }));
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
  return pagesOf(guide).map((node) => ({
    node,
    body: bodies[node.id] ?? null,
    questions: childrenOf(guide, node.id, 'question').map((question) => ({
      question,
      body: bodies[question.id] ?? null,
    })),
    resources: childrenOf(guide, node.id, 'resource'),
  }));
}
