import type { TokenKind } from '@mlguide/core';

/** What an object is made of: keys, and keys that have the same value in every object of this shape. */
export type Shape = (string | [key: string, value: string])[];

/** A packed value: the strings that it names by number, and the value itself. */
export type Packed = [strings: string[], value: unknown];

/** What the packed values of one release share. */
export interface Dictionary {
  /** The number of a shape is its place here plus one. */
  readonly shapes: readonly Shape[];
  /** The tag that the character {@link FIRST_TAG} plus its place here stands for. */
  readonly tags: readonly string[];
}

/** The first of Unicode's private characters, which nobody writes in a formula. */
export const FIRST_TAG = 0xe000;

/** The kinds of token; in packed code each is one letter, by its place. */
export const TOKEN_KINDS: readonly TokenKind[] = [
  '',
  'keyword',
  'string',
  'number',
  'constant',
  'comment',
  'function',
  'parameter',
  'punctuation',
  'link',
];
