/**
 * Days in the reader's own time zone, as `YYYY-MM-DD`. A study day starts at four in the morning: who studies after
 * midnight is still in the evening.
 */
export interface DayClock {
  /**
   * Minutes to add to UTC for the reader's local time: the same all year, or asked of each time, for clocks change in
   * spring and autumn.
   *
   * @example { utcOffset: (at) => -new Date(at).getTimezoneOffset() }
   */
  utcOffset: number | ((at: number) => number);
}

const DAY = 86_400_000;
const START = 4 * 3_600_000;

/** Whether a text is a day of the calendar: `2027-02-30` is none. */
export function isDay(text: string): boolean {
  // Some engines read the 30th of February as the 2nd of March.
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** The study day on which a time falls. */
export function dayOf(at: number, clock: DayClock): string {
  return new Date(at + offsetAt(at, clock) - START).toISOString().slice(0, 10);
}

/** The time at which a study day starts. */
export function startOfDay(day: string, clock: DayClock): number {
  const local = Date.parse(`${day}T00:00:00Z`) + START;
  // Where clocks changed this night, the first guess was made with the offset of the evening or of noon.
  const near = local - offsetAt(local, clock);
  return local - offsetAt(near, clock);
}

function offsetAt(at: number, { utcOffset }: DayClock): number {
  return (typeof utcOffset === 'number' ? utcOffset : utcOffset(at)) * 60_000;
}

/** The day some days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days from one day to another; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
