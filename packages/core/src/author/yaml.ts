import {
  constructFromEvents,
  CORE_SCHEMA,
  EVENT_ID,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
} from 'js-yaml';

import { readPlainYaml } from './yaml-plain.ts';

/** A piece of the text: offsets of its first character and of the one behind its last. */
export interface Range {
  start: number;
  end: number;
}

/** One `key: value` at the top of a YAML text. */
export interface YamlEntry {
  key: string;
  keyRange: Range;
  value: unknown;
  /** Where the value stands; nothing for an empty one. */
  range?: Range;
  /** Where each item of a list stands. */
  items?: Range[];
}

/** What a YAML text holds: its entries, or why it cannot be read. */
export type ReadYaml =
  { kind: 'entries'; entries: YamlEntry[] } | { kind: 'other' } | { kind: 'fault'; reason: string; offset: number };

/** Reads YAML 1.2 (its core schema) with the places of its entries. Never throws. */
export function readYaml(text: string): ReadYaml {
  const plain = readPlainYaml(text);
  return plain ? { kind: 'entries', entries: plain } : readAnyYaml(text);
}

/** {@link readYaml} by the parser alone, however plain the text is. */
export function readAnyYaml(text: string): ReadYaml {
  try {
    const events = parseEvents(text, {});
    const [value] = constructFromEvents(events, { source: text, schema: CORE_SCHEMA });
    if (value === undefined || value === null) return { kind: 'entries', entries: [] };
    if (typeof value !== 'object' || Array.isArray(value)) return { kind: 'other' };
    return { kind: 'entries', entries: readEntries(text, events, value as Record<string, unknown>) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { kind: 'fault', reason: error.reason, offset: error.mark?.position ?? 0 };
  }
}

/* The events of a mapping: its own, then keys and values in turn, each collection closed by a `POP`. */
function readEntries(text: string, events: readonly Event[], values: Record<string, unknown>): YamlEntry[] {
  const entries: YamlEntry[] = [];
  let at = events.findIndex((event) => event.type === EVENT_ID.MAPPING) + 1;
  for (let event = events[at]; event?.type === EVENT_ID.SCALAR; event = events[at]) {
    const key = text.slice(event.valueStart, event.valueEnd);
    const { next, range, items } = readRange(events, at + 1);
    if (Object.hasOwn(values, key)) {
      entries.push({
        key,
        keyRange: rangeOf(event) ?? { start: 0, end: 0 },
        value: values[key],
        ...(range && { range }),
        ...(items && { items }),
      });
    }
    at = next;
  }
  return entries;
}

/* The place of the value that starts at an event, and the index of the event behind it. */
function readRange(events: readonly Event[], from: number): { next: number; range?: Range; items?: Range[] } {
  const [first] = events.slice(from, from + 1);
  const items: Range[] = [];
  let depth = 0;
  let end = 0;
  let at = from;
  for (; at < events.length; at++) {
    const event = events[at]!;
    const range = rangeOf(event);
    if (depth === 1 && range) items.push(range);
    if (range) end = Math.max(end, range.end);
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) depth += 1;
    else if (event.type === EVENT_ID.POP) depth -= 1;
    if (depth === 0) break;
  }
  const start = first && rangeOf(first)?.start;
  return {
    next: at + 1,
    ...(start !== undefined && { range: { start, end } }),
    ...(first?.type === EVENT_ID.SEQUENCE && { items }),
  };
}

function rangeOf(event: Event): Range | undefined {
  switch (event.type) {
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return { start: event.start, end: event.start };
    case EVENT_ID.ALIAS:
      return { start: event.anchorStart - 1, end: event.anchorEnd };
    case EVENT_ID.SCALAR: {
      if (event.valueStart < 0) return undefined;
      const quote = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
      return { start: event.valueStart - quote, end: event.valueEnd + quote };
    }
    default:
      return undefined;
  }
}
