import { visibleWidth } from './visible-width.ts';

/** Takes the place of the package `widest-line` under Ink: the same answer by our own measure, which fits terminals. */
export default function widestLine(text: string): number {
  let widest = 0;
  for (const line of text.split('\n')) widest = Math.max(widest, visibleWidth(line));
  return widest;
}
