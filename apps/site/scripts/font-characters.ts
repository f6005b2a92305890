/** Which characters a guide needs beyond those that every text has. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { pagesOf, type Block, type Body, type Guide, type Inline, type NodeId } from '@mlguide/core';

interface Content {
  guide: Guide;
  loadBody: (id: NodeId) => Promise<Body | undefined>;
}

/** The characters of a guide. */
export interface Characters {
  /** In titles and prose. */
  text: string;
  /** In the formulas of many pages. */
  common: string;
  /** In the formulas of few. */
  rare: string;
}

/** What a twentieth of the pages with formulas need is common. */
const share = 1 / 20;

/**
 * Looks through a guide for its characters.
 *
 * @param file A module in the shape of `@mlguide/content`; by default the package itself.
 */
export async function findCharacters(file: string | undefined): Promise<Characters> {
  const source = file ? pathToFileURL(path.resolve(file)).href : '@mlguide/content';
  const { guide, loadBody } = (await import(source)) as Content;
  const titles = Object.values(guide.nodes).map(
    ({ title, ...node }) => title + ('summary' in node ? node.summary : ''),
  );
  const inText = new Set([guide.title, ...titles].join(''));
  const inFormulas = new Map<string, number>();
  let withFormulas = 0;
  for (const page of [undefined, ...pagesOf(guide)]) {
    const questions = page?.children.filter((id) => guide.nodes[id]?.kind === 'question') ?? [];
    const formulas = new Set<string>();
    for (const id of [page?.id ?? '', ...questions]) {
      for (const part of partsOf(await loadBody(id))) {
        if ('value' in part && part.type === 'text') for (const one of part.value) inText.add(one);
        if (part.type !== 'math' && part.type !== 'inlineMath') continue;
        for (const one of charactersOfFormula(part.data?.mathml ?? '')) formulas.add(one);
      }
    }
    if (formulas.size > 0) withFormulas++;
    for (const one of formulas) inFormulas.set(one, (inFormulas.get(one) ?? 0) + 1);
  }
  const [common, rare] = ['', ''].map((_, index) =>
    [...inFormulas]
      .filter(([, pages]) => pages >= share * withFormulas === (index === 0))
      .map(([one]) => one)
      .toSorted()
      .join(''),
  );
  return { text: [...inText].toSorted().join(''), common: common!, rare: rare! };
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
