/** What is read of the guide while a page is made, so that a build makes only those again whose reading has changed. */
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * One thing that can be read; `digests.ts` knows its digest. A node is read in parts, see `watched-guide.ts`.
 *
 * @example 'title:classic-ml/trees'
 * @example 'body:classic-ml/trees' // its prose
 */
export type Read =
  | `${'guide' | 'title' | 'place' | 'node' | 'detail' | 'former' | 'body' | 'asset' | 'changed'}:${string}`
  | 'ids'
  | 'assets'
  | 'changes'
  | 'history';

const reading = new AsyncLocalStorage<Set<Read>>();

/** Notes that whatever is made just now depends on something. */
export function noteRead(read: Read): void {
  reading.getStore()?.add(read);
}

/** Makes something and says what was read for it. Whoever makes a whole out of it has read all that, too. */
export async function collectReads<Made>(make: () => Made | Promise<Made>): Promise<{ made: Made; reads: Read[] }> {
  const reads = new Set<Read>();
  const made = await reading.run(reads, make);
  for (const read of reads) noteRead(read);
  return { made, reads: [...reads] };
}

/** Makes something whose reading nobody notes: what stands for it is noted by itself. */
export function unnoted<Made>(make: () => Made): Made {
  return reading.exit(make);
}
