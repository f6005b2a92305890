import type { Page } from './page.ts';
import { lineText, widthOf } from './typeset/line.ts';

/** A place where a text was found: a line, and columns in it. */
export interface Match {
  line: number;
  from: number;
  to: number;
}

const MOST = 10_000;
const lastMatches = new WeakMap<Page, { text: string; matches: Match[] }>();

/** Where a text stands on a page. Capitals count only if the text has one. */
export function findOnPage(page: Page, text: string): Match[] {
  if (text === '') return [];
  const last = lastMatches.get(page);
  if (last?.text === text) return last.matches;
  const sensitive = text !== text.toLowerCase();
  const matches: Match[] = [];
  for (const [index, line] of page.lines.entries()) {
    const original = lineText(line);
    const folded = original.toLowerCase();
    // `İ` grows when it is folded; then its columns would be wrong, and capitals have to fit.
    const whole = sensitive || folded.length !== original.length ? original : folded;
    for (let at = whole.indexOf(text); at >= 0 && matches.length < MOST; at = whole.indexOf(text, at + text.length)) {
      const from = widthOf(original.slice(0, at));
      matches.push({ line: index, from, to: from + widthOf(original.slice(at, at + text.length)) });
    }
  }
  lastMatches.set(page, { text, matches });
  return matches;
}
