import { slug as githubSlug } from 'github-slugger';

/** Ids longer than this are cut between two words: they stand in addresses and in terminals. */
const LIMIT = 80;

/* Most titles are words between single spaces, and names words between single hyphens. */
const PLAIN = /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/;

/**
 * A text as one segment of an id: lower case, words joined by `-`, letters and digits of every script kept.
 *
 * @param fallback What to give for a text without any letter or digit, such as one emoji.
 * @example slugify('L1/L2 (Lasso & Ridge)') // 'l1-l2-lasso-and-ridge'
 * @example slugify('机器学习') // '机器学习'
 */
export function slugify(text: string, fallback = 'untitled'): string {
  if (PLAIN.test(text) && text.length <= LIMIT) return text.toLowerCase().replaceAll(' ', '-');
  const slug = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bc\+\+/gu, 'cpp')
    .replace(/\b([cf])#/gu, '$1sharp')
    .replace(/&/gu, ' and ')
    // An apostrophe joins its word: "what's" is one word, not two. So do the joiners of Farsi, and a soft hyphen; and
    // what chooses the look of an emoji is no letter.
    .replace(/['’ʼ]|\u200C|\u200D|\u00AD|\uFE0E|\uFE0F|\u20E3/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return shorten(slug) || fallback;
}

function shorten(slug: string): string {
  const letters = Array.from(slug);
  if (letters.length <= LIMIT) return slug;
  const cut = letters.slice(0, LIMIT + 1).join('');
  const end = cut.lastIndexOf('-');
  return end > LIMIT / 2 ? cut.slice(0, end) : letters.slice(0, LIMIT).join('');
}

/** An id that an author wrote, each of its segments as {@link slugify} would have it. */
export function normalizeId(id: string): string {
  return id
    .split('/')
    .map((segment) => slugify(segment, ''))
    .filter(Boolean)
    .join('/');
}

/** Gives out unique names: the second `a` becomes `a-2`. */
export class UniqueNames {
  readonly #next = new Map<string, number>();
  readonly #taken = new Set<string>();

  /** Whether this name was given out. */
  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** The name, or the name with the first free number. */
  claim(name: string): string {
    let unique = name;
    for (let n = this.#next.get(name) ?? 2; this.#taken.has(unique); n++) {
      unique = `${name}-${n}`;
      this.#next.set(name, n + 1);
    }
    this.#taken.add(unique);
    return unique;
  }
}

/** The fragments of the headings of one file, as GitHub has them: the second `a` becomes `a-1`. */
export class Fragments {
  readonly #occurrences = new Map<string, number>();

  /** The fragment of the next heading. */
  next(text: string): string {
    const first = ASCII.test(text)
      ? text
          .toLowerCase()
          .replace(/[^a-z0-9_ -]/g, '')
          .replaceAll(' ', '-')
      : githubSlug(text);
    let fragment = first;
    while (this.#occurrences.has(fragment)) {
      const count = this.#occurrences.get(first)! + 1;
      this.#occurrences.set(first, count);
      fragment = `${first}-${count}`;
    }
    this.#occurrences.set(fragment, 0);
    return fragment;
  }
}

/* GitHub's own rule is one expression of 20 KB, which takes longer to compile than most guides to parse. */
// eslint-disable-next-line no-control-regex -- ASCII begins with them
const ASCII = /^[\u0000-\u007F]*$/;
