import * as v from 'valibot';

import { sortEvents } from './order.ts';

/** How well a question was answered, in the words of FSRS and of Anki. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';

/** A role to prepare for; it decides the order of modules in a plan. */
export type Role = 'ml-engineer' | 'applied-scientist' | 'research-scientist' | 'data-scientist' | 'ai-engineer';

/** What a reader wants a plan for. */
export interface PlanRequest {
  /** The day of the interview, `YYYY-MM-DD` in the reader's own time zone. */
  interviewDay: string;
  role: Role;
  /** Minutes a day that the reader will study, above 0. */
  minutesPerDay: number;
}

const id = v.pipe(v.string(), v.minLength(1));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u));

/** Each type of event with what it holds besides `id` and `at`. */
const payloads = [
  v.object({ type: v.literal('topic-read'), topic: id, read: v.boolean() }),
  v.object({ type: v.literal('question-graded'), question: id, grade: v.picklist(['again', 'hard', 'good', 'easy']) }),
  v.object({ type: v.literal('bookmark-set'), node: id, on: v.boolean() }),
  v.object({ type: v.literal('note-set'), node: id, text: v.string() }),
  v.object({
    type: v.literal('plan-set'),
    plan: v.nullable(
      v.object({
        interviewDay: day,
        role: v.picklist(['ml-engineer', 'applied-scientist', 'research-scientist', 'data-scientist', 'ai-engineer']),
        minutesPerDay: v.pipe(v.number(), v.minValue(1)),
      }),
    ),
  }),
  v.object({ type: v.literal('module-checked'), module: id, known: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
  v.object({
    type: v.literal('limits-set'),
    newPerDay: v.pipe(v.number(), v.minValue(0)),
    duePerDay: v.pipe(v.number(), v.minValue(0)),
  }),
] as const;

const payload = v.variant('type', payloads);
const head = v.object({ id, at: v.pipe(v.number(), v.integer()) });

/** What happened, without its id and its time. */
export type Payload = v.InferOutput<typeof payload>;

/**
 * One thing the reader did. The log of these is the only truth: all else is computed from it.
 *
 * `id` is unique in all the world (a UUID), `at` is milliseconds since 1970 (UTC).
 */
export type StudyEvent = Payload & { id: string; at: number };

/** Why a line of a log is no event we know. */
export interface Unreadable {
  /** The line as it stands. */
  line: string;
  /** Its number, from 1. */
  number: number;
  /** `torn`: no JSON, as after a crash; `unknown`: JSON that this version does not understand. */
  kind: 'torn' | 'unknown';
}

/** A log as it was read: what is understood, and what is not and must be kept. */
export interface ReadLog {
  events: StudyEvent[];
  unreadable: Unreadable[];
}

/** An event as one line of a log, with its line end. */
export function writeEvent(event: StudyEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** Reads a log. Never throws: a line that is no event is set aside. */
export function readLog(text: string): ReadLog {
  const log: ReadLog = { events: [], unreadable: [] };
  let number = 0;
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    number += 1;
    const line = text.slice(start, end);
    start = end + 1;
    if (line.trim() === '') continue;
    const event = readLine(line);
    if (typeof event === 'object') log.events.push(event);
    else log.unreadable.push({ line, number, kind: event });
  }
  return log;
}

function readLine(line: string): StudyEvent | 'torn' | 'unknown' {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'torn';
  }
  // The common event by far is checked by hand: a schema for each of 100,000 lines costs more than all the rest.
  if (isGrading(value)) return value;
  if (!v.is(head, value) || !v.is(payload, value)) return 'unknown';
  return value as StudyEvent;
}

const GRADES = new Set(['again', 'hard', 'good', 'easy']);

function isGrading(value: unknown): value is StudyEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { type, id: name, at, question, grade } = value as Record<string, unknown>;
  return (
    type === 'question-graded' &&
    typeof name === 'string' &&
    name !== '' &&
    Number.isInteger(at) &&
    typeof question === 'string' &&
    question !== '' &&
    GRADES.has(grade as string)
  );
}

/**
 * The union of logs, in the order of time. Commutative, associative and idempotent: it does not matter who merges what
 * with whom, or how often.
 */
export function mergeEvents(...logs: readonly (readonly StudyEvent[])[]): StudyEvent[] {
  const byId = new Map<string, StudyEvent>();
  for (const log of logs) {
    for (const event of log) {
      const known = byId.get(event.id);
      // Two events with one id cannot happen with UUIDs; if they do, every merge must choose the same one.
      if (known === undefined || (known !== event && canonical(event) < canonical(known))) byId.set(event.id, event);
    }
  }
  return sortEvents([...byId.values()]);
}

function canonical(event: StudyEvent): string {
  return JSON.stringify(event, Object.keys(event).toSorted());
}
