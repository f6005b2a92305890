/** Errors whose message is a sentence for the reader. */
const SENTENCES = new Set(['InputError', 'UsageError', 'StudyFileError']);

/** Whether an error is the reader's or the world's, and its message says all there is to say. */
export function isSentence(error: unknown): error is Error {
  return error instanceof Error && SENTENCES.has(error.name);
}
