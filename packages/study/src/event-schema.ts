import * as v from 'valibot';

import { isDay } from './day.ts';
import type { Payload, StudyEvent } from './events.ts';

/* Dates beyond have no day of four-digit years, and none that a schedule could be computed from. */
const LATEST = Date.UTC(9000, 0);

const id = v.pipe(v.string(), v.minLength(1));
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.check(isDay));

const payload: v.GenericSchema<Payload> = v.variant('type', [
  v.object({ type: v.literal('topic-read'), topic: id, read: v.boolean() }),
  v.object({
    type: v.literal('question-graded'),
    question: id,
    grade: v.picklist(['again', 'hard', 'good', 'easy']),
    origin: v.exactOptional(v.literal('mock')),
  }),
  v.object({ type: v.literal('grade-undone'), question: id, event: id }),
  v.object({ type: v.literal('bookmark-set'), node: id, on: v.boolean() }),
  v.object({ type: v.literal('note-set'), node: id, text: v.string(), replaces: v.exactOptional(v.array(id)) }),
  v.object({
    type: v.literal('plan-set'),
    plan: v.nullable(
      v.object({
        interviewDay: day,
        role: v.picklist(['ml-engineer', 'applied-scientist', 'research-scientist', 'data-scientist', 'ai-engineer']),
        minutesPerDay: v.pipe(v.number(), v.finite(), v.minValue(1)),
      }),
    ),
  }),
  v.object({ type: v.literal('module-checked'), module: id, known: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
  v.object({
    type: v.literal('limits-set'),
    newPerDay: count,
    duePerDay: count,
  }),
]);
const head = v.object({ id, at: time });
const anyHead = v.object({ id, at: v.number(), type: v.string() });

/** Whether a value is an event that this version understands. */
export function isEvent(value: unknown): value is StudyEvent {
  // The common event by far is checked by hand: a schema for each of 100,000 lines costs more than all the rest.
  return isGrading(value) || (v.is(head, value) && v.is(payload, value));
}

/** Whether a value has what an event of any version has: an id, a time and a type. */
export function isEventOfAnyVersion(value: unknown): boolean {
  return v.is(anyHead, value);
}

const GRADES = new Set(['again', 'hard', 'good', 'easy']);

function isGrading(value: unknown): value is StudyEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { type, id: name, at, question, grade, origin } = value as Record<string, unknown>;
  return (
    type === 'question-graded' &&
    typeof name === 'string' &&
    name !== '' &&
    Number.isInteger(at) &&
    (at as number) >= 0 &&
    (at as number) <= LATEST &&
    typeof question === 'string' &&
    question !== '' &&
    GRADES.has(grade as string) &&
    (origin === undefined || origin === 'mock')
  );
}
