import * as v from 'valibot';

import { nearest } from '../nearest.ts';
import type { Span } from '../types.ts';
import { isRuleId, rules } from './rules.ts';
import type { Reporter, RuleSettings } from './messages.ts';
import { cleanText } from './text.ts';
import { readYaml, type Range, type YamlEntry } from './yaml.ts';

const text = v.pipe(
  v.union([v.string(), v.number()], 'a text'),
  v.transform((value) => cleanText(String(value))),
);
const texts = v.union(
  // The commonest first: each that does not fit makes an issue of its own.
  [
    v.array(text),
    v.pipe(
      text,
      v.transform((one) => [one]),
    ),
    v.pipe(
      v.null_(),
      v.transform((): string[] => []),
    ),
  ],
  'a list of texts',
);

/** Each key of the frontmatter with its schema; `extra` holds whatever an author wants to keep there. */
const schemas = {
  title: text,
  id: text,
  difficulty: v.picklist(['intro', 'core', 'advanced'], '`intro`, `core` or `advanced`'),
  tags: texts,
  aliases: texts,
  prerequisites: texts,
  related: texts,
  minutes: v.pipe(v.number('a number of minutes'), v.minValue(0, 'a number of minutes')),
  summary: text,
  formerly: texts,
  status: v.picklist(['ready', 'tbd'], '`ready` or `tbd`'),
  format: v.picklist(['prose', 'list'], '`prose` or `list`'),
  lists: v.picklist(['topics', 'prose'], '`topics` or `prose`'),
  rules: v.record(v.string(), v.picklist(['off', 'info', 'warning', 'error'], '`off`, `info`, `warning` or `error`')),
  extra: v.unknown(),
} as const;

type Key = keyof typeof schemas;

/** The frontmatter of a file, checked. */
export type Frontmatter = { [K in Exclude<Key, 'extra' | 'rules'>]?: v.InferOutput<(typeof schemas)[K]> } & {
  rules?: RuleSettings;
};

/* Where other tools keep the place of a page among its neighbours: Docusaurus, Just the Docs, Hugo. */
const POSITION_KEYS = ['sidebar_position', 'nav_order', 'weight', 'order'];

/** A file's frontmatter with the places of its values: one per item of a list, else one. */
export interface ReadFrontmatter {
  frontmatter: Frontmatter;
  places: Partial<Record<string, Span[]>>;
  /** The place among its neighbours that the file claims. */
  position?: number;
  /** The address that it has on its site. */
  permalink?: string;
}

/* Keys that say "this file is one topic". A title, tags or a status stand on chapters and on whole guides as well. */
const TOPIC_KEYS = ['difficulty', 'aliases', 'prerequisites', 'related', 'minutes', 'summary', 'format'] as const;

/** Whether the frontmatter declares its file to be one topic, whose headings are part of its prose. */
export function declaresTopic(frontmatter: Frontmatter): boolean {
  return TOPIC_KEYS.some((key) => frontmatter[key] !== undefined);
}

/* Keys that the common tools write and that mean nothing to the tree: no reason to trouble their authors. */
const FOREIGN_KEYS = new Set(
  `layout date draft weight slug permalink author authors description sidebar_position sidebar_label sidebar nav_order
   parent has_children hide_title keywords image categories category lang locale toc published updated lastmod cover
   template comments math mathjax katex url menu order icon
   params linkTitle linktitle cascade outputs build expiryDate publishDate translationKey type series images sitemap
   redirect_from redirect_to nav_exclude search_exclude grand_parent ancestor has_toc
   author_url author_title author_image_url hide_table_of_contents toc_min_heading_level toc_max_heading_level
   pagination_next pagination_prev pagination_label displayed_sidebar sidebar_class_name custom_edit_url last_update
   hero head tableOfContents lastUpdated editUrl pagefind banner prev next outline aside footer navbar editLink
   pageClass titleTemplate features home heroText heroImage tagline actions star hide page`.split(/\s+/u),
);

/* Nobody writes a longer one. */
const MAX_LENGTH = 20_000;

/**
 * Reads the YAML at the head of a file. Each fault is a message at its own line and column, and what is sound is kept.
 *
 * @param yaml The text between the two `---`.
 * @param at The place of the whole block, `---` included.
 */
export function readFrontmatter(yaml: string, at: Span, reporter: Reporter): ReadFrontmatter {
  if (yaml.length > MAX_LENGTH) {
    const reason = `Unexpected frontmatter of ${yaml.length} characters, expected at most ${MAX_LENGTH}; it is ignored`;
    reporter.report('bad-frontmatter', reason, at);
    return { frontmatter: {}, places: {} };
  }
  const read = readYaml(yaml);
  const place = placesIn(yaml, at);
  // To YAML a heading between two rules across the page is a comment, and would be gone without a word.
  const isComment = read.kind === 'entries' && read.entries.length === 0 && yaml.trim() !== '';
  if (read.kind === 'entries' && !isComment) return readKeys(read.entries, yaml, place, reporter);
  if (read.kind === 'fault') {
    const span = place({ start: read.offset, end: read.offset });
    reporter.report('bad-frontmatter', `Unexpected YAML: ${faultOf(read, yaml)}`, span);
  } else reporter.report('bad-frontmatter', 'Unexpected frontmatter, expected `key: value` lines', at);
  return { frontmatter: {}, places: {} };
}

function readKeys(entries: readonly YamlEntry[], yaml: string, place: Place, reporter: Reporter): ReadFrontmatter {
  const result: Record<string, unknown> = {};
  const places: ReadFrontmatter['places'] = {};
  let position: number | undefined;
  let permalink: string | undefined;
  for (const { key, keyRange, value, range, items } of entries) {
    if (!Object.hasOwn(schemas, key)) {
      if (!FOREIGN_KEYS.has(key) && !key.startsWith('_')) reportUnknown(key, place(keyRange), reporter);
      if (POSITION_KEYS.includes(key) && typeof value === 'number') position ??= value;
      if (key === 'permalink' && typeof value === 'string') permalink = value;
      continue;
    }
    // To Hugo the aliases of a page are addresses that it had.
    if (key === 'extra' || (key === 'aliases' && holdsAddresses(value))) continue;
    const parsed = v.safeParse(schemas[key as Key] as v.GenericSchema, value);
    if (parsed.success) {
      result[key] = parsed.output;
      places[key] = (items ?? [range ?? keyRange]).map(place);
    } else {
      const expected = parsed.issues[0].message;
      const reason = `Unexpected value of \`${key}\`, expected ${expected}`;
      reporter.report('bad-frontmatter', reason, place(range ?? keyRange));
    }
  }
  const settings = entries.find(({ key }) => key === 'rules');
  if (result['rules'] && settings) {
    const from = settings.range?.start ?? 0;
    result['rules'] = knownRules(result['rules'] as Record<string, string>, reporter, (name) => {
      const start = Math.max(from, yaml.indexOf(name, from));
      return place({ start, end: start + name.length });
    });
  }
  return {
    frontmatter: result,
    places,
    ...(position === undefined ? {} : { position }),
    ...(permalink === undefined ? {} : { permalink }),
  };
}

function holdsAddresses(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && /^\//.test(one));
}

type Place = (range: Range) => Span;

function placesIn(yaml: string, at: Span): Place {
  const starts = [0];
  for (let end = yaml.indexOf('\n'); end !== -1; end = yaml.indexOf('\n', end + 1)) starts.push(end + 1);
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset);
  return ({ start, end }) => {
    const [from, to] = [lineOf(start), lineOf(end)];
    // The block's first line is `---`, so the text starts one line below.
    return {
      file: at.file,
      line: at.line + 1 + from,
      column: start - starts[from]! + 1,
      endLine: at.line + 1 + to,
      endColumn: end - starts[to]! + 1,
    };
  };
}

/* The commonest mistake of all has the least helpful of messages. */
function faultOf({ reason, offset }: { reason: string; offset: number }, yaml: string): string {
  const line = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0]!;
  const [key] = /^\s*[^\s"'[{#][^:]*(?=:\s[^"'[{].*:\s)/.exec(line) ?? [];
  if (reason === 'bad indentation of a mapping entry' && key !== undefined)
    return `a second \`: \` on the line of \`${cleanText(key)}\`, expected its value in quotes`;
  return cleanText(reason).replace(/^unexpected /, '');
}

function reportUnknown(name: string, span: Span, reporter: Reporter): void {
  const [near] = nearest(name, Object.keys(schemas));
  const hint = near ? `, did you mean \`${near}\`?` : '; keys of your own go below `extra:`';
  reporter.report('unknown-key', `Unexpected key \`${cleanText(name)}\`${hint}`, span);
}

function knownRules(
  settings: Record<string, string>,
  reporter: Reporter,
  placeOf: (name: string) => Span,
): RuleSettings {
  const known = Object.entries(settings).filter(([name]) => {
    if (isRuleId(name)) return true;
    const [near] = nearest(name, Object.keys(rules));
    const hint = near === undefined ? '' : `, did you mean \`${near}\`?`;
    reporter.report('unknown-key', `Unexpected rule \`${cleanText(name)}\` in \`rules\`${hint}`, placeOf(name));
    return false;
  });
  return Object.fromEntries(known);
}
