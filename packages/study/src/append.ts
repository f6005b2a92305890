import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

import type { StudyEvent } from './events.ts';
import { studyFileError } from './file-error.ts';
import { writeEvent } from './log.ts';

/* How often lines are written that another program has torn. */
const TRIES = 3;

/**
 * Appends events and waits until the disk has them. Two programs may append at once: each line stands alone in the file
 * when this returns.
 *
 * @param lines Lines of a newer version, from another log, to be kept as they stand.
 * @throws {StudyFileError} if not all of it could be kept; what was in the file before is untouched.
 */
export function appendToStudyFile(path: string, events: readonly StudyEvent[], lines: readonly string[] = []): void {
  let missing = [...events.map((event) => writeEvent(event).trimEnd()), ...lines];
  if (missing.length === 0) return;
  let file: number | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    file = openSync(path, 'a+', 0o600);
    const { size } = fstatSync(file);
    for (let tries = 0; missing.length > 0 && tries < TRIES; tries++) missing = appendLines(file, missing);
    if (missing.length > 0) throw new Error('another program keeps writing into the same lines');
    if (size === 0) syncFolder(dirname(path));
  } catch (cause) {
    throw studyFileError(path, 'written', cause as NodeJS.ErrnoException);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/* Gives the lines that do not stand alone: another program may have been killed in the middle of a line just before ours. */
function appendLines(file: number, lines: readonly string[]): string[] {
  const { size } = fstatSync(file);
  // A program killed some time ago left its line torn too; ours must not become part of it.
  const bytes = Buffer.from((endsInLine(file, size) ? '' : '\n') + lines.map((line) => `${line}\n`).join(''));
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  fsyncSync(file);
  const found = new Set(readFrom(file, size).split('\n'));
  return lines.filter((line) => !found.has(line));
}

function readFrom(file: number, start: number): string {
  const bytes = Buffer.alloc(fstatSync(file).size - start);
  let read = 0;
  for (let got = -1; got !== 0 && read < bytes.length; read += got)
    got = readSync(file, bytes, read, bytes.length - read, start + read);
  return bytes.toString('utf8', 0, read);
}

/* A new file is kept only once its folder says that it is there. */
function syncFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, 'r');
    fsyncSync(folder);
  } catch {
    // Some systems cannot flush a folder; they keep its entries in their own way.
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}

function endsInLine(file: number, size: number): boolean {
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] === 10;
}
