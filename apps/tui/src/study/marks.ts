import { randomUUID } from 'node:crypto';
import type { Guide, NodeId } from '@mlguide/core';
import type { Payload, StudyEvent } from '@mlguide/study';
import { StudyFile, studyFilePath } from '@mlguide/study/file';
import { applyMark, computeMarks, isLater, isMark, writeNote, type Marks } from '@mlguide/study/marks';

import { followRedirects } from './redirects.ts';
import { remarkOn } from './remark.ts';

/** Opens the reader's own log. A long one is read in slices: the program goes on answering keys. */
export async function openMarks(guide: Guide): Promise<OpenMarks> {
  return new OpenMarks(await StudyFile.openInSlices(studyFilePath(process.env), { keep: isMark }), guide);
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
  #marks: Marks;
  #last: StudyEvent | undefined;

  /** @param file The log, of which marks alone are remembered. */
  constructor(file: StudyFile, guide: Guide) {
    this.#file = file;
    this.#guide = guide;
    this.remark = remarkOn(file.unreadable);
    this.#marks = this.#compute();
  }

  /** What the reader wrote about a page; `''` if nothing. */
  noteOn(id: NodeId): string {
    return this.#marks.notes.get(id)?.text ?? '';
  }

  /** Pages of the guide with a note. */
  get noted(): readonly NodeId[] {
    return [...this.#marks.notes]
      .filter(([id, { text }]) => text !== '' && Object.hasOwn(this.#guide.nodes, id))
      .map(([id]) => id);
  }

  /** Whether another program has added something. */
  refresh(): boolean {
    return this.#take(this.#file.refresh());
  }

  /** Keeps an event: on the disk, then in the marks. */
  record(payload: Payload): void {
    this.#take(this.#file.append([{ ...payload, id: randomUUID(), at: Date.now() }]));
  }

  /** Keeps a note on a page; `''` takes it away. What somebody else writes at the same time is kept beside it. */
  recordNote(id: NodeId, text: string): void {
    this.record(writeNote(id, text, this.#marks.notes.get(id)));
  }

  #take(fresh: readonly StudyEvent[]): boolean {
    for (const event of fresh) {
      // From another machine or program, and older than what is known: then all is computed anew.
      if (!isLater(event, this.#last)) {
        this.#marks = this.#compute();
        return true;
      }
      applyMark(this.#marks, event, followRedirects(this.#guide));
      this.#last = event;
    }
    if (fresh.length > 0) this.#show();
    return fresh.length > 0;
  }

  #compute(): Marks {
    const { events } = this.#file;
    this.#last = undefined;
    for (const event of events) if (isLater(event, this.#last)) this.#last = event;
    this.#marks = computeMarks(events, followRedirects(this.#guide));
    this.#show();
    return this.#marks;
  }

  #show(): void {
    this.read = new Set(this.#marks.read.keys());
    this.bookmarks = [...this.#marks.bookmarks].filter((id) => Object.hasOwn(this.#guide.nodes, id));
  }
}
