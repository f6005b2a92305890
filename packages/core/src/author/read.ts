import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';

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
    return Promise.all(files.map(async (file) => ({ path: file, text: await readText(join(path, file)) })));
  }
  if (!info.isFile()) throw new InputError(`${shown(path)}: not a file or a folder`);
  return [{ path: basename(path), text: await readText(path) }];
}

/**
 * Reads and parses a guide.
 *
 * @param path A Markdown file, or a folder of them.
 * @throws {InputError} as {@link readSources} does. Mistakes in the Markdown are messages, not errors.
 */
export async function readGuide(path: string, options: ParseOptions = {}): Promise<ParsedGuide> {
  const sources = await readSources(path);
  const whole = resolve(path);
  const root = (await stat(path)).isDirectory() ? whole : dirname(whole);
  const name = basename(whole).replace(MARKDOWN, '');
  return parseGuide(sources, {
    title: titleFromName(name),
    hasFile: (file) => inside(root, file) && existsSync(join(root, file)),
    ...options,
  });
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

async function readText(path: string): Promise<string> {
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${shown(path)}: ${reasonOf(error)}`);
  });
  if (size > MAX_BYTES) {
    const megabytes = (size / 1e6).toFixed(0);
    throw new InputError(
      `${shown(path)}: ${megabytes} MB is too large for a Markdown file, the limit is ${MAX_BYTES / 1e6} MB`,
    );
  }
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${shown(path)}: ${reasonOf(error)}`);
  });
  if (bytes.includes(0)) throw new InputError(`${shown(path)}: a binary file, expected Markdown text`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${shown(path)}: not UTF-8 text (at byte ${badByte(bytes)}); save it as UTF-8`);
  }
}

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
