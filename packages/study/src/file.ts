/**
 * The log as a file: one event a line, appended and flushed to the disk before anybody is told that it is kept.
 *
 * @module
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, fstatSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

import { readLog, writeEvent, type ReadLog, type StudyEvent } from './events.ts';

/** A log that cannot be read or written. Its message is one sentence for the reader, and nothing was overwritten. */
export class StudyFileError extends Error {
  override readonly name = 'StudyFileError';
  /** Why, in a few words: `the disk is full`. */
  readonly reason: string;
  /** The log. */
  readonly path: string;

  constructor(message: string, path: string, reason: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
    this.reason = reason;
  }
}

/** Where the log is kept: below `XDG_DATA_HOME`, else `~/.local/share`. */
export function studyFilePath(environment: Readonly<Record<string, string | undefined>>): string {
  const data = environment['XDG_DATA_HOME'] ?? '';
  // The specification says that a relative path is to be ignored.
  const base = isAbsolute(data) ? data : join(environment['HOME'] || homedir(), '.local', 'share');
  return join(base, 'mlguide', 'study.jsonl');
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
    const { size } = fstatSync(file);
    const text = (endsInLine(file, size) ? '' : '\n') + events.map(writeEvent).join('');
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
    if (size === 0) syncFolder(dirname(path));
  } catch (cause) {
    throw failure(path, 'written', cause as NodeJS.ErrnoException);
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

/**
 * A log that is open in a running program: what it held, and by and by what this program and others append to it.
 * Only what is new is read again, so that its length costs nothing.
 */
export class StudyFile {
  readonly path: string;
  /** Lines that are no events we know; they stay in the file. */
  unreadable: ReadLog['unreadable'] = [];
  readonly #byId = new Map<string, StudyEvent>();
  /** Where in the file the lines begin that have not been read to their ends, and which file it was. */
  #offset = 0;
  #lines = 0;
  #size = -1;
  #inode = 0n;

  /** @throws {StudyFileError} if the file exists and cannot be read. */
  constructor(path: string) {
    this.path = path;
    this.refresh();
  }

  /** All events, in the order of the file. */
  get events(): StudyEvent[] {
    return [...this.#byId.values()];
  }

  /**
   * Reads what was appended since the last time.
   *
   * @returns The new events.
   * @throws {StudyFileError} if the file exists and cannot be read.
   */
  refresh(): StudyEvent[] {
    let file: number | undefined;
    try {
      file = openSync(this.path, 'r');
      const { size, ino } = fstatSync(file, { bigint: true });
      const length = Number(size);
      if (ino === this.#inode && length === this.#size) return [];
      // Somebody has put another file in its place: what is known stays known, and the whole file is read.
      if (ino !== this.#inode || length < this.#offset) this.#begin(ino);
      const bytes = Buffer.alloc(length - this.#offset);
      let read = 0;
      for (let got = -1; got !== 0 && read < bytes.length; read += got)
        got = readSync(file, bytes, read, bytes.length - read, this.#offset + read);
      this.#size = this.#offset + read;
      return this.#take(bytes.subarray(0, read));
    } catch (cause) {
      const error = cause as NodeJS.ErrnoException;
      if (error.code === 'ENOENT') return [];
      throw failure(this.path, 'read', error);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /**
   * Appends events and waits until the disk has them.
   *
   * @returns All that is new, these and others'.
   * @throws {StudyFileError} if not all of it could be kept; what was in the file before is untouched.
   */
  append(events: readonly StudyEvent[]): StudyEvent[] {
    appendToStudyFile(this.path, events);
    return this.refresh();
  }

  #begin(inode: bigint): void {
    this.#inode = inode;
    this.#offset = 0;
    this.#lines = 0;
    this.unreadable = [];
  }

  #take(bytes: Buffer): StudyEvent[] {
    const before = this.#lines;
    const end = bytes.lastIndexOf(10) + 1;
    const { events, unreadable } = readLog(bytes.toString('utf8'));
    const whole = bytes.toString('utf8', 0, end);
    this.#offset += end;
    for (let at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', at + 1)) this.#lines += 1;
    // The line that had no end the last time is read anew.
    this.unreadable = [
      ...this.unreadable.filter(({ number }) => number <= before),
      ...unreadable.map((one) => ({ ...one, number: before + one.number })),
    ];
    const fresh = events.filter(({ id }) => !this.#byId.has(id));
    for (const event of fresh) this.#byId.set(event.id, event);
    return fresh;
  }
}

function endsInLine(file: number, size: number): boolean {
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
    EEXIST: 'a part of its path is a file',
    ENOENT: 'its folder cannot be made',
  };
  const reason = reasons[error.code ?? ''] ?? error.message;
  return new StudyFileError(`The study log ${path} cannot be ${verb}: ${reason}.`, path, reason, { cause: error });
}
