/** What the reader did, and the state that follows from it, for the pages on which one studies. */
import type { Guide } from '@mlguide/core';
import {
  applyEvent,
  computeState,
  mergeEvents,
  readLog,
  writeEvent,
  type Payload,
  type StudyEvent,
  type StudyState,
} from '@mlguide/study';

import { newEvent, openStudyDatabase, StorageTrouble } from './study-database.ts';

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

/** The log and its state. */
export interface StudyStore {
  readonly state: StudyState;
  /** Why the browser keeps nothing, in a sentence; `null` while it does. */
  readonly trouble: string | null;
  /** Adds what just happened. It counts at once; if the browser does not keep it, {@link trouble} says so. */
  record(...payloads: Payload[]): Promise<void>;
  /** The log as a file, the same as the terminal program's. */
  exportLog(): string;
  /** Merges a file into the log; the same file twice changes nothing. */
  importLog(text: string): Promise<Imported>;
  /** Forgets everything. */
  clear(): Promise<void>;
  /** Calls a function after every change; `other` if another tab made it. */
  subscribe(listener: (by: 'us' | 'other') => void): void;
}

/** Opens the log of a guide. Never fails: a browser that keeps nothing gives an empty log, and trouble. */
export async function openStudyStore(guide: Guide): Promise<StudyStore> {
  const redirect = (id: string) => (Object.hasOwn(guide.redirects, id) ? guide.redirects[id]! : id);
  const compute = () => computeState(events, { redirect });
  const database = openStudyDatabase();
  const listeners: ((by: 'us' | 'other') => void)[] = [];
  let events: StudyEvent[] = [];
  let lines: string[] = [];
  let state = compute();
  let trouble: string | null = null;
  /* What the browser did not take; it is tried again with whatever comes next. */
  let unkept: StudyEvent[] = [];
  let unkeptLines: string[] = [];

  const tell = (by: 'us' | 'other') => {
    for (const listener of listeners) listener(by);
  };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      trouble = null;
    } catch (error) {
      if (!(error instanceof StorageTrouble)) throw error;
      trouble = error.message;
    }
  };
  const keep = (more: readonly StudyEvent[], moreLines: readonly string[] = []) =>
    attempt(async () => {
      unkept = [...unkept, ...more];
      unkeptLines = [...unkeptLines, ...moreLines];
      const [now, nowLines] = [unkept, unkeptLines];
      await database.add(now, nowLines);
      unkept = unkept.filter((event) => !now.includes(event));
      unkeptLines = unkeptLines.filter((line) => !nowLines.includes(line));
    });
  const load = () =>
    attempt(async () => {
      const [kept, keptLines] = await Promise.all([database.readEvents(), database.readLines()]);
      events = mergeEvents(kept, unkept);
      lines = [...new Set([...keptLines, ...unkeptLines])];
      state = compute();
    });

  database.onChange((change) => {
    events = 'added' in change ? mergeEvents(events, change.added) : [];
    if (!('added' in change)) lines = [];
    state = compute();
    tell('other');
  });
  // A page that comes back from the browser's memory heard nothing while it was away.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void load().then(() => tell('other'));
  });
  await load();

  return {
    get state() {
      return state;
    },
    get trouble() {
      return trouble;
    },
    async record(...payloads) {
      const added = payloads.map(newEvent);
      events.push(...added);
      // Our clock may be behind that of another device whose log was imported; then the order is not that of arrival.
      if (!added.every((event) => applyEvent(state, event, { redirect }))) state = compute();
      await keep(added);
      tell('us');
    },
    exportLog: () => mergeEvents(events).map(writeEvent).join('') + lines.map((line) => `${line}\n`).join(''),
    async importLog(text) {
      const log = readLog(text);
      const before = new Map(events.map((event) => [event.id, event]));
      const merged = mergeEvents(events, log.events);
      const fresh = merged.filter((event) => before.get(event.id) !== event);
      const unknown = log.unreadable.filter(({ kind }) => kind === 'unknown').map(({ line }) => line);
      events = merged;
      lines = [...new Set([...lines, ...unknown])];
      state = compute();
      await keep(fresh, unknown);
      tell('us');
      return {
        added: fresh.length,
        known: log.events.length - fresh.length,
        torn: log.unreadable.length - unknown.length,
        unknown: unknown.length,
      };
    },
    async clear() {
      await attempt(() => database.clear());
      if (trouble !== null) return;
      [events, lines, unkept, unkeptLines] = [[], [], [], []];
      state = compute();
      tell('us');
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
