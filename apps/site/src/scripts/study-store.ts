/** What the reader did, and the state that follows from it, for the pages on which one studies. */
import type { Guide } from '@mlguide/core';
import {
  applyEvent,
  computeState,
  emptyState,
  mergeEvents,
  readLog,
  sortEvents,
  writeEvent,
  type Payload,
  type StudyEvent,
  type StudyState,
} from '@mlguide/study';

import { newEvent } from './new-event.ts';
import { prepareDatabase, StorageTrouble } from './study-database.ts';
import { openStudyLog, type Change } from './study-log.ts';
import { readSnapshot, writeSnapshot } from './study-snapshot.ts';

/** What an import brought. */
export interface Imported {
  /** Events that were not here before. */
  added: number;
  /** Events that were. */
  known: number;
  /** Lines that are no JSON, as after a crash; they are left out. */
  torn: number;
  /** Lines that a newer version wrote; they are kept for it. */
  unknown: number;
}

/* Events that are sooner computed than a snapshot of them is kept. */
const FEW = 500;

/**
 * The log and its state. The state is computed from the log alone; the log itself is read only by those who need all of
 * it, for it may be long.
 */
export class StudyStore {
  state: StudyState = emptyState();
  /** Why the browser keeps nothing, in a sentence; `null` while it does. */
  trouble: string | null = null;
  readonly #ask = prepareDatabase();
  readonly #log = openStudyLog(this.#ask);
  readonly #listeners: ((by: 'us' | 'other') => void)[] = [];
  readonly #redirect: (id: string) => string;
  readonly #redirects: string;
  /** The number of events in the state. */
  #events = 0;
  /** What the browser did not take; it is tried again with whatever comes next. */
  #unkept: StudyEvent[] = [];
  #unkeptLines: string[] = [];
  #hasRead = false;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor({ redirects }: Guide) {
    this.#redirect = (id) => (Object.hasOwn(redirects, id) ? redirects[id]! : id);
    this.#redirects = JSON.stringify(redirects);
  }

  /** Opens the log of a guide. Never fails: a browser that keeps nothing gives an empty log, and trouble. */
  static async open(guide: Guide): Promise<StudyStore> {
    const store = new StudyStore(guide);
    store.#log.onChange((change) => void store.#takeOver(change));
    // A page that comes back from the browser's memory heard nothing while it was away.
    addEventListener('pageshow', ({ persisted }) => void (persisted && store.#takeOver('much')));
    await store.#attempt(() => store.#load());
    return store;
  }

  /** Adds what just happened: see {@link add}. */
  record(payload: Payload): Promise<void> {
    return this.add(newEvent(payload));
  }

  /** Adds an event. It counts at once; if the browser does not keep it, {@link trouble} says so. */
  async add(event: StudyEvent): Promise<void> {
    const isOn = this.#apply([event]);
    await this.#keep([event]);
    // Our clock may be behind that of another device whose log was imported; then the order is not that of arrival.
    if (!isOn) await this.#attempt(() => this.#compute());
    this.#tell('us');
  }

  /** The log as a file, the same as the terminal program's. */
  async exportLog(): Promise<string> {
    const lines = new Set(this.#unkeptLines);
    let events: StudyEvent[] = this.#unkept;
    await this.#attempt(async () => {
      events = await this.#readAll();
      for (const line of await this.#log.readLines()) lines.add(line);
    });
    return events.map(writeEvent).join('') + [...lines].map((line) => `${line}\n`).join('');
  }

  /** Merges a file into the log; the same file twice changes nothing. */
  importLog(text: string): Promise<Imported> {
    return this.#inTurn(() => this.#import(text));
  }

  /** Forgets everything. */
  clear(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#attempt(() => this.#log.clear());
      if (this.trouble !== null) return;
      [this.#unkept, this.#unkeptLines] = [[], []];
      this.#begin(emptyState(), 0);
      this.#tell('us');
    });
  }

  /** Calls a function after every change; `other` if another tab made it. */
  subscribe(listener: (by: 'us' | 'other') => void): void {
    this.#listeners.push(listener);
  }

  async #import(text: string): Promise<Imported> {
    const log = readLog(text);
    let known: StudyEvent[] = this.#unkept;
    await this.#attempt(async () => (known = await this.#readAll()));
    const before = new Map(known.map((event) => [event.id, event]));
    const merged = mergeEvents(known, log.events);
    const fresh = merged.filter((event) => before.get(event.id) !== event);
    const unknown = log.unreadable.filter(({ kind }) => kind === 'unknown').map(({ line }) => line);
    this.#begin(computeState(merged, { redirect: this.#redirect }), merged.length);
    await this.#keep(fresh, unknown);
    void this.#keepSnapshot();
    this.#tell('us');
    return {
      added: fresh.length,
      known: log.events.length - fresh.length,
      torn: log.unreadable.length - unknown.length,
      unknown: unknown.length,
    };
  }

  async #load(): Promise<void> {
    const kept = await readSnapshot(this.#ask, this.#redirects);
    if (kept) this.#begin(kept.state, kept.events);
    if (!kept || !this.#apply(sortEvents([...kept.later, ...this.#unkept]))) await this.#compute();
    else if (kept.later.length >= FEW) void this.#keepSnapshot();
  }

  /* One after the other: each of these replaces the state. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /* From the whole log. */
  async #compute(): Promise<void> {
    const compute = (events: readonly StudyEvent[]) =>
      this.#begin(computeState(events, { redirect: this.#redirect }), events.length);
    try {
      compute(await this.#readAll());
    } catch (error) {
      // A browser that never kept anything: what was done on this page is all there is.
      if (!this.#hasRead) compute(mergeEvents(this.#unkept));
      throw error;
    }
    void this.#keepSnapshot();
  }

  async #readAll(): Promise<StudyEvent[]> {
    const kept = await this.#log.readEvents();
    this.#hasRead = true;
    return mergeEvents(kept, this.#unkept);
  }

  #begin(state: StudyState, events: number): void {
    this.state = state;
    this.#events = events;
  }

  /* Whether all could be applied on top; if not, the state is to be computed anew. */
  #apply(events: readonly StudyEvent[]): boolean {
    this.#events += events.length;
    return events.every((event) => applyEvent(this.state, event, { redirect: this.#redirect }));
  }

  #takeOver(change: Change): Promise<void> {
    return this.#inTurn(async () => {
      if (change === 'much') await this.#attempt(() => this.#load());
      else if (!this.#apply(sortEvents(change.added))) await this.#attempt(() => this.#compute());
      this.#tell('other');
    });
  }

  #keep(events: readonly StudyEvent[], lines: readonly string[] = []): Promise<void> {
    this.#unkept = [...this.#unkept, ...events];
    this.#unkeptLines = [...this.#unkeptLines, ...lines];
    const [now, nowLines] = [new Set(this.#unkept), new Set(this.#unkeptLines)];
    return this.#attempt(async () => {
      await this.#log.add([...now], [...nowLines]);
      this.#unkept = this.#unkept.filter((event) => !now.has(event));
      this.#unkeptLines = this.#unkeptLines.filter((line) => !nowLines.has(line));
    });
  }

  /*
   * Nobody waits for it. A snapshot that cannot be kept is no trouble: the log is, and that is what counts.
   */
  async #keepSnapshot(): Promise<void> {
    if (this.#events < FEW || this.#unkept.length > 0) return;
    try {
      await this.#log.compact();
      await writeSnapshot(this.#ask, () => ({ state: this.state, events: this.#events }), this.#redirects);
    } catch (error) {
      console.warn(error);
    }
  }

  async #attempt(work: () => Promise<void> | Promise<unknown>): Promise<void> {
    try {
      await work();
      if (this.#unkept.length === 0) this.trouble = null;
    } catch (error) {
      if (!(error instanceof StorageTrouble)) throw error;
      this.trouble = error.message;
    }
  }

  #tell(by: 'us' | 'other'): void {
    for (const listener of this.#listeners) listener(by);
  }
}
