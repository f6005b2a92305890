/** Which characters a guide needs beyond those that every text has. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { pagesOf, type Block, type Body, type Inline } from '@mlguide/core';

import { versionsOf, type Prose } from '../src/body-version.ts';

/** The characters of a guide. */
export interface Characters {
  /** In titles and prose. */
  text: string;
  /** In the formulas of many pages. */
  common: string;
  /** In those of some. */
  seldom: string;
  /** In those of few. */
  rare: string;
}

/** The characters of one page. */
export interface PageCharacters {
  /** Tells the prose that they were found in. */
  version: string;
  text: string;
  formulas: string;
}

/**
 * What one in twelve of the pages with formulas needs is common, and what one in forty does is not rare. A file costs a
 * reader as much as five glyphs: with these two bounds the pages of our own guide download about the least.
 */
const shares = { common: 1 / 12, seldom: 1 / 40 };

/**
 * Looks through a guide for its characters.
 *
 * @param file A module in the shape of `@mlguide/content`; by default the package itself.
 * @param known What was found in each page the last time, by its id: this is brought up to date.
 */
export async function findCharacters(
  file: string | undefined,
  known: Record<string, PageCharacters> = {},
): Promise<Characters> {
  const source = file ? pathToFileURL(path.resolve(file)).href : '@mlguide/content';
  const content = (await import(source)) as Prose;
  const { guide } = content;
  const versionOf = versionsOf(content, fileURLToPath(new URL('topics/', file ? source : import.meta.resolve(source))));
  const titles = Object.values(guide.nodes).map(
    ({ title, ...node }) => title + ('summary' in node ? node.summary : ''),
  );
  const inText = new Set([guide.title, ...titles].join(''));
  const inFormulas = new Map<string, number>();
  let withFormulas = 0;
  for (const page of [undefined, ...pagesOf(guide)]) {
    const questions = page?.children.filter((id) => guide.nodes[id]?.kind === 'question') ?? [];
    const ids = [page?.id ?? '', ...questions];
    const version = [...new Set(await Promise.all(ids.map(versionOf)))].join(' ');
    let found = Object.hasOwn(known, ids[0]!) ? known[ids[0]!] : undefined;
    if (found?.version !== version) {
      const bodies = await Promise.all(ids.map((id) => content.loadBody(id)));
      known[ids[0]!] = found = { version, ...charactersOf(bodies) };
    }
    for (const one of found.text) inText.add(one);
    if (found.formulas !== '') withFormulas++;
    for (const one of found.formulas) inFormulas.set(one, (inFormulas.get(one) ?? 0) + 1);
  }
  const usedBy = (fits: (share: number) => boolean) =>
    [...inFormulas]
      .filter(([, pages]) => fits(pages / withFormulas))
      .map(([one]) => one)
      .toSorted()
      .join('');
  return {
    text: [...inText].toSorted().join(''),
    common: usedBy((share) => share >= shares.common),
    seldom: usedBy((share) => share < shares.common && share >= shares.seldom),
    rare: usedBy((share) => share < shares.seldom),
  };
}

function charactersOf(bodies: readonly (Body | undefined)[]): Pick<PageCharacters, 'text' | 'formulas'> {
  const text = new Set<string>();
  const formulas = new Set<string>();
  for (const part of bodies.flatMap((body) => [...partsOf(body)])) {
    if ('value' in part && part.type === 'text') for (const one of part.value) text.add(one);
    if (part.type !== 'math' && part.type !== 'inlineMath') continue;
    for (const one of charactersOfFormula(part.data?.mathml ?? '')) formulas.add(one);
  }
  return { text: [...text].join(''), formulas: [...formulas].join('') };
}

/** Everything in a body, in no order. */
function* partsOf(body: Body | undefined): Iterable<Block | Inline> {
  const waiting: (Block | Inline)[] = [...(body?.children ?? [])];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    yield part;
    if ('children' in part) waiting.push(...(part.children as (Block | Inline)[]));
  }
}

/** The characters of a formula the way a browser draws them. */
function* charactersOfFormula(mathml: string): Iterable<string> {
  for (const [, name, attributes, text] of mathml.matchAll(/<(m[a-z]+)([^>]*)>([^<]*)/g)) {
    if (name === 'msqrt' || name === 'mroot') yield '√';
    const characters = [...decode(text!)];
    // A name of one letter is drawn italic: https://w3c.github.io/mathml-core/#the-mi-element
    const leans = name === 'mi' && characters.length === 1 && !attributes!.includes('mathvariant');
    if (leans) yield slanted(characters[0]!);
    else yield* characters;
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => entities[name]!);
}

/** Where the italic alphabets of mathematics begin. `h` has had a place of its own for longer. */
const alphabets: [first: string, last: string, slanted: number][] = [
  ['A', 'Z', 0x1d434],
  ['a', 'z', 0x1d44e],
  ['Α', 'Ω', 0x1d6e2],
  ['α', 'ω', 0x1d6fc],
];
const alone: Record<string, string> = {
  h: 'ℎ',
  '∇': '𝛻',
  '∂': '𝜕',
  ϵ: '𝜖',
  ϑ: '𝜗',
  ϰ: '𝜘',
  ϕ: '𝜙',
  ϱ: '𝜚',
  ϖ: '𝜛',
  ı: '𝚤',
  ȷ: '𝚥',
};

function slanted(character: string): string {
  const found = alphabets.find(([first, last]) => character >= first && character <= last);
  if (alone[character] !== undefined || found === undefined) return alone[character] ?? character;
  return String.fromCodePoint(found[2] + character.codePointAt(0)! - found[0].codePointAt(0)!);
}
