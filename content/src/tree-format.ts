/**
 * The guide as `index.js` holds it: a third of its JSON. Everybody who looks into the guide pays for reading it, so it says
 * little twice and leaves most to `JSON.parse`.
 */
import type { Guide, NodeId, Status } from '@mlguide/core';

/** The guide with its nodes as a list, without what follows from their places and from each other. */
export type FlatTree = Omit<Guide, 'nodes' | 'redirects'> & {
  /** The files that spans name by number. */
  files: string[];
  /** For each sort of node its kind, and the keys that not every node has. */
  sorts: [kind: string, ...keys: string[]][];
  /** The nodes in reading order. */
  nodes: FlatNode[];
  redirects: [string, NodeId][];
};

/** A node: what every node has, and the values of the keys of its sort. */
export type FlatNode = [
  sort: number,
  /**
   * What its id has after the parent's, `0` if its title tells it; or `/` and the whole id, if that does not begin with
   * the parent's.
   */
  slug: string | 0,
  title: string,
  /** The place of its parent in the list; `null` at the top. */
  parent: number | null,
  span: FlatSpan,
  /** `0` if its slug is the only one, `1` if its title is, which was too long for a slug. */
  anchors: string[] | 0 | 1,
  /** The place of its status in {@link STATUSES}. */
  status: number,
  note: string | 0,
  tags: string[],
  body: FlatBody | null,
  /** `0` if the only one is that of a resource to itself. */
  links: FlatLink[] | 0,
  ...values: unknown[],
];

/**
 * A link that leaves the guide; or one that stays inside, with the place of its target in the list, and `0` for an
 * address that leads from file to file.
 */
export type FlatLink = [url: string | 0, text: string, target?: number, fragment?: string];

/** A place in a file. */
export type FlatSpan = [file: number, line: number, column: number, endLine: number, endColumn: number];
/** What a body holds. */
export type FlatBody = [words: number, codeBlocks: number, formulas: number, ...outline: FlatEntry[]];
/** A heading; its fragment is `0` if its title tells it. */
export type FlatEntry = [fragment: string | 0, title: string, depth: number];

/** How many values every node has. */
export const COMMON = 11;
/** What a status may be; its place stands for it. */
export const STATUSES: readonly Status[] = ['ready', 'tbd'];
/** The place of the guide's opening, which is no node. */
export const OPENING = -1;
/* Slugs are no longer than this. */
const LONGEST = 80;

/**
 * The name that a title gives, if it is plain English, as most are. Core's rules know more; where a name is not what
 * this makes of its title, the list has it.
 */
export function nameOf(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/['\u2019]/g, '') // By number: one letter beyond Latin-1 makes V8 read all of `index.js` half as fast.
    .replace(/[^a-z0-9]+/g, '-');
  return words.slice(words.startsWith('-') ? 1 : 0, words.endsWith('-') ? -1 : undefined);
}

/** The same, cut as core cuts what would be too long for an address. */
export function slugOf(title: string): string {
  const name = nameOf(title);
  return name.length > LONGEST ? name.slice(0, name.lastIndexOf('-', LONGEST)) : name;
}

/** Whether the values of a key are ids of nodes. */
export function namesNodes(key: string): boolean {
  return key === 'prerequisites' || key === 'related';
}

/** The host of an address without `www.`, as core has it. */
export function hostOf(url: string): string {
  return url.split('/', 3)[2]?.replace(/^www\./, '') ?? '';
}

/** How an author writes the way from a file to another. */
export function addressOf(from: string, to: string, fragment: string | undefined): string {
  const [folders, parts] = [from.split('/'), to.split('/')];
  let shared = 0;
  while (shared < folders.length - 1 && folders[shared] === parts[shared]) shared++;
  const way = '../'.repeat(folders.length - 1 - shared) + parts.slice(shared).join('/');
  return fragment === undefined ? way : `${way}#${fragment}`;
}
