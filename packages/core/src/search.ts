import MiniSearch, { type Options } from 'minisearch';

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
   * @param text What was typed; an empty text finds nothing.
   * @param most How many hits at the most.
   */
  search(text: string, most?: number): SearchHit[];
}

interface Entry {
  id: NodeId;
  title: string;
  kind: NodeKind;
  path: string[];
  aliases: string;
  summary: string;
  section: string;
}

const options: Options<Entry> = {
  fields: ['title', 'aliases', 'summary', 'section'],
  storeFields: ['title', 'kind', 'path'],
  // "k-means" and "kmeans", "XGBoost" and "xgb": keep the whole word as well as its parts.
  tokenize: (text) =>
    text.split(/[\s/,;:()[\]{}"“”‘’?!|]+/u).flatMap((word) => {
      const parts = word.split(/[-–_.]+/u).filter(Boolean);
      return parts.length > 1 ? [...parts, parts.join('')] : parts;
    }),
  searchOptions: {
    boost: { title: 3, aliases: 4, summary: 1, section: 0.5 },
    prefix: true,
    // One slip from four letters on, two from nine: any more and "adam" finds "data".
    fuzzy: (term) => (term.length > 8 ? 2 : term.length > 3 ? 1 : 0),
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
      aliases: node.kind === 'topic' ? node.aliases.join(', ') : '',
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
      // All words must fit; if nothing does, any word may.
      const strict = index.search(text);
      const found = strict.length > 0 ? strict : index.search(text, { combineWith: 'OR' });
      return found.slice(0, most).map((hit) => ({
        id: hit.id as NodeId,
        title: hit['title'] as string,
        kind: hit['kind'] as NodeKind,
        path: hit['path'] as string[],
        score: hit.score,
      }));
    },
  };
}
