import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { applyEvent, computeState, emptyState, mergeEvents, readLog, sortEvents, writeEvent } from '../src/index.ts';
import { randomLog } from './random-events.ts';

describe('merging two logs', () => {
  test('does not depend on who comes first', () => {
    fc.assert(
      fc.property(randomLog, randomLog, (a, b) => {
        expect(mergeEvents(a, b)).toEqual(mergeEvents(b, a));
      }),
    );
  });

  test('does not depend on how three are paired', () => {
    fc.assert(
      fc.property(randomLog, randomLog, randomLog, (a, b, c) => {
        expect(mergeEvents(mergeEvents(a, b), c)).toEqual(mergeEvents(a, mergeEvents(b, c)));
      }),
    );
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(randomLog, (a) => {
        expect(mergeEvents(mergeEvents(a), a)).toEqual(mergeEvents(a));
      }),
    );
  });

  test('keeps every event', () => {
    fc.assert(
      fc.property(randomLog, randomLog, (a, b) => {
        const ids = new Set([...a, ...b].map(({ id }) => id));
        expect(new Set(mergeEvents(a, b).map(({ id }) => id))).toEqual(ids);
      }),
    );
  });
});

describe('the state', () => {
  test('follows from the events, not from their order', () => {
    fc.assert(
      fc.property(randomLog, fc.infiniteStream(fc.nat()), (log, stream) => {
        const events = mergeEvents(log);
        const shuffled = events
          .map((event) => ({ event, key: stream.next().value as number }))
          .toSorted((a, b) => a.key - b.key);
        expect(computeState(shuffled.map(({ event }) => event))).toEqual(computeState(events));
      }),
    );
  });

  test('is the same when events are applied one by one', () => {
    fc.assert(
      fc.property(randomLog, (log) => {
        const events = mergeEvents(log);
        const state = emptyState();
        for (const event of events) expect(applyEvent(state, event)).toBe(true);
        expect(state).toEqual(computeState(events));
        for (const event of events) expect(applyEvent(state, event)).toBe(false);
      }),
    );
  });

  test('follows a renamed question', () => {
    const events = [{ id: '1', at: 1, type: 'question-graded', question: 'old/one', grade: 'good' }] as const;
    const { cards } = computeState(events, { redirect: (id) => (id === 'old/one' ? 'new/one' : id) });
    expect([...cards.keys()]).toEqual(['new/one']);
  });
});

describe('the text of a log', () => {
  test('reads back as written', () => {
    fc.assert(
      fc.property(randomLog, (log) => {
        expect(readLog(log.map(writeEvent).join(''))).toEqual({ events: log, unreadable: [] });
      }),
    );
  });

  test('never throws, and loses no line that is an event', () => {
    fc.assert(
      fc.property(randomLog, fc.string(), fc.nat(), (log, noise, where) => {
        const lines = log.map(writeEvent);
        const rubbish = noise.replace(/[\n\r]/gu, ' ');
        lines.splice(where % (lines.length + 1), 0, `${rubbish}\n`);
        const read = readLog(lines.join(''));
        expect(read.events).toEqual(log);
        expect(read.unreadable.map(({ line }) => line)).toEqual(rubbish.trim() === '' ? [] : [rubbish]);
      }),
    );
  });

  test('tells a torn line from one that a newer version wrote', () => {
    const text = '{"id":"1","at":1,"type":"dreamt","of":"x"}\n{"id":"2","at":2,"type":"note-s';
    expect(readLog(text).unreadable).toMatchObject([
      { number: 1, kind: 'unknown' },
      { number: 2, kind: 'torn' },
    ]);
  });

  test('sorts by time, then by id', () => {
    const at = (id: string, time: number) => ({ id, at: time, type: 'note-set', node: 'x', text: id }) as const;
    expect(sortEvents([at('b', 2), at('c', 1), at('a', 2)]).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
