/** Makes the pages and files of the site, as far as they are not there already as they should be. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { SitePath } from '../../src/renderer.ts';
import type { KeptPart } from '../../src/remember.ts';
import type { Bundle } from './bundle.ts';
import { ReadTable, recall, type KeptFile, type Memory } from './memory.ts';
import { TextStore } from './text-store.ts';

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
  const { listPaths, renderPath, digestOf, recallPart, keptParts } = bundle.renderer;
  const memoryFile = path.join(memoryFolder, `${digest(out).slice(0, 20)}.json`);
  const before = recall(memoryFile, bundle.digest);
  const table = new ReadTable(before);
  const compared = new Set<number>();
  const changed = new Set<number>();
  const compare = async (all: Readonly<Record<string, { reads: number[] }>>) => {
    const numbers = new Set(Object.values(all).flatMap(({ reads }) => reads));
    for (const number of numbers) {
      if (compared.has(number)) continue;
      const [read, digest] = before.reads[number]!;
      if ((await digestOf(read)) !== digest) changed.add(number);
      compared.add(number);
    }
  };
  const isAsRead = ({ reads }: { reads: number[] }) => !reads.some((number) => changed.has(number));

  // The parts come first: by them is found out which files the guide shows, and pages may have read that.
  await compare(before.parts);
  const texts = new TextStore(memoryFile.replace('.json', ''));
  const textDigests = new WeakMap<KeptPart, string>();
  for (const [name, { digest, reads }] of Object.entries(before.parts)) {
    if (!isAsRead({ reads }) || !texts.has(digest)) continue;
    const part = {
      reads: table.readsOf(reads),
      get text() {
        return texts.read(digest);
      },
    };
    textDigests.set(part, digest);
    recallPart(name, part);
  }
  await compare(before.files);

  const files: Record<string, KeptFile> = {};
  const stale = new Set(filesIn(out));
  const digests = new Map<string, string>();
  const count = { made: 0, kept: 0 };

  for (const sitePath of await listPaths()) {
    const file = fileOf(sitePath);
    if (Object.hasOwn(files, file)) continue; // An earlier route has it: a page comes before what moved away from it.
    const key = sitePath.cacheKey ?? null;
    const place = path.join(out, file);
    let record = Object.hasOwn(before.files, file) ? before.files[file] : undefined;
    if (record?.key === key && isAsRead(record) && isAsMade(record, place)) {
      record.stamp = stampOf(place);
      count.kept++;
    } else {
      const address = new URL(sitePath.pathname.slice(1), bundle.site);
      if (sitePath.route.type === 'page' && !address.pathname.endsWith('/')) address.pathname += '/';
      const { body, reads } = await renderPath(new Request(address), sitePath);
      if (body !== undefined) write(place, body);
      record = {
        key,
        reads: table.numbersOf(reads),
        digest: body === undefined ? null : digest(body),
        stamp: stampOf(place),
        moved: body !== undefined && Buffer.from(body.subarray(0, 2000)).includes('http-equiv="refresh"'),
      };
      count.made++;
    }
    files[file] = record;
    if (record.digest === null) continue;
    stale.delete(file);
    if (!record.moved) digests.set(file, record.digest);
  }

  for (const file of filesIn(bundle.files)) {
    const content = readFileSync(path.join(bundle.files, file));
    digests.set(file, digest(content));
    if (stale.delete(file) && digests.get(file) === digestOfFile(path.join(out, file))) continue;
    write(path.join(out, file), content);
  }
  stale.delete('offline.json');
  for (const file of stale) remove(out, file);

  const memory: Memory = { bundle: bundle.digest, files, parts: {}, reads: [] };
  for (const [name, part] of keptParts()) {
    const reads = table.numbersOf(part.reads);
    memory.parts[name] = { digest: textDigests.get(part) ?? texts.add(part.text), reads };
  }
  memory.reads = await table.withDigests(digestOf);
  write(memoryFile, JSON.stringify(memory));
  texts.keepOnly(new Set(Object.values(memory.parts).map(({ digest }) => digest)));
  return { ...count, digests };
}

const memoryFolder = fileURLToPath(new URL('../../.cache/pages/', import.meta.url));

/** Whether a file is still what the last build made; what has another stamp may be a copy of it. */
function isAsMade({ stamp, digest }: KeptFile, file: string): boolean {
  return (stamp !== null && stamp === stampOf(file)) || digest === digestOfFile(file);
}

function stampOf(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}` : null;
}

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
    .map(({ parentPath, name }) =>
      `${parentPath}${path.sep}${name}`.slice(folder.length + 1).replaceAll(path.sep, '/'),
    );
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
