/** The reader's database in this browser: its shape, and how to ask it something. Nothing leaves the browser. */
import type { Snapshot, StudyEvent } from '@mlguide/study';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** The shape of the database. */
export interface StudySchema extends DBSchema {
  /** One record an event. */
  events: { key: string; value: StudyEvent; indexes: { type: StudyEvent['type']; at: number } };
  /** Many reviews in one record, as an import brings them: a hundred thousand records take a quarter of a minute. */
  segments: { key: SegmentKey; value: StudyEvent[] };
  /** Lines of an imported file that this version does not understand: kept, and exported again. */
  lines: { key: string; value: string };
  /** The state that followed from the log some time ago; one record at most. */
  snapshots: { key: 'state'; value: KeptSnapshot };
}

/** A name of its own, and the number of events in the segment. */
export type SegmentKey = [name: string, events: number];

/** A snapshot, and what tells whether the log still begins as it did then. */
export interface KeptSnapshot {
  snapshot: Snapshot;
  /** The number of events it follows from. */
  events: number;
  /** The renamed ids that it follows. */
  redirects: string;
}

/** The browser does not keep the log; the message is one sentence for the reader. */
export class StorageTrouble extends Error {
  override readonly name = 'StorageTrouble';
}

/** Does something with the database. Everything that fails rejects with a {@link StorageTrouble}. */
export type AskDatabase = <T>(work: (database: IDBPDatabase<StudySchema>) => Promise<T>) => Promise<T>;

/** Prepares the database; nothing is asked of the browser before it is first used. */
export function prepareDatabase(): AskDatabase {
  let opening: Promise<IDBPDatabase<StudySchema>> | undefined;
  const open = () =>
    (opening ??= openDB<StudySchema>(import.meta.env.MLGUIDE_DATABASE, 1, {
      upgrade(database) {
        const events = database.createObjectStore('events', { keyPath: 'id' });
        events.createIndex('type', 'type');
        events.createIndex('at', 'at');
        database.createObjectStore('segments');
        database.createObjectStore('lines');
        database.createObjectStore('snapshots');
      },
      // A newer version of the site wants to change the shape: do not stand in its way.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => (opening = undefined),
    }));
  return async (work) => {
    try {
      return await work(await open());
    } catch (cause) {
      opening = undefined;
      throw new StorageTrouble(sentenceFor(cause), { cause });
    }
  };
}

function sentenceFor(cause: unknown): string {
  const lasts = 'what you do here lasts until you leave this page';
  switch (cause instanceof Error || cause instanceof DOMException ? cause.name : '') {
    case 'QuotaExceededError':
      return `This browser has no room left for the site’s data: ${lasts}.`;
    case 'VersionError':
      return `A newer version of this site keeps your progress: reload to get it. Until then, ${lasts}.`;
    default:
      return `This browser does not let the site keep anything, as in a private window or with storage blocked: ${lasts}.`;
  }
}
