import type { Guide, NodeId } from '@mlguide/core';
import type { StudyFileError } from '@mlguide/study/file';

import { isSentence } from './sentence.ts';
import type { Mark } from './state.ts';
import type { Store } from './store.ts';
import type { OpenMarks } from './study/marks.ts';

/**
 * The reader's marks in the program: shown once the first frame stands, and kept in the study log. What reads the log is
 * loaded only then.
 */
export class KeptMarks {
  readonly #guide: Guide;
  readonly #store: Store;
  readonly #fail: (error: unknown) => void;
  #opening: Promise<OpenMarks> | undefined;
  #marks: OpenMarks | undefined;

  constructor(guide: Guide, store: Store, fail: (error: unknown) => void) {
    this.#guide = guide;
    this.#store = store;
    this.#fail = fail;
  }

  /** Reads the log and shows its marks. */
  show(): void {
    void this.#with((marks) => {
      this.#dispatch(marks);
      if (marks.remark !== '') this.#store.dispatch({ type: 'notice', text: marks.remark });
    });
  }

  /** Shows what another program has written in the meantime. */
  refresh(): void {
    if (this.#marks === undefined) return;
    try {
      if (this.#marks.refresh()) this.#dispatch(this.#marks);
    } catch (error) {
      this.#complain(error);
    }
  }

  /** Keeps a mark, and then shows it; if it cannot be kept, the reader is told. */
  record(mark: Mark): void {
    this.#keep((marks) => {
      marks.record(mark);
      this.#dispatch(marks);
      this.#store.dispatch({ type: 'marked', mark });
    });
  }

  /** Keeps a note, and then shows it. */
  recordNote(id: NodeId, text: string): void {
    this.#keep((marks) => {
      marks.recordNote(id, text);
      this.#dispatch(marks);
      this.#store.dispatch({ type: 'noted', id, text: marks.noteOn(id) });
    });
  }

  #keep(keep: (marks: OpenMarks) => void): void {
    if (this.#marks === undefined) void this.#with(keep);
    else {
      try {
        keep(this.#marks);
      } catch (error) {
        this.#complain(error);
      }
    }
  }

  #dispatch(marks: OpenMarks): void {
    const { bookmarks, read } = marks;
    const notes = new Map(marks.noted.map((id) => [id, marks.noteOn(id)]));
    this.#store.dispatch({ type: 'marks', bookmarks, read, notes });
  }

  async #with(act: (marks: OpenMarks) => void): Promise<void> {
    try {
      this.#opening ??= import('./study/marks.ts').then(({ openMarks }) => openMarks(this.#guide));
      this.#marks = await this.#opening;
      act(this.#marks);
    } catch (error) {
      this.#complain(error);
    }
  }

  #complain(error: unknown): void {
    if (!isSentence(error)) return this.#fail(error);
    // The bar is one line: why comes before where.
    const { reason, path, message } = error as Partial<StudyFileError> & Error;
    this.#store.dispatch({ type: 'notice', text: path === undefined ? message : `Not kept, ${reason}: ${path}` });
  }
}
