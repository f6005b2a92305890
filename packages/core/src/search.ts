import MiniSearch, { type Options, type SearchResult } from 'minisearch';

import type { Guide, NodeId, NodeKind } from './types.ts';
import { ancestors } from './query.ts';
import { walk } from './walk.ts';

/** One answer of a search. */
export interface SearchHit {
  /** The node found. */
  id: NodeId;
  /** Its title. */
  title: string;
  /** What it is. */
  kind: NodeKind;
  /** The titles around it, outermost first. */
  path: string[];
  /** How well it fits; only the order means something. */
  score: number;
}

/** A search over one guide. */
export interface GuideSearch {
  /**
   * The best hits for what somebody typed, best first. Prefixes and small typing errors are forgiven.
   *
   * @param text What was typed; an empty text finds nothing, and of a long one only the beginning is looked for.
   * @param most How many hits at the most; fewer than one is none.
   */
  search(text: string, most?: number): SearchHit[];
}

interface Entry {
  id: NodeId;
  title: string;
  kind: NodeKind;
  path: string[];
  aliases?: string;
  summary: string;
  section: string;
}

type StoredEntry = Pick<Entry, 'title' | 'kind' | 'path' | 'aliases'>;

/* Nobody types more, and each word costs a walk through the index. */
const LONGEST = 200;

const options: Options<Entry> = {
  fields: ['title', 'aliases', 'summary', 'section'],
  storeFields: ['title', 'kind', 'path', 'aliases'],
  tokenize: wordsOf,
  searchOptions: {
    boost: { title: 3, aliases: 4, summary: 1, section: 0.5 },
    prefix: true,
    // One slip from four letters on, two from eleven: any more and "adam" finds "data", "transfomer" "transfer".
    fuzzy: (term) => (term.length > 10 ? 2 : term.length > 3 ? 1 : 0),
    boostDocument: (_id, _term, stored) =>
      stored?.['kind'] === 'topic' ? 1.5 : stored?.['kind'] === 'question' ? 0.7 : 1,
    combineWith: 'AND',
  },
};

/** Builds the search index of a guide's pages and questions, as JSON text for {@link openSearch}. */
export function buildSearchIndex(guide: Guide): string {
  const index = new MiniSearch<Entry>(options);
  for (const node of walk(guide)) {
    if (node.kind === 'resource') continue;
    const path = ancestors(guide, node.id).map((ancestor) => ancestor.title);
    index.add({
      id: node.id,
      title: node.title,
      kind: node.kind,
      path,
      // Most nodes have none, and an empty one would be stored with each.
      ...(node.kind === 'topic' && node.aliases.length > 0 && { aliases: node.aliases.join(', ') }),
      summary: node.kind === 'topic' ? node.summary : '',
      section: path.at(-1) ?? '',
    });
  }
  return JSON.stringify(index);
}

/**
 * Opens an index that {@link buildSearchIndex} made.
 *
 * @throws {SyntaxError} if the text is not such an index.
 */
export function openSearch(json: string): GuideSearch {
  const index = MiniSearch.loadJSON<Entry>(json, options);
  return {
    search(text, most = 20) {
      const typed = text.slice(0, LONGEST);
      // All words must fit; if nothing does, any word may.
      const strict = index.search(typed);
      const found = strict.length > 0 ? strict : index.search(typed, { combineWith: 'OR' });
      const hits = found.map((hit): SearchHit => {
        const { title, kind, path, aliases = '' } = hit as unknown as StoredEntry; // As stored above.
        const share = Math.max(...[title, ...aliases.split(', ')].map((name) => shareFound(name, hit)));
        return { id: hit.id as NodeId, title, kind, path, score: hit.score * (1 + 4 * share ** 2) };
      });
      return hits.toSorted((a, b) => b.score - a.score).slice(0, Math.max(0, most));
    },
  };
}

/**
 * How much of a name was typed, from 0 to 1: who types `linear regresion` wants the topic of that name before those that
 * only have more to say of the two words. What follows a colon explains the name and is no part of it.
 */
function shareFound(name: string, { match }: SearchResult): number {
  const words = wordsOf(name.split(': ', 1)[0]!).map((word) => word.toLowerCase());
  const found = words.filter((word) => match[word]?.some((field) => field === 'title' || field === 'aliases'));
  return found.length / Math.max(1, words.length);
}

/** The words of a text. Of "k-means" and "XGBoost-like" the whole is one as well as its parts: some type "kmeans". */
function wordsOf(text: string): string[] {
  return text.split(/[\s/,;:()[\]{}"“”‘’?!|]+/u).flatMap((word) => {
    const parts = word.split(/[-–_.]+/u).filter(Boolean);
    return parts.length > 1 ? [...parts, parts.join('')] : parts;
  });
}
