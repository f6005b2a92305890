/**
 * A kept state, so that a page need not compute a hundred thousand reviews anew. The log stays the only truth: a
 * snapshot counts only if the log still holds just the events that it followed from, and later ones.
 */
import { packState, unpackState, type StudyEvent, type StudyState } from '@mlguide/study';

import type { AskDatabase, StudySchema } from './study-database.ts';
import type { IDBPTransaction } from 'idb';

/** A state that was kept, with what happened since. */
export interface Kept {
  state: StudyState;
  /** The number of events that it follows from. */
  events: number;
  /** What is to be applied on top, in no order. */
  later: StudyEvent[];
}

/** The kept state, if the log agrees with it. */
export function readSnapshot(ask: AskDatabase, redirects: string): Promise<Kept | undefined> {
  return ask(async (database) => {
    const transaction = database.transaction(['events', 'segments', 'snapshots']);
    const kept = await transaction.objectStore('snapshots').get('state');
    if (!kept?.snapshot.last || kept.redirects !== redirects) return undefined;
    const { at } = kept.snapshot.last;
    const [until, later] = await Promise.all([
      countUntil(transaction, at),
      transaction.objectStore('events').index('at').getAll(IDBKeyRange.lowerBound(at, true)),
    ]);
    const state = until === kept.events ? unpackState(kept.snapshot) : undefined;
    return state && { state, events: kept.events, later };
  });
}

/**
 * Keeps a state, unless the log has other events than those that it follows from.
 *
 * @param current The state at the moment, and the number of events that it follows from.
 */
export function writeSnapshot(
  ask: AskDatabase,
  current: () => { state: StudyState; events: number },
  redirects: string,
): Promise<void> {
  return ask(async (database) => {
    const transaction = database.transaction(['events', 'segments', 'snapshots'], 'readwrite');
    const at = current().state.last?.at ?? 0;
    const until = await countUntil(transaction, at);
    const { state, events } = current();
    if (until === events && state.last?.at === at)
      await transaction.objectStore('snapshots').put({ snapshot: packState(state), events, redirects }, 'state');
    await transaction.done;
  });
}

type Stores = ('events' | 'segments' | 'snapshots')[];

/* The events of the log up to a time. Segments count as a whole: later ones make a snapshot void, and that is safe. */
async function countUntil(
  transaction: IDBPTransaction<StudySchema, Stores, IDBTransactionMode>,
  at: number,
): Promise<number> {
  const [single, segments] = await Promise.all([
    transaction.objectStore('events').index('at').count(IDBKeyRange.upperBound(at)),
    transaction.objectStore('segments').getAllKeys(),
  ]);
  return segments.reduce((sum, [, events]) => sum + events, single);
}
