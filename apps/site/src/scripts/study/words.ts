/** Times and numbers in words, as the study pages say them. */
import { count as many } from '../../words.ts';

export { many };

/** @example nameDay('2026-11-24') // 'Tuesday 24 November' */
export function nameDay(day: string): string {
  return atNoon(day).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
}

/** @example shortDay('2026-11-24') // '24 Nov' */
export function shortDay(day: string): string {
  return atNoon(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}

/* Days are the reader's own; noon is in the same one whatever the clocks do. */
function atNoon(day: string): Date {
  return new Date(`${day}T12:00`);
}

/** @example inDays(0) // 'today'; inDays(45) // '6 weeks' */
export function inDays(days: number): string {
  if (days === 0) return 'today';
  if (days < 21) return many(days, 'day');
  if (days < 90) return many(Math.round(days / 7), 'week');
  return days < 700 ? many(Math.round(days / 30.4), 'month') : many(Math.round(days / 365), 'year');
}

/** @example clockTime(65) // '1:05' */
export function clockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
