/** Topics by tag. */
import { topicsOf, type Guide, type Topic } from '@mlguide/core';

import { tagSlug } from './url.ts';

/** A tag and the topics that carry it. */
export interface Tag {
  /** The tag as its first author wrote it. */
  name: string;
  slug: string;
  topics: Topic[];
}

/** Every tag in alphabetical order. Tags that differ in punctuation only are one. */
export function tagsOf(guide: Guide): Tag[] {
  const tags = new Map<string, Tag>();
  for (const topic of topicsOf(guide)) {
    for (const name of topic.tags) {
      const slug = tagSlug(name);
      const tag = tags.get(slug) ?? { name, slug, topics: [] };
      if (tag.topics.at(-1) !== topic) tag.topics.push(topic);
      tags.set(slug, tag);
    }
  }
  return [...tags.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
