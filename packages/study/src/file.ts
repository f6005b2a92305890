/**
 * The log as a file: one event a line, appended and flushed to the disk before anybody is told that it is kept.
 *
 * @module
 */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

import { studyFileError } from './file-error.ts';
import { readLog, type ReadLog } from './log.ts';

export { appendToStudyFile } from './append.ts';
export { StudyFileError } from './file-error.ts';
export { StudyFile, type StudyFileOptions } from './open-file.ts';

/** Where the log is kept: below `XDG_DATA_HOME`, else `~/.local/share`. */
export function studyFilePath(environment: Readonly<Record<string, string | undefined>>): string {
  const data = environment['XDG_DATA_HOME'] ?? '';
  // The specification says that a relative path is to be ignored.
  const base = isAbsolute(data) ? data : join(environment['HOME'] || homedir(), '.local', 'share');
  return join(base, 'mlguide', 'study.jsonl');
}

/**
 * Reads the log. A file that does not exist is an empty log; torn and unknown lines are in `unreadable` and stay in
 * the file.
 *
 * @throws {StudyFileError} if it exists and cannot be read.
 */
export function readStudyFile(path: string): ReadLog {
  try {
    return readLog(readFileSync(path, 'utf8'));
  } catch (cause) {
    const error = cause as NodeJS.ErrnoException;
    if (error.code === 'ENOENT') return { events: [], unreadable: [] };
    throw studyFileError(path, 'read', error);
  }
}
