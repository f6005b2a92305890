import { Worker } from 'node:worker_threads';

import type { WorkerAnswer, WorkerJob } from '../worker-thread.ts';
import type { SourceFile } from './draft.ts';
import { Reporter, startOf } from './messages.ts';
import { parseGuide, type ParsedGuide } from './parse.ts';
import { InputError } from './read.ts';

/** What {@link parseGuideInWorker} and {@link readGuideInWorker} may be told. */
export interface WorkerOptions {
  /** The most that parsing may take, in milliseconds, the start of the thread included; by default 10,000. */
  timeLimit?: number;
  /** The most memory that the thread may use, in megabytes; by default 1,024. */
  memoryLimit?: number;
  /** The title of a guide that does not say its own; by default `Guide`. */
  title?: string;
  /** Ids that were published before: one that is gone without a `formerly:` is a message. */
  publishedIds?: readonly string[];
}

/**
 * Parses Markdown from a stranger, in a thread of its own. What takes too long or too much memory ends as an empty guide
 * with one message, `too-slow`; the process and its event loop go on meanwhile.
 *
 * @param sources The files, in any order.
 * @throws {Error} if the thread itself fails, which no text should bring about; `cause` says why.
 * @example (await parseGuideInWorker([{ path: 'README.md', text }], { timeLimit: 2000 })).messages
 */
export async function parseGuideInWorker(
  sources: readonly SourceFile[],
  options: WorkerOptions = {},
): Promise<ParsedGuide> {
  return runInWorker({ sources }, sources[0]?.path ?? 'index.md', options);
}

/**
 * Reads and parses a guide of a stranger, in a thread of its own, as {@link parseGuideInWorker} does.
 *
 * @param path A Markdown file, or a folder of them.
 * @throws {InputError} for a path that cannot be read; see `readSources` of `@mlguide/core/author`.
 */
export async function readGuideInWorker(path: string, options: WorkerOptions = {}): Promise<ParsedGuide> {
  return runInWorker({ path }, path, options);
}

/* The thread's own file is beside this one's in the package, and one folder up while it is being worked on. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? '../worker-thread.ts' : './worker-thread.js', import.meta.url);

async function runInWorker(
  input: WorkerJob['input'],
  file: string,
  { timeLimit = 10_000, memoryLimit = 1024, ...options }: WorkerOptions,
): Promise<ParsedGuide> {
  const job: WorkerJob = { input, options };
  const worker = new Worker(THREAD, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: memoryLimit } });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<WorkerAnswer | string>((resolve, reject) => {
      timer = setTimeout(() => resolve(`takes longer than ${timeLimit / 1000} s to parse`), timeLimit);
      worker.once('message', resolve);
      worker.once('error', (cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(`takes more than ${memoryLimit} MB of memory to parse`);
        else reject(new Error(`expected a guide from the thread, it failed: ${cause.message}`, { cause }));
      });
    });
    if (typeof answer === 'string') return emptyGuide(file, answer, options.title);
    if (answer.kind === 'unreadable') throw new InputError(answer.reason);
    return answer.parsed;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function emptyGuide(file: string, finding: string, title?: string): ParsedGuide {
  const reporter = new Reporter();
  reporter.report('too-slow', `Unexpected guide that ${finding}; nothing of it is kept`, startOf(file));
  return { ...parseGuide([], title === undefined ? {} : { title }), messages: reporter.messages() };
}
