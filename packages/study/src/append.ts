import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

import type { StudyEvent } from './events.ts';
import { studyFileError } from './file-error.ts';
import { writeEvent } from './log.ts';

/**
 * Appends events and waits until the disk has them. Two programs may append at once: each line is one write at the end.
 *
 * @throws {StudyFileError} if not all of it could be kept; what was in the file before is untouched.
 */
export function appendToStudyFile(path: string, events: readonly StudyEvent[]): void {
  if (events.length === 0) return;
  let file: number | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    file = openSync(path, 'a+', 0o600);
    // A program killed in the middle of a line left it torn; ours must not become part of it.
    const { size } = fstatSync(file);
    const text = (endsInLine(file, size) ? '' : '\n') + events.map(writeEvent).join('');
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
    if (size === 0) syncFolder(dirname(path));
  } catch (cause) {
    throw studyFileError(path, 'written', cause as NodeJS.ErrnoException);
  } finally {
    if (file !== undefined) closeSync(file);
  }
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
