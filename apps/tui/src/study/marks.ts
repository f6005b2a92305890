import { randomUUID } from 'node:crypto';
import type { Guide, NodeId } from '@mlguide/core';
import type { Payload } from '@mlguide/study';
import { StudyFile, studyFilePath } from '@mlguide/study/file';
import { computeMarks } from '@mlguide/study/marks';

import { followRedirects } from './redirects.ts';
import { remarkOn } from './remark.ts';

/** Opens the reader's own log. */
export function openMarks(guide: Guide): OpenMarks {
  return new OpenMarks(studyFilePath(process.env), guide);
}

/** The marks of the study log. Knows no schedule: that is loaded by those who study. */
export class OpenMarks {
  read: ReadonlySet<NodeId> = new Set();
  /** Those pages that the guide still has, in the order of marking. */
  bookmarks: readonly NodeId[] = [];
  /** What is to be said about lines of the log that were not understood. */
  readonly remark: string;
  readonly #file: StudyFile;
  readonly #guide: Guide;

  /** @throws {StudyFileError} if the log exists and cannot be read. */
  constructor(path: string, guide: Guide) {
    this.#file = new StudyFile(path);
    this.#guide = guide;
    this.remark = remarkOn(this.#file.unreadable);
    this.#compute();
  }

  /** Whether another program has added something. */
  refresh(): boolean {
    if (this.#file.refresh().length === 0) return false;
    this.#compute();
    return true;
  }

  /** Keeps an event: on the disk, then in the marks. */
  record(payload: Payload): void {
    this.#file.append([{ ...payload, id: randomUUID(), at: Date.now() }]);
    this.#compute();
  }

  #compute(): void {
    const { read, bookmarks } = computeMarks(this.#file.events, followRedirects(this.#guide));
    this.read = new Set(read.keys());
    this.bookmarks = [...bookmarks].filter((id) => Object.hasOwn(this.#guide.nodes, id));
  }
}
