import { distance } from 'fastest-levenshtein';

/* How many names may be compared for one guide before no more hints are given: with 10,000 names and 10,000 broken
   links the hints would cost more than the guide. */
const BUDGET = 300_000;

interface Name {
  name: string;
  whole: string;
  last: string;
  words?: Set<string>;
}

/** Names among which to look for the one that somebody meant. Prepared once, asked often. */
export class Names {
  readonly #source: Iterable<string>;
  readonly #answers = new Map<string, string | undefined>();
  #names: Name[] | undefined;
  #budget: number;

  constructor(names: Iterable<string>, budget: number = BUDGET) {
    this.#source = names;
    this.#budget = budget;
  }

  /** The one name that looks most like a wanted one; nothing if none does, or if too much was asked already. */
  nearest(wanted: string): string | undefined {
    if (wanted.length > 200) return undefined;
    if (this.#answers.has(wanted)) return this.#answers.get(wanted);
    this.#names ??= Array.from(this.#source, prepare);
    if (this.#budget < this.#names.length) return undefined;
    this.#budget -= this.#names.length;
    const answer = rank(wanted, this.#names, 1)[0];
    this.#answers.set(wanted, answer);
    return answer;
  }
}

/**
 * The names that look most like a wanted one, nearest first: what to offer after "did you mean". A name that shares
 * less than half of its letters is no help and is not offered.
 *
 * @param most How many at the most.
 */
export function nearest(wanted: string, names: Iterable<string>, most = 1): string[] {
  return rank(wanted, Array.from(names, prepare), most);
}

function prepare(name: string): Name {
  const whole = name.toLowerCase();
  return { name, whole, last: lastPart(whole) };
}

function rank(wanted: string, names: readonly Name[], most: number): string[] {
  const text = wanted.toLowerCase();
  const tail = lastPart(text);
  const words = wordsOf(tail);
  const limit = Math.max(1, Math.floor(text.length / 2));
  const allowed = Math.max(1, Math.floor(tail.length / 2));
  const found: { name: string; cost: number }[] = [];
  for (const one of names) {
    // The difference in length is a lower bound of the distance, and cheap.
    const whole = Math.abs(one.whole.length - text.length) <= limit ? distance(text, one.whole) : Infinity;
    // People mistake, or leave out, the first parts of a path more easily than its last.
    const part = Math.abs(one.last.length - tail.length) <= allowed ? distance(tail, one.last) : Infinity;
    const cost = Math.min(
      whole <= limit ? whole : Infinity,
      part <= allowed ? part + 1 : Infinity,
      words.length < 2 ? Infinity : shared(words, (one.words ??= new Set(wordsOf(one.last)))),
    );
    if (cost < Infinity) found.push({ name: one.name, cost });
  }
  return found
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map(({ name }) => name);
}

/** The cost of a name that has most of the words: `ml-at-companies` for `ml-systems-at-big-companies`. */
function shared(words: readonly string[], others: ReadonlySet<string>): number {
  const common = words.filter((word) => others.has(word)).length;
  return common / words.length >= 0.75 ? 2 + (words.length - common) + (others.size - common) / 2 : Infinity;
}

/** The words of a name: its letters and digits. */
export function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** What stands behind the last `/` of a path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
