import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes `offline.json` into the folder of a site that is done: what the service worker keeps on a device, each file with
 * its digest. Pages are named by their address; Markdown copies and what only crawlers read are left out.
 *
 * @param digests The digests of the site's files.
 */
export async function writeOfflineList(folder: string, digests: ReadonlyMap<string, string>): Promise<void> {
  const kept = [...digests].filter(([file]) => isKept(file)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const list = Object.fromEntries(kept.map(([file, digest]) => [addressOf(file), digest.slice(0, 12)]));
  await writeFile(path.join(folder, 'offline.json'), JSON.stringify(list));
}

function isKept(file: string): boolean {
  // The worker itself is none of its files; the rest is made to be printed or shared, not read under way.
  if (file === 'sw.js' || /^(print|social)\//.test(file)) return false;
  return /\.(html|css|js|woff2|svg|png|jpg|webp|webmanifest)$|^search\.json$|^study\/.*\.json$/.test(file);
}

function addressOf(file: string): string {
  return file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
