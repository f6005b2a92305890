/**
 * Plain JSON, packed; `unpack-value.ts` reads it again. Nothing is lost, and the pages come to half.
 *
 * - An object is an array that begins with the number of its shape (its keys).
 * - A string that occurs more than once in a value is written once.
 * - The colours of code say how long each token is; the code itself says what it is.
 * - A tag of MathML or SVG that several formulas or drawings have is one character.
 */
import type { Token, TokenKind } from '@mlguide/core';

import { FIRST_TAG, TOKEN_KINDS, type Dictionary, type Packed, type Shape } from './pack-format.ts';

/* Keys whose values are so few that an object's shape can tell them. */
const SHAPING = new Set(['type', 'kind', 'status']);
const MARKUP = new Set(['mathml', 'svg']);
const TAG = /<style>.*?<\/style>|<[^>]+>/gsu;
/* Shorter strings and tags take no more room than what would stand for them. */
const SHORT_STRING = 6;
const SHORT_TAG = 3;
const MOST_TAGS = 6400;
const PRIVATE = /[\uE000-\uF8FF]/u;

/** Packs the values of one release. */
export class Packer {
  /** What the values packed so far need to be read again. */
  readonly dictionary: Dictionary;
  readonly #shapes: Shape[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #tags: Map<string, string>;

  /** @param values Everything that will be packed, to see which tags are frequent. */
  constructor(values: readonly unknown[]) {
    const counts = new Map<string, number>();
    visit(values, (text, key) => {
      if (MARKUP.has(key)) for (const [tag] of text.matchAll(TAG)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    });
    const frequent = [...counts].filter(([tag, count]) => count > 1 && tag.length > SHORT_TAG);
    const tags = frequent
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, MOST_TAGS)
      .map(([tag]) => tag);
    this.dictionary = { shapes: this.#shapes, tags };
    this.#tags = new Map(tags.map((tag, index) => [tag, String.fromCharCode(FIRST_TAG + index)]));
  }

  /**
   * Packs one value.
   *
   * @param value Plain JSON; a property that is `undefined` is left out, as in JSON.
   */
  pack(value: unknown): Packed {
    const short = this.#shorten(value, '');
    const strings = repeatedStrings(short);
    const places = new Map(strings.map((text, index) => [text, index]));
    const packOne = (one: unknown): unknown => {
      if (typeof one === 'string') {
        const place = places.get(one);
        return place === undefined ? one : [-1 - place];
      }
      if (!isObject(one)) return one;
      if (Array.isArray(one)) {
        const items = one.map(packOne);
        // An array that begins with a number would be taken for a string or an object.
        return typeof items[0] === 'number' ? [0, ...items] : items;
      }
      const entries = Object.entries(one).filter(([, field]) => field !== undefined);
      const rest = entries.filter(([key, field]) => !isShaping(key, field));
      return [this.#shapeOf(entries), ...rest.map(([, field]) => packOne(field))];
    };
    return [strings, packOne(short)];
  }

  #shorten(value: unknown, key: string): unknown {
    if (typeof value === 'string') return MARKUP.has(key) ? this.#shortenMarkup(value) : value;
    if (Array.isArray(value)) return value.map((item) => this.#shorten(item, key));
    if (!isObject(value)) return value;
    const entries = Object.entries(withPackedTokens(value));
    return Object.fromEntries(entries.map(([name, field]) => [name, this.#shorten(field, name)]));
  }

  #shortenMarkup(markup: string): string {
    if (PRIVATE.test(markup)) throw new TypeError(`Unexpected private character in \`${markup}\``);
    return markup.replace(TAG, (tag) => this.#tags.get(tag) ?? tag);
  }

  #shapeOf(entries: [string, unknown][]): number {
    const shape: Shape = entries.map(([key, field]) => (isShaping(key, field) ? [key, field] : key));
    const text = JSON.stringify(shape);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#shapes.push(shape));
    return this.#shapes.length;
  }
}

/**
 * A block of code whose tokens are one string: for each its kind as a letter and its length in base 36.
 *
 * @example [[['def', 'keyword'], [' f():', '']]] // 'b3 a5'
 */
function withPackedTokens(object: object): object {
  if (!('type' in object && object.type === 'code' && 'value' in object && 'data' in object)) return object;
  const { tokens, ...data } = object.data as { tokens?: Token[][] };
  const text = tokens?.map((line) => line.map(([part]) => part).join('')).join('\n');
  // A highlighter that changed the code, say its line ends, leaves nothing to count on.
  if (tokens === undefined || text !== object.value) return object;
  const runs = tokens.map((line) => line.map(([part, kind]) => letterOf(kind) + part.length.toString(36)).join(' '));
  return { ...object, data: { ...data, runs: runs.join('\n') } };
}

function letterOf(kind: TokenKind): string {
  const place = TOKEN_KINDS.indexOf(kind);
  if (place === -1)
    throw new TypeError(`Unexpected kind of token \`${kind}\`, expected one of ${TOKEN_KINDS.join(', ')}`);
  return String.fromCharCode(97 + place);
}

function isShaping(key: string, field: unknown): field is string {
  return SHAPING.has(key) && typeof field === 'string';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Calls back with each string that is packed as one, and the key it stands under. */
function visit(value: unknown, see: (text: string, key: string) => void, key = ''): void {
  if (typeof value === 'string') see(value, key);
  else if (Array.isArray(value)) for (const item of value) visit(item, see, key);
  else if (isObject(value)) {
    for (const [name, field] of Object.entries(value)) if (!isShaping(name, field)) visit(field, see, name);
  }
}

function repeatedStrings(value: unknown): string[] {
  const counts = new Map<string, number>();
  visit(value, (text) => {
    if (text.length > SHORT_STRING) counts.set(text, (counts.get(text) ?? 0) + 1);
  });
  return [...counts].filter(([, count]) => count > 1).map(([text]) => text);
}
