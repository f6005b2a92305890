import type { OwnLibrary } from './library.ts';

/** Opens our own guide. The one door to the content: no other file imports it. */
export async function openOwnGuide(): Promise<OwnLibrary> {
  const content = await import('@mlguide/content');
  return {
    guide: content.guide,
    loadBody: content.loadBody,
    loadMarkdown: content.loadMarkdown,
    search: content.searchGuide,
  };
}
