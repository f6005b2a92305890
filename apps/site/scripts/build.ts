/** Builds the site into `dist/`, or into the folder after `--outDir`. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root); // Astro, and what we render, look for files there.
process.env['NODE_ENV'] ??= 'production';

enableCompileCache(path.join(root, '.cache', 'compiled')); // It holds for what is imported from here on.
const { buildSite } = await import('./build/build-site.ts');
await buildSite(root, path.resolve(root, values.outDir));
