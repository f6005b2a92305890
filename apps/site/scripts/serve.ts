/** Serves the built site on http://localhost:4321, or the next free port, until it is stopped. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

import { serveFolder } from './static-server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4321' }, base: { type: 'string' }, host: { type: 'string' } },
});
const folder = fileURLToPath(new URL('../dist/', import.meta.url));

if (!existsSync(`${folder}index.html`)) {
  console.error('Unexpected empty `dist/`, expected a built site: run `build` first');
  process.exit(2);
}
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`Unexpected port \`${values.port}\`, expected a whole number from 0 to 65535`);
  process.exit(2);
}

const server = await serveFolder(folder, {
  port,
  base: values.base ?? process.env['MLGUIDE_BASE'] ?? '/',
  ...(values.host === undefined ? {} : { host: values.host }),
});
console.log(`The guide is on ${server.url} (stop with Ctrl-C)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void server.close().then(() => process.exit(0)));
