/** Builds the site of somebody's own Markdown. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { readOwnGuide } from './read-own-guide.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const run = promisify(execFile);

/**
 * Builds a guide from a Markdown file or a folder of them, and says what its parser had to say.
 *
 * @returns The folder of the built site.
 * @throws {import('@mlguide/core/author').InputError} if there is nothing to read.
 */
export async function buildOwnGuide(source: string): Promise<string> {
  const { guide, messages } = await readOwnGuide(source);
  for (const { file, line, column, severity, reason, rule } of messages) {
    if (severity !== 'info') console.error(`${file}:${line}:${column}: ${severity}: ${reason} (${rule})`);
  }
  console.log(`Building “${guide.title}”: ${Object.keys(guide.nodes).length} nodes …`);

  const out = path.join(root, '.cache', 'own-site');
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    MLGUIDE_GUIDE: source,
    MLGUIDE_CONTENT: fileURLToPath(new URL('own-guide.ts', import.meta.url)),
  };
  await run(process.execPath, ['scripts/build.ts', '--outDir', out], { cwd: root, env, maxBuffer: 2 ** 26 });
  return `${out}${path.sep}`;
}
