import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Body, Guide, GuideSearch, NodeId } from '@mlguide/core';

import { UsageError } from '../commands/command.ts';
import type { Library } from '../library.ts';
import { ParcelReader, type Parcel } from './parcel.ts';

const PARSER = fileURLToPath(new URL('./parse-process.js', import.meta.url));

/**
 * Opens somebody's Markdown: a file, a folder, or `-` for standard input. It is parsed in a process of its own; the
 * tree is here as soon as it is known, and prose is typeset when somebody reads it.
 *
 * @throws {UsageError} if it cannot be read.
 */
export async function openMarkdown(path: string): Promise<Library> {
  const { guide, rest } = await parseElsewhere(path);
  // A process that shares our keyboard puts it back as it found it when it ends: it has to end before we take it.
  if (path === '-') await rest;
  let search: GuideSearch | undefined;
  return libraryOf(
    guide,
    async (id) => (await rest).body(id),
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
      if (body === undefined) return undefined;
      const { typesetBody } = await import('@mlguide/core/typeset');
      return (await typesetBody(body)).body;
    },
    search: async (text, most) => (await openIndex()).search(text, most),
  };
}

/** The tree, and a promise of the rest. */
function parseElsewhere(path: string): Promise<{ guide: Guide; rest: Promise<Parcel> }> {
  const child = spawn(process.execPath, [PARSER, path], {
    stdio: [path === '-' ? 'inherit' : 'ignore', 'pipe', 'pipe'],
  });
  const reader = new ParcelReader();
  let problem = '';
  const rest = Promise.withResolvers<Parcel>();
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const wasHere = reader.guide !== undefined;
      reader.push(chunk);
      if (!wasHere && reader.guide !== undefined) resolve({ guide: reader.guide, rest: rest.promise });
    });
    child.stderr.on('data', (text: Buffer) => (problem += text.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return rest.resolve(reader.end());
      const error =
        code === 2
          ? new UsageError(problem)
          : new Error(`expected the parser to end with 0, it ended with ${code ?? signal}\n${problem}`);
      // Only one of the two is still waited for.
      reject(error);
      rest.promise.catch(() => undefined);
      rest.reject(error);
    });
  });
}
