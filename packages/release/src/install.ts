import { readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { run } from './run.ts';

const require = createRequire(import.meta.url);

/** The names of all packages in a folder's `node_modules`. */
export async function packagesOf(folder: string): Promise<string[]> {
  const modules = join(folder, 'node_modules');
  const names = (await readdir(modules)).filter((name) => !name.startsWith('.'));
  const nested = names.map(async (name) =>
    name.startsWith('@') ? (await readdir(join(modules, name))).map((inner) => `${name}/${inner}`) : [name],
  );
  return (await Promise.all(nested)).flat().toSorted();
}

/** Runs a script in a folder as a module, and gives what it prints. */
export async function runScript(folder: string, code: string): Promise<string> {
  const file = join(folder, 'script.js');
  await writeFile(file, code);
  return run(process.execPath, [file], { cwd: folder });
}

/**
 * Type-checks a program that uses a topic, with every check a compiler has, also of our own declarations.
 *
 * @param id What the program claims to be the id of a topic.
 */
export async function compileUse(
  folder: string,
  compiler: 'typescript-5' | 'typescript-6' | 'typescript-7',
  id: string,
): Promise<void> {
  await writeFile(
    join(folder, 'use.ts'),
    `import { getTopic, guide, loadBody, type TopicId } from '@mlguide/content';
import { topicsOf, type Topic } from '@mlguide/core';

const id: TopicId = ${JSON.stringify(id)};
export const title: string = getTopic(id).title;
export const body: Promise<{ type: 'root' } | undefined> = loadBody(id);
export const topics: Topic[] = topicsOf(guide);
`,
  );
  const tsc = join(dirname(require.resolve(`${compiler}/package.json`)), 'bin/tsc');
  const strict = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--exactOptionalPropertyTypes'];
  const target = ['--module', 'nodenext', '--target', 'es2023'];
  await run(process.execPath, [tsc, ...strict, ...target, 'use.ts'], { cwd: folder });
}
