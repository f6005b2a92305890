/** Builds the site into `dist/`, or into the folder after `--outDir`. */
import { existsSync, readdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root); // Astro, and what we render, look for files there.
process.env['NODE_ENV'] ??= 'production';

const out = path.resolve(root, values.outDir);
if (!isForUs(out)) {
  console.error(
    `Unexpected files in \`${out}\`, expected an empty folder or a site: what is not of the site is removed`,
  );
  process.exit(2);
}

enableCompileCache(path.join(root, '.cache', 'compiled')); // It holds for what is imported from here on.
const { buildSite } = await import('./build/build-site.ts');
await buildSite(root, out);

/** Whether a folder is ours to fill: a build takes away whatever it did not make. */
function isForUs(folder: string): boolean {
  if (folder.startsWith(root) || !existsSync(folder)) return true;
  const files = readdirSync(folder);
  return files.length === 0 || files.includes('offline.json');
}
