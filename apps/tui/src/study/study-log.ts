import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Guide } from '@mlguide/core';
import {
  applyEvent,
  computeState,
  emptyState,
  sortEvents,
  type Payload,
  type StateOptions,
  type StudyEvent,
  type StudyState,
} from '@mlguide/study';
import { StudyFile } from '@mlguide/study/file';

import { followRedirects } from './redirects.ts';
import { remarkOn } from './remark.ts';

/* Events between two turns: some milliseconds' worth. */
const SLICE = 500;

/** The study log, and all that follows from it. Loads FSRS: only those who study open it. */
export class StudyLog {
  state: StudyState;
  /** What is to be said about lines of the log that were not understood. */
  readonly remark: string;
  readonly #file: StudyFile;
  readonly #options: StateOptions;

  private constructor(file: StudyFile, state: StudyState, options: StateOptions) {
    this.#file = file;
    this.#options = options;
    this.remark = remarkOn(file.unreadable);
    this.state = state;
  }

  /**
   * Opens a log. A long one is read and computed in slices, so that a screen can be left meanwhile.
   *
   * @throws {StudyFileError} if the log exists and cannot be read.
   */
  static async open(path: string, guide: Guide): Promise<StudyLog> {
    const file = await StudyFile.openInSlices(path);
    const options = { redirect: followRedirects(guide) };
    const state = emptyState();
    for (const [index, event] of sortEvents(file.events).entries()) {
      applyEvent(state, event, options);
      if (index % SLICE === SLICE - 1) await nextTurn();
    }
    return new StudyLog(file, state, options);
  }

  /** Whether another program has added something. */
  refresh(): boolean {
    return this.#take(this.#file.refresh());
  }

  /**
   * Keeps an event: on the disk first, then in the state.
   *
   * @param event With its id and time, if this is not the first attempt to keep it.
   * @throws {StudyFileError} if it could not be kept; the state is as it was.
   */
  append(event: StudyEvent): void {
    this.#take(this.#file.append([event]));
  }

  #take(fresh: readonly StudyEvent[]): boolean {
    // An event that is older than the last one, from another machine or program, changes what came after it.
    if (!fresh.every((event) => applyEvent(this.state, event, this.#options)))
      this.state = computeState(this.#file.events, this.#options);
    return fresh.length > 0;
  }
}

/** An event that happens now. */
export function newEvent(payload: Payload, now: number): StudyEvent {
  return { ...payload, id: randomUUID(), at: now };
}
