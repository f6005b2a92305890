import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { appendToStudyFile } from './append.ts';
import type { StudyEvent } from './events.ts';
import { studyFileError } from './file-error.ts';
import { readLog, type ReadLog } from './log.ts';

/** How to open a log. */
export interface StudyFileOptions {
  /** Which events to remember; all of them, if it is not said. */
  keep?: (event: StudyEvent) => boolean;
}

/* Some milliseconds' worth. */
const SLICE = 512 * 1024;

/**
 * A log that is open in a running program: what it held, and by and by what this program and others append to it.
 * Only what is new is read again, so that its length costs nothing.
 */
export class StudyFile {
  readonly path: string;
  /** Lines that are no events we know; they stay in the file. */
  unreadable: ReadLog['unreadable'] = [];
  readonly #keep: (event: StudyEvent) => boolean;
  readonly #byId = new Map<string, StudyEvent>();
  /** Where in the file the lines begin that have not been read to their ends, and which file it was. */
  #offset = 0;
  #lines = 0;
  #size = -1;
  #inode = 0n;

  private constructor(path: string, { keep = () => true }: StudyFileOptions) {
    this.path = path;
    this.#keep = keep;
  }

  /** @throws {StudyFileError} if the file exists and cannot be read. */
  static open(path: string, options: StudyFileOptions = {}): StudyFile {
    const file = new StudyFile(path, options);
    file.refresh();
    return file;
  }

  /**
   * Opens a log that may be long in a program that has other things to do: between two slices it takes its turn.
   *
   * @throws {StudyFileError} if the file exists and cannot be read.
   */
  static async openInSlices(path: string, options: StudyFileOptions = {}): Promise<StudyFile> {
    const file = new StudyFile(path, options);
    while (!file.#readSome(SLICE).isAll) await nextTurn();
    return file;
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
    return this.#readSome(Infinity).fresh;
  }

  /**
   * Appends events and waits until the disk has them.
   *
   * @param lines Lines of a newer version, from another log, to be kept as they stand.
   * @returns All that is new, these and others'.
   * @throws {StudyFileError} if not all of it could be kept; what was in the file before is untouched.
   */
  append(events: readonly StudyEvent[], lines: readonly string[] = []): StudyEvent[] {
    appendToStudyFile(this.path, events, lines);
    return this.refresh();
  }

  /* Reads about so many bytes, whole lines unless the file ends. */
  #readSome(most: number): { fresh: StudyEvent[]; isAll: boolean } {
    let file: number | undefined;
    try {
      file = openSync(this.path, 'r');
      const { size, ino } = fstatSync(file, { bigint: true });
      const length = Number(size);
      if (ino === this.#inode && length === this.#size) return { fresh: [], isAll: true };
      // Somebody has put another file in its place: what is known stays known, and the whole file is read.
      if (ino !== this.#inode || length < this.#offset) this.#begin(ino);
      const bytes = Buffer.alloc(Math.min(length - this.#offset, most));
      let read = 0;
      for (let got = -1; got !== 0 && read < bytes.length; read += got)
        got = readSync(file, bytes, read, bytes.length - read, this.#offset + read);
      const isAll = this.#offset + read >= length || read < bytes.length;
      if (isAll) this.#size = this.#offset + read;
      const whole = bytes.lastIndexOf(10, read - 1) + 1;
      // A line longer than a slice: once more, with twice as much.
      if (!isAll && whole === 0) return this.#readSome(most * 2);
      return { fresh: this.#take(bytes.subarray(0, isAll ? read : whole)), isAll };
    } catch (cause) {
      const error = cause as NodeJS.ErrnoException;
      if (error.code === 'ENOENT') return { fresh: [], isAll: true };
      throw studyFileError(this.path, 'read', error);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  #begin(inode: bigint): void {
    this.#inode = inode;
    this.#offset = 0;
    this.#lines = 0;
    this.#size = -1;
    this.unreadable = [];
  }

  #take(bytes: Buffer): StudyEvent[] {
    const before = this.#lines;
    const { events, unreadable } = readLog(bytes.toString('utf8'));
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.#lines += 1;
    this.#offset += bytes.lastIndexOf(10) + 1;
    // The line that had no end the last time is read anew.
    this.unreadable = [
      ...this.unreadable.filter(({ number }) => number <= before),
      ...unreadable.map((one) => ({ ...one, number: before + one.number })),
    ];
    const fresh = events.filter((event) => this.#keep(event) && !this.#byId.has(event.id));
    for (const event of fresh) this.#byId.set(event.id, event);
    return fresh;
  }
}
