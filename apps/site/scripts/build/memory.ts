/** What a build remembers of itself for the next one. */
import { readFileSync } from 'node:fs';

import type { Read } from '../../src/reads.ts';
import type { KeptPart } from '../../src/remember.ts';

/** A build, as the next one knows it. */
export interface Memory<One = Read> {
  /** The bundle that made it all. */
  bundle: string;
  files: Record<string, KeptFile<One>>;
  parts: Record<string, Omit<KeptPart, 'reads'> & { reads: One[] }>;
}

/** A file as it was made. */
export interface KeptFile<One = Read> {
  /** What else than the guide it shows. */
  key: string | null;
  reads: One[];
  /** The digest of what was read. */
  readDigest: string;
  /** The digest of what came of it; nothing if it is no file. */
  digest: string | null;
  /** Whether it does no more than send its reader on. */
  moved: boolean;
}

/** What an earlier build by the same bundle left in a file; an empty memory if there is none. */
export function recall(file: string, bundle: string): Memory {
  try {
    const [reads, memory] = JSON.parse(readFileSync(file, 'utf8')) as [Read[], Memory<number>]; // We wrote it.
    if (memory.bundle === bundle) return withReads(memory, (number) => reads[number]!);
  } catch {
    // There was none, or it was stopped while it wrote.
  }
  return { bundle, files: {}, parts: {} };
}

/** A memory as text. The same things are read for most pages, so that each is named once and then by its number. */
export function memoryToText(memory: Memory): string {
  const numbers = new Map<Read, number>();
  const numbered = withReads(memory, (read) => {
    const number = numbers.get(read) ?? numbers.size;
    numbers.set(read, number);
    return number;
  });
  return JSON.stringify([[...numbers.keys()], numbered]);
}

function withReads<From, To>(memory: Memory<From>, change: (read: From) => To): Memory<To> {
  const each = <Kept extends { reads: From[] }>(kept: Record<string, Kept>) =>
    Object.fromEntries(Object.entries(kept).map(([name, one]) => [name, { ...one, reads: one.reads.map(change) }]));
  return { ...memory, files: each(memory.files), parts: each(memory.parts) };
}
