/** What a page is, in the words of schema.org. */
import { ancestors, type Guide, type PageNode } from '@mlguide/core';

import { difficultyNames } from './words.ts';

/**
 * A page as an object for JSON-LD.
 *
 * @param address The absolute address of a node; `''` is the guide's own.
 * @see https://schema.org/LearningResource
 */
export function describePage(
  guide: Guide,
  page: PageNode,
  description: string,
  address: (id: string) => string,
): Record<string, unknown> {
  const path = [{ id: '', title: guide.title }, ...ancestors(guide, page.id), page];
  const topic = page.kind === 'topic' ? page : undefined;
  return {
    '@type': 'LearningResource',
    name: page.title,
    description,
    url: address(page.id),
    inLanguage: 'en',
    ...(topic && { educationalLevel: difficultyNames[topic.difficulty] }),
    ...(topic?.minutes != null && { timeRequired: `PT${topic.minutes}M` }),
    ...(page.tags.length > 0 && { keywords: page.tags.join(', ') }),
    isPartOf: { '@type': 'WebSite', name: guide.title, url: address('') },
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: path.map((node, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: node.title,
        item: address(node.id),
      })),
    },
  };
}
