/** Numbers and kinds in words. */
import type { Difficulty, QuestionDifficulty, ResourceKind } from '@mlguide/core';

/** @example count(1, 'topic') // '1 topic' */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
}

/** @example duration(95) // '1 h 35 min' */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return hours >= 10 || minutes % 60 === 0 ? `${Math.round(minutes / 60)} h` : `${hours} h ${minutes % 60} min`;
}

/** What a difficulty is called on screen. */
export const difficultyNames: Record<Difficulty, string> = {
  intro: 'introductory',
  core: 'core',
  advanced: 'advanced',
};

/** What a question's difficulty is called on screen. */
export const questionNames: Record<QuestionDifficulty, string> = {
  'warm-up': 'warm-up',
  core: 'core',
  senior: 'senior',
};

/** What a kind of resource is called on screen. */
export const resourceNames: Record<ResourceKind, string> = {
  paper: 'paper',
  book: 'book',
  course: 'course',
  video: 'video',
  slides: 'slides',
  code: 'code',
  post: 'post',
  page: 'page',
};

/** @example longDate(0) // '1 January 1970' */
export function longDate(seconds: number): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(seconds * 1000).toLocaleDateString('en-GB', format);
}

/** What happened to a page, before its title. */
export const changeNames = { added: 'New', renamed: 'Renamed', moved: 'Moved', changed: 'Changed' } as const;
