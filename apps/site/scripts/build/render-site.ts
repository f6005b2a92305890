/** Makes the pages and files of the site, as far as they are not there already as they should be. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { SitePath } from '../../src/renderer.ts';
import type { Bundle } from './bundle.ts';
import { memoryToText, recall, type KeptFile } from './memory.ts';

/** What came of it. */
export interface Rendered {
  /** How many files were made now, and how many were there. */
  made: number;
  kept: number;
  /** The digest of every file but those that only send their reader on. */
  digests: Map<string, string>;
}

/**
 * Fills a folder with the site. What is in it already stays if it is what a new one would be: made by the same code of
 * the same parts of the guide, and not touched since. Everything else goes.
 */
export async function renderSite(bundle: Bundle, out: string): Promise<Rendered> {
  const { listPaths, renderPath, digestOf, recallParts, keptParts } = bundle.renderer;
  const memoryFile = path.join(memoryFolder, `${digest(out).slice(0, 20)}.json`);
  const before = recall(memoryFile, bundle.digest);
  recallParts(before.parts);
  const files: Record<string, KeptFile> = {};
  const stale = new Set(filesIn(out));
  const digests = new Map<string, string>();
  const count = { made: 0, kept: 0 };

  for (const sitePath of await listPaths()) {
    const file = fileOf(sitePath);
    if (Object.hasOwn(files, file)) continue; // An earlier route has it: a page comes before what moved away from it.
    const key = sitePath.cacheKey ?? null;
    let record = Object.hasOwn(before.files, file) ? before.files[file] : undefined;
    const fresh =
      record !== undefined &&
      record.key === key &&
      record.readDigest === (await digestOf(record.reads)) &&
      record.digest === digestOfFile(path.join(out, file));
    if (!fresh) {
      const address = new URL(sitePath.pathname.slice(1), bundle.site);
      if (sitePath.route.type === 'page' && !address.pathname.endsWith('/')) address.pathname += '/';
      const { body, reads } = await renderPath(new Request(address), sitePath);
      if (body !== undefined) write(path.join(out, file), body);
      record = {
        key,
        reads,
        readDigest: await digestOf(reads),
        digest: body === undefined ? null : digest(body),
        moved: body !== undefined && Buffer.from(body.subarray(0, 2000)).includes('http-equiv="refresh"'),
      };
      count.made++;
    } else count.kept++;
    files[file] = record!;
    if (record!.digest === null) continue;
    stale.delete(file);
    if (!record!.moved) digests.set(file, record!.digest);
  }

  for (const file of filesIn(bundle.files)) {
    const content = readFileSync(path.join(bundle.files, file));
    digests.set(file, digest(content));
    if (stale.delete(file) && digests.get(file) === digestOfFile(path.join(out, file))) continue;
    write(path.join(out, file), content);
  }
  stale.delete('offline.json');
  for (const file of stale) remove(out, file);
  write(memoryFile, memoryToText({ bundle: bundle.digest, files, parts: await keptParts() }));
  return { ...count, digests };
}

const memoryFolder = fileURLToPath(new URL('../../.cache/pages/', import.meta.url));

/** Where Astro would put what it makes for a path. */
function fileOf({ pathname, route }: SitePath): string {
  const file = decodeURI(pathname).replace(/^\/|\/$/g, '');
  if (route.type !== 'page') return file;
  if (file === '404') return '404.html';
  return path.posix.join(file, 'index.html');
}

function filesIn(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

function write(file: string, content: Uint8Array | string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** Takes a file away, and the folders that it leaves empty. */
function remove(folder: string, file: string): void {
  rmSync(path.join(folder, file));
  for (let parent = path.dirname(file); parent !== '.'; parent = path.dirname(parent)) {
    if (readdirSync(path.join(folder, parent)).length > 0) return;
    rmdirSync(path.join(folder, parent));
  }
}

/** The digest of a file; `null` if there is none. */
function digestOfFile(file: string): string | null {
  try {
    return digest(readFileSync(file));
  } catch {
    return null;
  }
}
