/** What `worker.ts` runs in a thread of its own: parses what it was given, answers once, and ends. */
import { parentPort, workerData } from 'node:worker_threads';

import { InputError, parseGuide, readGuide, type ParsedGuide, type SourceFile } from './author.ts';

/** What the thread is given: texts, or a path to read them from. */
export interface WorkerJob {
  input: { sources: readonly SourceFile[] } | { path: string };
  options: { title?: string; publishedIds?: readonly string[] };
}

/** What the thread answers: the guide, or one line about a path that cannot be read. */
export type WorkerAnswer = { kind: 'parsed'; parsed: ParsedGuide } | { kind: 'unreadable'; reason: string };

async function answer({ input, options }: WorkerJob): Promise<WorkerAnswer> {
  try {
    const parsed = 'path' in input ? await readGuide(input.path, options) : parseGuide(input.sources, options);
    return { kind: 'parsed', parsed };
  } catch (error) {
    if (error instanceof InputError) return { kind: 'unreadable', reason: error.message };
    throw error;
  }
}

parentPort?.postMessage(await answer(workerData as WorkerJob));
