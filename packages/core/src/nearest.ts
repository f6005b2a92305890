import { distance } from 'fastest-levenshtein';

/**
 * The names that look most like a wanted one, nearest first: what to offer after "did you mean". A name that shares
 * less than half of its letters is no help and is not offered.
 *
 * @param most How many at the most.
 */
export function nearest(wanted: string, names: Iterable<string>, most = 1): string[] {
  const text = wanted.toLowerCase();
  const limit = Math.max(1, Math.floor(text.length / 2));
  const found: { name: string; cost: number }[] = [];
  for (const name of names) {
    // The difference in length is a lower bound of the distance, and cheap.
    const whole = Math.abs(name.length - text.length) <= limit ? distance(text, name.toLowerCase()) : Infinity;
    // People mistake, or leave out, the first parts of a path more easily than its last.
    const last = lastPart(name);
    const part = Math.abs(last.length - lastPart(text).length) <= limit ? distance(lastPart(text), last) + 1 : Infinity;
    const allowed = Math.max(1, Math.floor(lastPart(text).length / 2));
    const cost = Math.min(whole <= limit ? whole : Infinity, part - 1 <= allowed ? part : Infinity, shared(text, last));
    if (cost < Infinity) found.push({ name, cost });
  }
  return found
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map(({ name }) => name);
}

/** The cost of a name that has most of the words: `ml-at-companies` for `ml-systems-at-big-companies`. */
function shared(wanted: string, name: string): number {
  const words = wordsOf(lastPart(wanted));
  if (words.length < 2) return Infinity;
  const others = new Set(wordsOf(name));
  const common = words.filter((word) => others.has(word)).length;
  return common / words.length >= 0.75 ? 2 + (words.length - common) + (others.size - common) / 2 : Infinity;
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
