import type { Block, Body, Guide, GuideSearch, Inline, NodeId } from '@mlguide/core';

import type { Library } from '../library.ts';
import { parserOf } from './ahead.ts';

/**
 * Opens somebody's Markdown: a file, a folder, or `-` for standard input. It is parsed in a process of its own; the
 * tree and its first page are here as soon as they are known, and prose is typeset when somebody reads it.
 *
 * @throws {UsageError} if it cannot be read.
 */
export async function openMarkdown(path: string): Promise<Library> {
  const { first, rest } = parserOf(path);
  const { guide, opening } = await first;
  // A process that shares our keyboard puts it back as it found it when it ends: it has to end before we take it.
  if (path === '-') await rest;
  let search: GuideSearch | undefined;
  return libraryOf(
    guide,
    async (id) => (id === '' ? (opening ?? undefined) : (await rest).body(id)),
    async () => {
      const { openSearch } = await import('@mlguide/core');
      return (search ??= openSearch((await rest).index));
    },
  );
}

/** A library of prose that is not typeset yet. */
export function libraryOf(
  guide: Guide,
  findBody: (id: NodeId) => Promise<Body | undefined>,
  openIndex: () => Promise<GuideSearch>,
): Library {
  return {
    guide,
    async loadBody(id) {
      const body = await findBody(id);
      if (body === undefined || !hasFormula(body)) return body;
      const { typesetBody } = await import('@mlguide/core/typeset');
      return (await typesetBody(body)).body;
    },
    search: async (text, most) => (await openIndex()).search(text, most),
  };
}

/** Whether there is anything to typeset: what sets formulas is as large as all that draws. */
function hasFormula(body: Body): boolean {
  const stack: (Block | Inline)[] = [...body.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'math' || node.type === 'inlineMath') return true;
    if ('children' in node) stack.push(...(node.children as (Block | Inline)[]));
  }
  return false;
}
