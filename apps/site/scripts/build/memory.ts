/** What a build remembers of itself for the next one. */
import { readFileSync } from 'node:fs';

import type { Read } from '../../src/reads.ts';

/** A build, as the next one knows it. */
export interface Memory {
  /** The bundle that made it all. */
  bundle: string;
  /** Everything that was read, with its digest. Most pages read the same, so that each has its number here. */
  reads: [read: Read, digest: string][];
  files: Record<string, KeptFile>;
  /** The digest of the text of each part. */
  parts: Record<string, { digest: string; reads: number[] }>;
}

/** A file as it was made. */
export interface KeptFile {
  /** What else than the guide it shows. */
  key: string | null;
  reads: number[];
  /** The digest of what came of it; nothing if it is no file. */
  digest: string | null;
  /** Its size and times: as long as they are the same, so is the file. */
  stamp: string | null;
  /** Whether it does no more than send its reader on. */
  moved: boolean;
}

/** What an earlier build by the same bundle left in a file; an empty memory if there is none. */
export function recall(file: string, bundle: string): Memory {
  try {
    const memory = JSON.parse(readFileSync(file, 'utf8')) as Memory; // We wrote it.
    if (memory.bundle === bundle) return memory;
  } catch {
    // There was none, or it was stopped while it wrote.
  }
  return { bundle, reads: [], files: {}, parts: {} };
}

/** What was read, by number. */
export class ReadTable {
  readonly #reads: Read[];
  readonly #numbers: Map<Read, number>;

  constructor({ reads }: Memory) {
    this.#reads = reads.map(([read]) => read);
    this.#numbers = new Map(this.#reads.map((read, number) => [read, number]));
  }

  /** The number of each. */
  numbersOf(reads: readonly Read[]): number[] {
    return reads.map((read) => {
      let number = this.#numbers.get(read);
      if (number === undefined) {
        number = this.#reads.push(read) - 1;
        this.#numbers.set(read, number);
      }
      return number;
    });
  }

  /** What has each number. */
  readsOf(numbers: readonly number[]): Read[] {
    return numbers.map((number) => this.#reads[number]!);
  }

  /** All of it with its digest as it is now. */
  withDigests(digestOf: (read: Read) => Promise<string>): Promise<Memory['reads']> {
    return Promise.all(this.#reads.map(async (read): Promise<[Read, string]> => [read, await digestOf(read)]));
  }
}
