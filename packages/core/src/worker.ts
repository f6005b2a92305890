/**
 * For text from strangers: the parser in a worker thread, with a limit of time and one of memory. Node only.
 *
 * @module
 */
export { parseGuideInWorker, readGuideInWorker, type WorkerOptions } from './author/worker.ts';
