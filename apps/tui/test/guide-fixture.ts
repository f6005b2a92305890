import { fileURLToPath } from 'node:url';
import { buildSearchIndex, openSearch, type Body } from '@mlguide/core';
import { readGuide } from '@mlguide/core/author';
import { drawDiagram } from '@mlguide/core/diagram';
import { highlight } from '@mlguide/core/highlight';
import { typesetBody } from '@mlguide/core/typeset';

import type { Library } from '../src/library.ts';
import { libraryOf } from '../src/markdown/open.ts';

/** The folder of the guide that all tests read. */
export const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url));

/** The guide of the tests, with everything typeset as the content package does it. */
export async function openFixture(): Promise<Library> {
  const parsed = await readGuide(FIXTURE);
  const bodies = new Map<string, Body>();
  for (const [id, body] of Object.entries(parsed.bodies)) {
    bodies.set(id, (await typesetBody(body, { highlight, draw: drawDiagram })).body);
  }
  const index = openSearch(buildSearchIndex(parsed.guide));
  const library = libraryOf(
    parsed.guide,
    () => Promise.resolve(undefined),
    () => Promise.resolve(index),
  );
  return { ...library, loadBody: (id) => Promise.resolve(bodies.get(id)) };
}
