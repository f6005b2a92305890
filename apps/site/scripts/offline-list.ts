import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

/**
 * Writes `offline.json` when a build is done: what the service worker keeps on a device, each file with its digest.
 * Pages are named by their address; Markdown copies and what only crawlers read are left out.
 */
export function offlineList(): AstroIntegration {
  return {
    name: 'mlguide-offline-list',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files: Record<string, string> = {};
        for (const entry of (await readdir(folder, { recursive: true })).toSorted()) {
          const file = entry.split(path.sep).join('/');
          const kept = /\.(html|css|js|woff2|svg|png|jpg|webp|webmanifest)$|^search\.json$|^study\/.*\.json$/.test(
            file,
          );
          // The worker itself is none of its files; the rest is made to be printed or shared, not read under way.
          if (!kept || file === 'sw.js' || /^(print|social)\//.test(file)) continue;
          const content = await readFile(path.join(folder, entry));
          if (content.includes('http-equiv="refresh"')) continue;
          const address = file
            .replace(/(^|\/)index\.html$/, '$1')
            .split('/')
            .map(encodeURIComponent)
            .join('/');
          files[address] = createHash('sha256').update(content).digest('base64url').slice(0, 12);
        }
        await writeFile(path.join(folder, 'offline.json'), JSON.stringify(files));
      },
    },
  };
}
