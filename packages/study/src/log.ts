import { isEvent, isEventOfAnyVersion } from './event-schema.ts';
import type { StudyEvent } from './events.ts';
import { sortEvents } from './order.ts';

/** Why a line of a log is no event we know. */
export interface Unreadable {
  /** The line as it stands, without its end. */
  line: string;
  /** Its number, from 1. */
  number: number;
  /** `torn`: no event at all, as after a crash; `unknown`: an event that this version does not understand. */
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
  // Some editors put a byte order mark at the start of what they save.
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    number += 1;
    const line = text.slice(start, end);
    start = end + 1;
    if (line.trim() === '') continue;
    const event = readLine(line);
    if (typeof event === 'object') log.events.push(event);
    else log.unreadable.push({ line: line.replace(/\r$/u, ''), number, kind: event });
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
  if (isEvent(value)) return value;
  return isEventOfAnyVersion(value) ? 'unknown' : 'torn';
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

/* The same text for the same event, whatever the order of its keys. */
function canonical(event: StudyEvent): string {
  return JSON.stringify(event, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
