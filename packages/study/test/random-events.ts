import fc from 'fast-check';

import type { StudyEvent } from '../src/index.ts';

const id = fc.constantFrom('a/one', 'a/two', 'b/one', 'old/one');

const eventId = fc.integer({ min: 0, max: 40 }).map((number) => `event-${number}`);

const payload = fc.oneof(
  fc.record(
    {
      type: fc.constant('question-graded' as const),
      question: id,
      grade: fc.constantFrom('again', 'hard', 'good', 'easy'),
      origin: fc.constant('mock' as const),
    },
    { requiredKeys: ['type', 'question', 'grade'] },
  ),
  fc.record({ type: fc.constant('grade-undone' as const), question: id, event: eventId }),
  fc.record({ type: fc.constant('topic-read' as const), topic: id, read: fc.boolean() }),
  fc.record({ type: fc.constant('bookmark-set' as const), node: id, on: fc.boolean() }),
  fc.record(
    {
      type: fc.constant('note-set' as const),
      node: id,
      text: fc.string({ maxLength: 8 }),
      replaces: fc.uniqueArray(eventId, { maxLength: 3 }),
    },
    { requiredKeys: ['type', 'node', 'text'] },
  ),
  fc.record({
    type: fc.constant('module-checked' as const),
    module: id,
    known: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ type: fc.constant('limits-set' as const), newPerDay: fc.nat(50), duePerDay: fc.nat(500) }),
  fc.record({
    type: fc.constant('plan-set' as const),
    plan: fc.option(
      fc.record({
        interviewDay: fc.constantFrom('2026-12-01', '2026-12-24', '2027-02-28'),
        role: fc.constant('ml-engineer' as const),
        minutesPerDay: fc.integer({ min: 1, max: 600 }),
      }),
    ),
  }),
);

/** One random event; ids and times collide on purpose. */
export const randomEvent: fc.Arbitrary<StudyEvent> = fc
  .tuple(payload, eventId, fc.integer({ min: 0, max: 60 }))
  .map(([event, name, day]) => ({ ...event, id: name, at: 1_790_000_000_000 + day * 43_200_000 }) as StudyEvent);

/** A random log. */
export const randomLog = fc.array(randomEvent, { maxLength: 30 });
