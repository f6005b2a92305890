import type { Unreadable } from '@mlguide/study';

/** What is to be said about the lines of a log that were not understood, a sentence for each kind; `''` if there are none. */
export function remarkOn(unreadable: readonly Unreadable[]): string {
  const newer = unreadable.filter(({ kind }) => kind === 'unknown').length;
  const torn = unreadable.filter(({ kind }) => kind === 'torn').map(({ number }) => number);
  return [...(newer > 0 ? [remarkOnNewer(newer)] : []), ...(torn.length > 0 ? [remarkOnTorn(torn)] : [])].join(' ');
}

function remarkOnNewer(lines: number): string {
  const were = lines === 1 ? '1 line of the study log was' : `${lines} lines of the study log were`;
  return `${were} written by a newer mlguide: kept, but not counted.`;
}

function remarkOnTorn(numbers: readonly number[]): string {
  if (numbers.length === 1) return `Line ${numbers[0]!} of the study log is torn and set aside: all else was read.`;
  const more = numbers.length > 3 ? ' and others' : '';
  return `Lines ${numbers.slice(0, 3).join(', ')}${more} of the study log are torn and set aside: all else was read.`;
}
