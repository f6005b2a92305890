import { distance } from 'fastest-levenshtein';

import { lastPart, nearest, wordsOf } from './nearest.ts';

/** Something that goes by several names. */
export interface Named {
  id: string;
  /** Its title, then its other names. */
  labels: readonly string[];
}

/**
 * The things that somebody may mean, nearest first: those of which an id or a label has every word of what is wanted,
 * slips forgiven, and then those whose ids look like it.
 *
 * @param most How many at the most.
 */
export function nearestNamed(wanted: string, things: readonly Named[], most = 1): string[] {
  const text = wanted.toLowerCase();
  let found = rankByWords(wordsOf(lastPart(text)), things);
  // `a/b-testing` is no path.
  if (found.length === 0) found = rankByWords(wordsOf(text), things);
  if (found.length >= most) return found.slice(0, most);
  const looking = nearest(
    wanted,
    things.map(({ id }) => id),
    most,
  );
  return [...new Set([...found, ...looking])].slice(0, most);
}

function rankByWords(words: readonly string[], things: readonly Named[]): string[] {
  if (words.length === 0) return [];
  return things
    .map(({ id, labels }) => ({ id, cost: costOfWords(words, id, labels) }))
    .filter(({ cost }) => cost < Infinity)
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ id }) => id);
}

/* An id and a title come before an alias, and what says little else before what says more. */
function costOfWords(words: readonly string[], id: string, [title, ...aliases]: readonly string[]): number {
  const own = [lastPart(id), title ?? ''].map((label) => costOfLabel(words, label, 0.25));
  return Math.min(...own, ...aliases.map((label) => 0.25 + costOfLabel(words, label, 0.5)));
}

function costOfLabel(words: readonly string[], label: string, costOfMore: number): number {
  const others = wordsOf(label.toLowerCase());
  let cost = Math.max(0, others.length - words.length) * costOfMore;
  for (const word of words) cost += Math.min(Infinity, ...others.map((other) => costOfWord(word, other)));
  return cost;
}

/* As many slips as the search forgives, and the rest of a word that was only begun. */
function costOfWord(word: string, other: string): number {
  if (word === other) return 0;
  const allowed = word.length > 10 ? 2 : word.length > 3 ? 1 : 0;
  const slips = Math.abs(word.length - other.length) <= allowed ? distance(word, other) : Infinity;
  if (slips <= allowed) return slips;
  return word.length > 2 && other.startsWith(word) ? 1 : Infinity;
}
