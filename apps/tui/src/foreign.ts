import type { Body, GuideSearch } from '@mlguide/core';
import type { ParsedGuide } from '@mlguide/core/author';

import type { Library } from './library.ts';

/** Reads somebody's Markdown: a file, a folder, or `-` for standard input. Loads the parser. */
export async function readMarkdown(path: string): Promise<ParsedGuide> {
  const { parseGuide, readGuide, InputError } = await import('@mlguide/core/author');
  if (path !== '-') return readGuide(path);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    if (text.includes('\0')) throw new InputError('-: binary data, expected Markdown text');
    return parseGuide([{ path: 'stdin.md', text }], { title: 'Standard input' });
  } catch (error) {
    if (error instanceof TypeError) throw new InputError('-: not UTF-8 text');
    throw error;
  }
}

/** Opens a guide that was read from Markdown. Prose is typeset when somebody reads it. */
export function openMarkdown({ guide, bodies }: ParsedGuide): Library {
  const typeset = new Map<string, Promise<Body>>();
  let index: GuideSearch | undefined;
  return {
    guide,
    async loadBody(id) {
      const body = Object.hasOwn(bodies, id) ? bodies[id] : undefined;
      if (body === undefined) return undefined;
      let done = typeset.get(id);
      if (done === undefined) {
        done = import('@mlguide/core/typeset').then(({ typesetBody }) => typesetBody(body)).then((set) => set.body);
        typeset.set(id, done);
      }
      return done;
    },
    async loadMarkdown(id) {
      const { bodyToMarkdown } = await import('@mlguide/core/author');
      const body = Object.hasOwn(bodies, id) ? bodies[id] : undefined;
      return body === undefined ? undefined : bodyToMarkdown(body);
    },
    async search(text, most) {
      if (index === undefined) {
        const { buildSearchIndex, openSearch } = await import('@mlguide/core');
        index = openSearch(buildSearchIndex(guide));
      }
      return index.search(text, most);
    },
  };
}
