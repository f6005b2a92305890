import { make } from './dom.ts';
import { clockTime } from './words.ts';

/** The clock of an interview. */
export interface Clock {
  /** The time that is left, for the eye; assistive technology reads it when it is asked. */
  element: HTMLElement;
  /** Where five minutes before the end and the end are announced. */
  announcer: HTMLElement;
  /** Whole seconds since the start. */
  seconds(): number;
  stop(): void;
}

/** Starts a clock that counts down. It does not cut anybody off: past the end it says how far. */
export function startClock(length: number): Clock {
  const began = Date.now();
  const element = make('p', { class: 'clock', role: 'timer', 'aria-label': 'Time left' });
  const announcer = make('p', { class: 'label', role: 'status' });
  const seconds = () => Math.floor((Date.now() - began) / 1000);
  let before = length;
  const show = () => {
    const left = length - seconds();
    element.textContent = left >= 0 ? clockTime(left) : `+${clockTime(-left)}`;
    element.classList.toggle('late', left <= 300);
    if (left <= 0 && before > 0) announcer.textContent = 'Time is up: finish this answer.';
    else if (left <= 300 && before > 300) announcer.textContent = 'Five minutes left.';
    before = left;
  };
  show();
  const ticking = setInterval(show, 500);
  return { element, announcer, seconds, stop: () => clearInterval(ticking) };
}
