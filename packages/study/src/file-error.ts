/** A log that cannot be read or written. Its message is one sentence for the reader, and nothing was overwritten. */
export class StudyFileError extends Error {
  override readonly name = 'StudyFileError';
  /** Why, in a few words: `the disk is full`. */
  readonly reason: string;
  /** The log. */
  readonly path: string;

  constructor(message: string, path: string, reason: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
    this.reason = reason;
  }
}

/** What the system said, as a sentence. */
export function studyFileError(path: string, verb: 'read' | 'written', error: NodeJS.ErrnoException): StudyFileError {
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EROFS: 'the disk is read-only',
    EACCES: 'that is not allowed',
    EPERM: 'that is not allowed',
    EFBIG: 'it may not grow any further',
    EIO: 'the disk reports an error',
    ENAMETOOLONG: 'its path is too long',
    ELOOP: 'the links of its path run in a circle',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is a file',
    EEXIST: 'a part of its path is a file',
    ENOENT: 'its folder cannot be made',
  };
  const reason = reasons[error.code ?? ''] ?? error.message;
  return new StudyFileError(`The study log ${path} cannot be ${verb}: ${reason}.`, path, reason, { cause: error });
}
