/**
 * The log as a file: one event a line, appended and flushed to the disk before anybody is told that it is kept.
 *
 * @module
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, fstatSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { readLog, writeEvent, type ReadLog, type StudyEvent } from './events.ts';

/** A log that cannot be read or written. Its message is one sentence for the reader, and nothing was overwritten. */
export class StudyFileError extends Error {
  override readonly name = 'StudyFileError';
}

/** Where the log is kept: below `XDG_DATA_HOME`, else `~/.local/share`. */
export function studyFilePath(environment: Readonly<Record<string, string | undefined>>): string {
  const data = environment['XDG_DATA_HOME'] || join(environment['HOME'] || homedir(), '.local', 'share');
  return join(data, 'mlguide', 'study.jsonl');
}

/**
 * Reads the log. A file that does not exist is an empty log; torn and unknown lines are in `unreadable` and stay in
 * the file.
 *
 * @throws {StudyFileError} if it exists and cannot be read.
 */
export function readStudyFile(path: string): ReadLog {
  try {
    return readLog(readFileSync(path, 'utf8'));
  } catch (cause) {
    const error = cause as NodeJS.ErrnoException;
    if (error.code === 'ENOENT') return { events: [], unreadable: [] };
    throw failure(path, 'read', error);
  }
}

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
    const text = (endsInLine(file) ? '' : '\n') + events.map(writeEvent).join('');
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } catch (cause) {
    throw failure(path, 'written', cause as NodeJS.ErrnoException);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function endsInLine(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] === 10;
}

function failure(path: string, verb: 'read' | 'written', error: NodeJS.ErrnoException): StudyFileError {
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EROFS: 'the disk is read-only',
    EACCES: 'that is not allowed',
    EPERM: 'that is not allowed',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is a file',
  };
  const reason = reasons[error.code ?? ''] ?? error.message;
  return new StudyFileError(`The study log ${path} cannot be ${verb}: ${reason}.`, { cause: error });
}
