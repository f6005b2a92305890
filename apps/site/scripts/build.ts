/** Builds the site into `dist/`, or into the folder after `--outDir`. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { buildSite } from './build/build-site.ts';

const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root); // Astro, and what we render, look for files there.
process.env['NODE_ENV'] ??= 'production';

await buildSite(root, path.resolve(root, values.outDir));
