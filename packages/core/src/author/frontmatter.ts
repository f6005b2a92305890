import * as v from 'valibot';
import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Document } from 'yaml';
import { nearest } from '../nearest.ts';

import type { Span } from '../types.ts';
import { isRuleId } from './rules.ts';
import type { Reporter, RuleSettings } from './messages.ts';
import { cleanText } from './text.ts';

const text = v.pipe(
  v.union([v.string(), v.number()], 'a text'),
  v.transform((value) => cleanText(String(value))),
);
const texts = v.union(
  [
    v.pipe(
      text,
      v.transform((one) => [one]),
    ),
    v.pipe(
      v.null_(),
      v.transform((): string[] => []),
    ),
    v.array(text),
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
   template comments math mathjax katex url menu order icon`.split(/\s+/u),
);

/* The YAML parser compares each key with all others, and nobody writes a longer one. */
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
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const place = (offset: number, end = offset): Span => {
    const from = lines.linePos(offset);
    const to = lines.linePos(end);
    // The block's first line is `---`, so the text starts one line below.
    return {
      file: at.file,
      line: at.line + from.line,
      column: from.col,
      endLine: at.line + to.line,
      endColumn: to.col,
    };
  };
  for (const error of document.errors) {
    reporter.report(
      'bad-frontmatter',
      `Unexpected YAML: ${sentence(error.message)}`,
      place(error.pos[0], error.pos[1]),
    );
  }
  const none: ReadFrontmatter = { frontmatter: {}, places: {} };
  if (document.errors.length > 0 || document.contents === null) return none;
  if (!isMap(document.contents)) {
    reporter.report('bad-frontmatter', 'Unexpected frontmatter, expected `key: value` lines', at);
    return none;
  }
  return readKeys(document, place, reporter);
}

function readKeys(document: Document, place: Place, reporter: Reporter): ReadFrontmatter {
  const result: Record<string, unknown> = {};
  const places: ReadFrontmatter['places'] = {};
  let position: number | undefined;
  if (!isMap(document.contents)) return { frontmatter: result, places };
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const range = isNode(value) ? value.range : key.range;
    const keySpan = place(key.range?.[0] ?? 0, key.range?.[1]);
    if (!Object.hasOwn(schemas, name)) {
      if (!FOREIGN_KEYS.has(name)) reportUnknown(name, keySpan, reporter);
      const number = POSITION_KEYS.includes(name) ? toJson(value) : undefined;
      if (typeof number === 'number') position ??= number;
      continue;
    }
    if (name === 'extra') continue;
    const parsed = v.safeParse(schemas[name as Key] as v.GenericSchema, toJson(value));
    if (parsed.success) {
      result[name] = parsed.output;
      const items = isSeq(value) ? value.items : [value];
      places[name] = items.map((item) => placeOf(item, place) ?? keySpan);
    } else {
      const expected = parsed.issues[0].message;
      const reason = `Unexpected value of \`${name}\`, expected ${expected}`;
      reporter.report('bad-frontmatter', reason, place(range?.[0] ?? 0, range?.[1]));
    }
  }
  if (result['rules']) result['rules'] = knownRules(result['rules'] as Record<string, string>, place(0), reporter);
  return { frontmatter: result, places, ...(position === undefined ? {} : { position }) };
}

type Place = (offset: number, end?: number) => Span;

function placeOf(value: unknown, place: Place): Span | undefined {
  return isNode(value) && value.range ? place(value.range[0], value.range[1]) : undefined;
}

function isNode(value: unknown): value is { range?: [number, number, number]; toJSON(): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value;
}

function toJson(value: unknown): unknown {
  return isNode(value) ? value.toJSON() : value;
}

function reportUnknown(name: string, span: Span, reporter: Reporter): void {
  const [near] = nearest(name, Object.keys(schemas));
  const hint = near ? `, did you mean \`${near}\`?` : '; keys of your own go below `extra:`';
  reporter.report('unknown-key', `Unexpected key \`${cleanText(name)}\`${hint}`, span);
}

function knownRules(settings: Record<string, string>, span: Span, reporter: Reporter): RuleSettings {
  const known = Object.entries(settings).filter(([name]) => {
    if (isRuleId(name)) return true;
    reporter.report('unknown-key', `Unexpected rule \`${cleanText(name)}\` in \`rules\``, span);
    return false;
  });
  return Object.fromEntries(known);
}

function sentence(message: string): string {
  const first = cleanText(message.split('\n')[0] ?? '');
  return first.charAt(0).toLowerCase() + first.slice(1);
}
