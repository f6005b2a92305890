import type { Unreadable } from '@mlguide/study';

/** One sentence about the lines of a log that were not understood; `''` if there are none. */
export function remarkOn(unreadable: readonly Unreadable[]): string {
  const newer = unreadable.filter(({ kind }) => kind === 'unknown');
  const torn = unreadable.filter(({ kind }) => kind === 'torn');
  if (newer.length > 0) {
    const lines = newer.length === 1 ? '1 line of the study log was' : `${newer.length} lines of the study log were`;
    return `${lines} written by a newer mlguide: kept, but not counted.`;
  }
  if (torn.length === 0) return '';
  const where = torn.map(({ number }) => number).slice(0, 3);
  const more = torn.length > where.length ? ' and others' : '';
  return torn.length === 1
    ? `Line ${where[0]!} of the study log is torn and set aside: all else was read.`
    : `Lines ${where.join(', ')}${more} of the study log are torn and set aside: all else was read.`;
}
