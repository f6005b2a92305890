/** The pages of this guide as Markdown: each stands beside its page, and all of them in one file for language models. */
import type { PageNode } from '@mlguide/core';

import { addresses, guide, loadMarkdown } from './guide.ts';
import { pageToMarkdown } from './markdown.ts';
import { remember } from './remember.ts';

/** A page as Markdown. */
export function markdownOf(page: PageNode): Promise<string> {
  const make = () => pageToMarkdown(guide, page, { loadMarkdown, address: addresses.markdown });
  return remember(`markdown ${page.id}`, make);
}
