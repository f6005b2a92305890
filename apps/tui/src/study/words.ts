import type { DayClock } from '@mlguide/study';

/** The reader's clock: study days follow the time zone of the machine, in summer and in winter. */
export const localClock: DayClock = { utcOffset: (at) => -new Date(at).getTimezoneOffset() };

/** `1 card`, `3 cards`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** Days from now, as short as it can be said: `today`, `4 days`, `3 months`, `1.5 years`. */
export function inDays(days: number): string {
  if (days <= 0) return 'today';
  if (days < 60) return count(days, 'day');
  if (days < 365) return count(Math.round(days / 30.4), 'month');
  return count(Math.round(days / 36.5) / 10, 'year');
}

const DAY_NAME = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A study day (`2026-11-22`) as readers write it: `Sun 22 Nov`. */
export function dayName(day: string): string {
  return DAY_NAME.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

/** Minutes and seconds: `4:05`; less than nothing has a minus. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const sign = seconds < 0 && whole > 0 ? '−' : '';
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
