import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import about from '../../package.json' with { type: 'json' };
import { decodeEntry, encodeEntry } from './cache.ts';
import type { SourceFile } from './draft.ts';
import { titleFromName } from './file.ts';
import { parseGuide, type ParsedGuide, type ParseOptions } from './parse.ts';
import { stripControls } from './text.ts';

/** An input that cannot be read at all. Its message is one line for the person who named it. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** No file is larger than this, in bytes; the parser has a limit of its own in characters. */
const MAX_BYTES = 32_000_000;
const MARKDOWN = /\.(?:md|markdown)$/iu;
/* Folders in which nobody keeps a guide, and the notes that repositories keep about themselves. */
const SKIPPED = new Set(['node_modules', 'vendor', 'dist', 'build', '__pycache__']);
const HOUSEKEEPING = /^(?:changelog|contributing|code_of_conduct|license|security|pull_request_template)\.md$/iu;

/**
 * Reads the Markdown of a guide from the disk: one file, or a folder with all the folders in it.
 *
 * @throws {InputError} for a missing or unreadable path, a folder without Markdown, or a file that is not UTF-8 text.
 */
export async function readSources(path: string): Promise<SourceFile[]> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${shown(path)}: ${reasonOf(error)}`);
  });
  if (info.isDirectory()) {
    const files = await listFiles(path);
    if (files.length === 0) throw new InputError(`${shown(path)}: no Markdown files (*.md) in this folder`);
    return files.map((file) => ({ path: file, text: readText(join(path, file)) }));
  }
  if (!info.isFile()) throw new InputError(`${shown(path)}: not a file or a folder`);
  return [{ path: basename(path), text: readText(path) }];
}

/**
 * Reads and parses a guide.
 *
 * @param path A Markdown file, or a folder of them.
 * @throws {InputError} as {@link readSources} does. Mistakes in the Markdown are messages, not errors.
 */
export async function readGuide(path: string, { cache, ...options }: ReadOptions = {}): Promise<ParsedGuide> {
  const sources = await readSources(path);
  const whole = resolve(path);
  const root = (await stat(path)).isDirectory() ? whole : dirname(whole);
  const name = basename(whole).replace(MARKDOWN, '');
  const settings = {
    title: titleFromName(name),
    hasFile: (file: string) => inside(root, file) && existsSync(join(root, file)),
    ...options,
  };
  return cache === undefined ? parseGuide(sources, settings) : parseCached(sources, settings, whole, cache);
}

/** What {@link readGuide} may be told. */
export interface ReadOptions extends ParseOptions {
  /**
   * A folder for what was parsed before. A guide of which nothing changed, neither its files nor the options nor this
   * package, is read from there; anything else, a damaged entry too, is parsed anew. It holds one file per guide and
   * may be deleted at any time.
   */
  cache?: string;
}

async function parseCached(
  sources: readonly SourceFile[],
  options: ParseOptions & Required<Pick<ParseOptions, 'hasFile'>>,
  root: string,
  cache: string,
): Promise<ParsedGuide> {
  const { hasFile, engine, ...rest } = options;
  const file = join(cache, `${digest(JSON.stringify([root, rest])).slice(0, 32)}.guide`);
  const key = keyOf(sources, engine?.name ?? '');
  const entry = decodeEntry(await readFile(file, 'utf8').catch(() => ''), key, digest);
  if (entry?.asked.every(([path, exists]) => hasFile(path) === exists)) return entry.parsed;

  const asked = new Map<string, boolean>();
  const ask = (path: string) => {
    const exists = asked.get(path) ?? hasFile(path);
    asked.set(path, exists);
    return exists;
  };
  const parsed = parseGuide(sources, { ...options, hasFile: ask });
  // A cache that cannot be written costs time, nothing else. The name changes last, so that nobody reads half a file.
  const draft = `${file}.${process.pid}`;
  await mkdir(cache, { recursive: true })
    .then(() => writeFile(draft, encodeEntry({ parsed, asked: [...asked] }, key, digest)))
    .then(() => rename(draft, file))
    .catch(() => undefined);
  return parsed;
}

/* The same key means the same tree: it covers each path and text, this package's version, and its code, whose version
   does not change while it is being worked on. */
function keyOf(sources: readonly SourceFile[], engine: string): string {
  const hash = createHash('sha256').update(`${about.version}\n${ownDigest()}\n${engine}\n`);
  for (const { path, text } of sources) hash.update(`${JSON.stringify([path, text.length])}\n`).update(text);
  return hash.digest('hex');
}

function ownDigest(): string {
  return (own ??= digest(readFileSync(fileURLToPath(import.meta.url), 'utf8')));
}

let own: string | undefined;

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function inside(root: string, file: string): boolean {
  return resolve(root, file).startsWith(root.endsWith(sep) ? root : root + sep);
}

async function listFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const here = join(root, folder);
    const entries = await readdir(here, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      throw new InputError(`${shown(here)}: ${reasonOf(error)}`);
    });
    const names = new Set(entries.map((entry) => entry.name));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (MARKDOWN.test(entry.name) && !(folder === '' && HOUSEKEEPING.test(entry.name) && names.size > 1))
        files.push(path);
    }
  }
  return files.toSorted();
}

/* At once, file after file: for a thousand small files that is five times faster than a promise for each. */
function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) {
      const [megabytes, limit] = [(size / 1e6).toFixed(0), MAX_BYTES / 1e6];
      throw new InputError(
        `${shown(path)}: ${megabytes} MB is too large for a Markdown file, the limit is ${limit} MB`,
      );
    }
    const text = readFileSync(path, 'utf8');
    // A replacement character may stand in the file, or for bytes that are no UTF-8.
    return text.includes('\uFFFD') || text.includes('\0') ? readStrictly(path) : text.replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${shown(path)}: ${reasonOf(error as NodeJS.ErrnoException)}`, { cause: error });
  }
}

function readStrictly(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.includes(0)) throw new InputError(`${shown(path)}: a binary file, expected Markdown text`);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new InputError(`${shown(path)}: not UTF-8 text (at byte ${badByte(bytes)}); save it as UTF-8`, { cause });
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The offset of the first byte that UTF-8 does not allow, by halving. */
function badByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'not allowed to read it';
    case 'ELOOP':
      return 'a circle of links';
    default:
      return `cannot be read (${error.code ?? error.message})`;
  }
}

function shown(path: string): string {
  return stripControls(path);
}
