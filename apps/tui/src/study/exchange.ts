import { readFileSync, writeFileSync } from 'node:fs';
import { mergeEvents, readLog, writeEvent } from '@mlguide/study';
import { StudyFile } from '@mlguide/study/file';

import { print, UsageError } from '../commands/command.ts';
import { count } from './words.ts';

/** `mlguide study export FILE`: writes the log where it was not; `-` is standard output. */
export function exportLog(path: string, target: string): number {
  const file = StudyFile.open(path);
  const events = mergeEvents(file.events);
  // Lines of a newer version go along: whoever reads the export may understand them.
  const newer = file.unreadable.filter(({ kind }) => kind === 'unknown').map(({ line }) => `${line}\n`);
  const text = events.map(writeEvent).join('') + newer.join('');
  if (target === '-') {
    process.stdout.write(text);
    return 0;
  }
  try {
    writeFileSync(target, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    throw cannotWrite(target, error);
  }
  process.stderr.write(`${count(events.length + newer.length, 'event')} in ${target}.\n`);
  return 0;
}

/**
 * `mlguide study import FILE`: takes from another log what ours has not, lines of a newer version included; `-` is
 * standard input.
 */
export function importLog(path: string, source: string): number {
  let text: string;
  try {
    text = readFileSync(source === '-' ? 0 : source, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${source}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code ?? 'unknown'})`}`);
  }
  const { events, unreadable } = readLog(text);
  const newer = new Set(unreadable.filter(({ kind }) => kind === 'unknown').map(({ line }) => line));
  if (events.length + newer.size === 0 && text.trim() !== '')
    throw new UsageError(
      `${source}: no study log, expected a file that \`mlguide study export\` or the site has written`,
    );
  const file = StudyFile.open(path);
  const known = new Set(file.events.map(({ id }) => id));
  const fresh = mergeEvents(events).filter(({ id }) => !known.has(id));
  const knownLines = new Set(file.unreadable.map(({ line }) => line));
  const freshLines = [...newer].filter((line) => !knownLines.has(line));
  file.append(fresh, freshLines);
  print(`${count(fresh.length, 'event')} taken, ${events.length - fresh.length} known already.`);
  const torn = unreadable.filter(({ kind }) => kind === 'torn').length;
  if (freshLines.length > 0)
    process.stderr.write(`mlguide: ${count(freshLines.length, 'line')} of a newer mlguide kept for it.\n`);
  if (torn > 0) process.stderr.write(`mlguide: ${count(torn, 'line')} left out: torn.\n`);
  return 0;
}

/** Why a file of the reader's could not be made, in one line. */
export function cannotWrite(target: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const reasons: Record<string, string> = {
    EEXIST: 'is there already, and nothing is overwritten: give another name',
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'a part of its path is a file',
    EISDIR: 'is a folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    EACCES: 'that is not allowed',
    EPERM: 'that is not allowed',
  };
  return new UsageError(`${target}: ${reasons[code] ?? `cannot be written (${code})`}`);
}
