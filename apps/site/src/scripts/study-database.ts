/**
 * The reader's log in this browser: one record an event in IndexedDB, and a channel on which the open tabs tell each
 * other what they added. It knows nothing of schedules, so that a topic page can afford it.
 */
import type { Payload, StudyEvent } from '@mlguide/study';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Schema extends DBSchema {
  events: { key: string; value: StudyEvent; indexes: { type: StudyEvent['type'] } };
  /** Lines of an imported file that this version does not understand: kept, and exported again. */
  lines: { key: string; value: string };
}

/** What another tab did. */
export type Change = { added: StudyEvent[] } | { cleared: true };

/** The log as this browser keeps it. Everything that fails rejects with a {@link StorageTrouble}. */
export interface StudyDatabase {
  /** All events, or those of some types; in no order. */
  readEvents(types?: readonly StudyEvent['type'][]): Promise<StudyEvent[]>;
  readLines(): Promise<string[]>;
  /** Adds events, all or none of them, and tells the other tabs. */
  add(events: readonly StudyEvent[], lines?: readonly string[]): Promise<void>;
  clear(): Promise<void>;
  /** Calls a function whenever another tab changed the log. */
  onChange(listener: (change: Change) => void): void;
}

/** The browser does not keep the log; the message is one sentence for the reader. */
export class StorageTrouble extends Error {
  override readonly name = 'StorageTrouble';
}

// Several guides may live below different paths of one host.
const name = `mlguide-study:${import.meta.env.BASE_URL.replace(/\/?$/, '/')}`;

/** Opens the log; nothing is asked of the browser before it is first used. */
export function openStudyDatabase(): StudyDatabase {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined;
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const open = () =>
    (opening ??= openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('events', { keyPath: 'id' }).createIndex('type', 'type');
        database.createObjectStore('lines');
      },
      // A newer version of the site wants to change the shape: do not stand in its way.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => (opening = undefined),
    }));
  const attempt = async <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (cause) {
      opening = undefined;
      throw new StorageTrouble(sentenceFor(cause), { cause });
    }
  };

  return {
    readEvents: (types) =>
      attempt(async (database) => {
        if (types === undefined) return database.getAll('events');
        return (await Promise.all(types.map((type) => database.getAllFromIndex('events', 'type', type)))).flat();
      }),
    readLines: () => attempt((database) => database.getAll('lines')),
    async add(events, lines = []) {
      await attempt(async (database) => {
        const transaction = database.transaction(['events', 'lines'], 'readwrite', { durability: 'strict' });
        // One that cannot be kept aborts them all, and `done` says why.
        const puts = [
          ...events.map((event) => transaction.objectStore('events').put(event)),
          ...lines.map((line) => transaction.objectStore('lines').put(line, line)),
        ];
        // Said now and not when the puts have answered: the reader may be leaving this page.
        transaction.commit();
        await Promise.all([...puts, transaction.done]);
      });
      channel?.postMessage({ added: [...events] } satisfies Change);
    },
    async clear() {
      await attempt(async (database) => {
        const transaction = database.transaction(['events', 'lines'], 'readwrite');
        await Promise.all([
          transaction.objectStore('events').clear(),
          transaction.objectStore('lines').clear(),
          transaction.done,
        ]);
      });
      channel?.postMessage({ cleared: true } satisfies Change);
    },
    onChange(listener) {
      channel?.addEventListener('message', ({ data }: MessageEvent<Change>) => listener(data));
    },
  };
}

let lastTime = 0;

/** Makes an event of what just happened. Two made in the same millisecond keep their order. */
export function newEvent(payload: Payload): StudyEvent {
  const now = Date.now();
  lastTime = now <= lastTime && lastTime - now < 1000 ? lastTime + 1 : now;
  return { id: newId(), at: lastTime, ...payload };
}

/** A UUID; `crypto.randomUUID` is there over HTTPS only. */
function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
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
