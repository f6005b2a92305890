/**
 * Serves the built site on http://localhost:4321, or the next free port, until it is stopped: `serve`. Given a Markdown
 * file or a folder of them, it builds and serves the site of that guide instead: `serve PATH`.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { buildOwnGuide } from './build-own.ts';
import { serveFolder } from './static-server.ts';

const { values, positionals } = readArguments();
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  stop(`Unexpected port \`${values.port}\`, expected a whole number from 0 to 65535`);
}

const [own, more] = positionals;
if (more !== undefined) stop(`Unexpected \`${more}\`, expected one Markdown file or folder`);
const folder = own === undefined ? fileURLToPath(new URL('../dist/', import.meta.url)) : await build(own);
if (!existsSync(`${folder}index.html`)) stop('Unexpected empty `dist/`, expected a built site: run `build` first');

const server = await serveFolder(folder, {
  port,
  base: values.base ?? process.env['MLGUIDE_BASE'] ?? '/',
  ...(values.host === undefined ? {} : { host: values.host }),
}).catch((error: Error) => stop(`The site cannot be served: ${error.message}`));
console.log(`The guide is on ${server.url} (stop with Ctrl-C)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void server.close().then(() => process.exit(0)));
}

function readArguments() {
  try {
    return parseArgs({
      options: { port: { type: 'string', default: '4321' }, base: { type: 'string' }, host: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error)); // The words of Node say what was expected.
  }
}

async function build(source: string): Promise<string> {
  // pnpm runs us in our own folder; the path was written where the person stood.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  try {
    return await buildOwnGuide(path.resolve(from, source));
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') stop(error.message);
    throw error;
  }
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(2);
}
