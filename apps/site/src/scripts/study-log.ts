/**
 * The reader's log in this browser, and a channel on which the open tabs tell each other what they added. It knows
 * nothing of schedules, so that a topic page can afford it.
 */
import type { StudyEvent } from '@mlguide/study';

import type { AskDatabase, SegmentKey } from './study-database.ts';

/** What another tab did: it added some events, or it changed so much that all is to be read again. */
export type Change = { added: StudyEvent[] } | 'much';

/** The log as this browser keeps it. Everything that fails rejects with a `StorageTrouble`. */
export interface StudyLog {
  /** All events, or those of some types other than reviews; in no order. */
  readEvents(types?: readonly Exclude<StudyEvent['type'], 'question-graded'>[]): Promise<StudyEvent[]>;
  readLines(): Promise<string[]>;
  /** Adds events, all or none of them, and tells the other tabs. */
  add(events: readonly StudyEvent[], lines?: readonly string[]): Promise<void>;
  /** Puts reviews that have become many into segments; the log stays the same. */
  compact(): Promise<void>;
  clear(): Promise<void>;
  /** Calls a function whenever another tab changed the log. */
  onChange(listener: (change: Change) => void): void;
}

/* More events than a reader makes at once: an import. */
const MANY = 500;
/* So many reviews, each a record of its own, take a tenth of a second to read. */
const TOO_MANY = 2000;
const SEGMENT = 10_000;

/** Opens the log. */
export function openStudyLog(ask: AskDatabase): StudyLog {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(import.meta.env.MLGUIDE_DATABASE) : undefined;
  const tell = (change: Change) => channel?.postMessage(change);
  return {
    readEvents: (types) =>
      ask(async (database) => {
        if (types !== undefined)
          return (await Promise.all(types.map((type) => database.getAllFromIndex('events', 'type', type)))).flat();
        const transaction = database.transaction(['events', 'segments']);
        const [events, segments] = await Promise.all([
          transaction.objectStore('events').getAll(),
          transaction.objectStore('segments').getAll(),
        ]);
        return [...events, ...segments.flat()];
      }),
    readLines: () => ask((database) => database.getAll('lines')),
    async add(events, lines = []) {
      const isMany = events.length > MANY;
      const reviews = isMany ? events.filter(({ type }) => type === 'question-graded') : [];
      const single = isMany ? events.filter(({ type }) => type !== 'question-graded') : events;
      await ask(async (database) => {
        const transaction = database.transaction(['events', 'segments', 'lines'], 'readwrite', {
          durability: 'strict',
        });
        // One that cannot be kept aborts them all, and `done` says why.
        const puts: Promise<unknown>[] = [
          ...single.map((event) => transaction.objectStore('events').put(event)),
          ...lines.map((line) => transaction.objectStore('lines').put(line, line)),
        ];
        for (const [key, segment] of segmentsOf(reviews))
          puts.push(transaction.objectStore('segments').put(segment, key));
        // Said now and not when the puts have answered: the reader may be leaving this page.
        transaction.commit();
        await Promise.all([...puts, transaction.done]);
      });
      tell(isMany ? 'much' : { added: [...events] });
    },
    compact: () =>
      ask(async (database) => {
        if ((await database.countFromIndex('events', 'type', 'question-graded')) < TOO_MANY) return;
        const transaction = database.transaction(['events', 'segments'], 'readwrite');
        const [events, segments] = [transaction.objectStore('events'), transaction.objectStore('segments')];
        const all = await events.getAll();
        // To clear a store is quick, to delete record by record is not.
        await Promise.all([
          events.clear(),
          ...all.filter(({ type }) => type !== 'question-graded').map((event) => events.put(event)),
          ...segmentsOf(all.filter(({ type }) => type === 'question-graded')).map(([key, segment]) =>
            segments.put(segment, key),
          ),
          transaction.done,
        ]);
      }),
    async clear() {
      const stores = ['events', 'segments', 'lines', 'snapshots'] as const;
      await ask(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
      });
      tell('much');
    },
    onChange(listener) {
      channel?.addEventListener('message', ({ data }: MessageEvent<Change>) => listener(data));
    },
  };
}

function segmentsOf(reviews: readonly StudyEvent[]): [SegmentKey, StudyEvent[]][] {
  return Array.from({ length: Math.ceil(reviews.length / SEGMENT) }, (_, index) => {
    const segment = reviews.slice(index * SEGMENT, (index + 1) * SEGMENT);
    return [[segment[0]!.id, segment.length], segment];
  });
}
