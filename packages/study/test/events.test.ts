import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  applyEvent,
  computeState,
  emptyState,
  mergeEvents,
  packState,
  readLog,
  sortEvents,
  unpackState,
  writeEvent,
  writeNote,
  type StudyEvent,
} from '../src/index.ts';
import { randomLog } from './random-events.ts';

describe('merging two logs', () => {
  test('chooses the same one of two events with one id, whatever they hold and in whatever order', () => {
    const plan = (minutesPerDay: number) =>
      ({ interviewDay: '2026-12-01', role: 'ml-engineer', minutesPerDay }) as const;
    const event = (minutes: number) => ({ id: 'a', at: 1, type: 'plan-set', plan: plan(minutes) }) as const;
    expect(mergeEvents([event(30)], [event(60)])).toEqual(mergeEvents([event(60)], [event(30)]));
  });

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
        // What is applied already changes nothing the second time.
        for (const event of events) applyEvent(state, event);
        expect(state).toEqual(computeState(events));
      }),
    );
  });

  test('takes reviews late and in any order, and nothing else', () => {
    const isReview = ({ type }: StudyEvent) => type === 'question-graded' || type === 'grade-undone';
    fc.assert(
      fc.property(randomLog, fc.infiniteStream(fc.nat()), (log, stream) => {
        const events = mergeEvents(log);
        const late = events
          .filter(isReview)
          .map((event) => ({ event, key: stream.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        const state = emptyState();
        for (const event of [...events.filter((event) => !isReview(event)), ...late])
          expect(applyEvent(state, event)).toBe(true);
        expect(state).toEqual(computeState(events));
        const early = { id: 'early', at: 0, type: 'bookmark-set', node: 'a/one', on: true } as const;
        expect(applyEvent(state, early)).toBe(events.length === 0);
      }),
    );
  });

  test('goes on from a snapshot as if it had never stopped', () => {
    fc.assert(
      fc.property(randomLog, fc.nat(), (log, cut) => {
        const events = mergeEvents(log);
        const at = cut % (events.length + 1);
        const packed = structuredClone(packState(computeState(events.slice(0, at))));
        const state = unpackState(packed)!;
        for (const event of events.slice(at)) expect(applyEvent(state, event)).toBe(true);
        expect(state).toEqual(computeState(events));
      }),
    );
    const packed = packState(emptyState());
    expect(unpackState({ ...packed, version: 0 as typeof packed.version })).toBeUndefined();
  });

  test('without a review that was taken back is the state before it', () => {
    fc.assert(
      fc.property(randomLog, fc.nat(), (log, which) => {
        const events = mergeEvents(log).filter(({ type }) => type !== 'grade-undone');
        const given = events.filter((event) => event.type === 'question-graded');
        const back = given[which % Math.max(1, given.length)];
        if (back === undefined) return;
        const undo = {
          id: 'undo',
          at: back.at + 1,
          type: 'grade-undone',
          question: back.question,
          event: back.id,
        } as const;
        const { cards } = computeState([...events, undo]);
        expect(cards).toEqual(computeState(events.filter((event) => event !== back)).cards);
        // A machine whose clock is behind says so before it happened.
        const early = { ...undo, at: back.at - 1 };
        expect(computeState([early, ...events]).cards).toEqual(cards);
      }),
    );
  });

  test('follows a renamed question', () => {
    const events = [{ id: '1', at: 1, type: 'question-graded', question: 'old/one', grade: 'good' }] as const;
    const { cards } = computeState(events, { redirect: (id) => (id === 'old/one' ? 'new/one' : id) });
    expect([...cards.keys()]).toEqual(['new/one']);
  });
});

describe('a note', () => {
  const note = (id: string, at: number, text: string, replaces?: string[]) =>
    ({ id, at, type: 'note-set', node: 'a', text, ...(replaces && { replaces }) }) as const;
  const textOf = (...events: StudyEvent[]) => computeState(events).notes.get('a')?.text;

  test('is what was written last by those who saw the one before', () => {
    expect(textOf(note('1', 1, 'one', []), note('2', 2, 'two', ['1']))).toBe('two');
    expect(textOf(note('1', 1, 'one', []), note('2', 2, '', ['1']))).toBe('');
    expect(textOf(note('1', 1, 'one'), note('2', 2, 'two'))).toBe('two');
  });

  test('keeps both when two wrote at once, until somebody who saw both writes again', () => {
    const both = [note('1', 1, 'one', []), note('2', 2, 'here', ['1']), note('3', 3, 'there', ['1'])] as const;
    expect(textOf(...both)).toBe('here\n\nthere');
    const { notes } = computeState(both);
    const next = { id: '4', at: 4, ...writeNote('a', 'both', notes.get('a')) };
    expect(textOf(...both, next)).toBe('both');
    // The clock of the one who wrote last may be behind.
    expect(textOf(...both, { ...next, at: 0 })).toBe('both');
  });

  test('never loses words that nobody replaced', () => {
    fc.assert(
      fc.property(randomLog, (log) => {
        const events = mergeEvents(log);
        const written = events.filter((event) => event.type === 'note-set');
        const gone = new Set(written.flatMap(({ replaces }) => replaces ?? []));
        const { notes } = computeState(events);
        for (const event of written.filter(({ id }) => !gone.has(id))) {
          const wasCleared = written.some(
            (other) =>
              other.node === event.node &&
              other.replaces === undefined &&
              sortEvents([event, other])[0] === event &&
              other !== event,
          );
          if (!wasCleared) expect(notes.get(event.node)!.text).toContain(event.text);
        }
      }),
    );
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
    const text = '{"id":"1","at":1,"type":"dreamt","of":"x"}\n42\n{"id":"2"}\n{"id":"2","at":2,"type":"note-s';
    expect(readLog(text).unreadable.map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'unknown'],
      [2, 'torn'],
      [3, 'torn'],
      [4, 'torn'],
    ]);
  });

  test('may begin with a byte order mark and have the line ends of Windows', () => {
    const events = [
      { id: '1', at: 1, type: 'topic-read', topic: 'a', read: true },
      { id: '2', at: 2, type: 'topic-read', topic: 'b', read: true },
    ] as const;
    const newer = '{"id":"n","at":3,"type":"dreamt"}';
    const text = `\uFEFF${events.map(writeEvent).join('')}${newer}\n`.replaceAll('\n', '\r\n');
    expect(readLog(text)).toEqual({ events, unreadable: [{ line: newer, number: 3, kind: 'unknown' }] });
  });

  /* Each would stop a schedule or a plan from being computed, on this machine and on every one it is merged into. */
  test.each([
    ['a time after the last day', { at: 1e15, type: 'question-graded', question: 'a', grade: 'good' }],
    ['a time before 1970', { at: -1, type: 'question-graded', question: 'a', grade: 'good' }],
    ['a time after the last day, of another type', { at: 1e300, type: 'topic-read', topic: 'a', read: true }],
    ['a day that is none', planOf({ interviewDay: '2026-13-45' })],
    ['the 30th of February', planOf({ interviewDay: '2026-02-30' })],
    ['a year of six digits', planOf({ interviewDay: '+275760-09-12' })],
    ['more minutes than there are', planOf({ minutesPerDay: 'LOTS' })],
    ['no minutes', planOf({ minutesPerDay: 0 })],
    ['half a card', { at: 1, type: 'limits-set', newPerDay: 2.5, duePerDay: 1 }],
  ])('keeps %s and does not count it', (_what, event) => {
    const line = JSON.stringify({ id: 'x', ...event }).replace('"LOTS"', '1e999');
    expect(readLog(line)).toEqual({ events: [], unreadable: [{ line, number: 1, kind: 'unknown' }] });
  });

  function planOf(change: object): object {
    return {
      at: 1,
      type: 'plan-set',
      plan: { interviewDay: '2026-12-01', role: 'ml-engineer', minutesPerDay: 60, ...change },
    };
  }

  test('sorts by time, then by id', () => {
    const at = (id: string, time: number) => ({ id, at: time, type: 'note-set', node: 'x', text: id }) as const;
    expect(sortEvents([at('b', 2), at('c', 1), at('a', 2)]).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
