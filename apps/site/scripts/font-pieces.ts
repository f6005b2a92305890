/** Into which pieces the fonts of a guide are cut. */
import type { Characters } from './font-characters.ts';

/** How to cut a font. */
export interface Cut {
  from: 'upright' | 'italic' | 'math';
  /** OpenType features that it keeps. */
  features?: string[];
  /** Whether it keeps what a browser stretches and lays formulas out by: it looks there for operators, not for names. */
  layout?: true;
  /** The weight it is cut at, if the font has several. */
  weight?: number;
}

/** One file to cut. */
export interface Piece extends Cut {
  /** Its file, without the extension. */
  name: string;
  /** The characters to cut from there. */
  text: string;
  /** Characters that are drawn like others of the font. */
  aliases?: [as: string, like: string][];
  /** Characters of another font that it takes in. */
  guest?: Cut & { text: string };
  /** Whether it stays as it was cut, for a program that is no browser. */
  whole?: true;
  /** Where a page uses it: what the rule says beside its source, and the characters that it claims. */
  rules: { face: string; claims: string }[];
}

/** Every character from the first to the last. */
function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}

const letters = range(0x41, 0x5a) + range(0x61, 0x7a);
const slanted = (range(0x1d434, 0x1d44d) + range(0x1d44e, 0x1d467)).replace('\u{1d455}', 'ℎ');
// Set as words these are too wide apart, or too round.
const ownItalics = 'fvw';
const signs = `${range(0x30, 0x39)} \u00a0,.;:!?'"()/%-–—’‘“”…·×−=+$&›`;
// Nothing is drawn for these.
const blank = '\n\u2061\ufe0e';
// A browser asks for a name of one letter as it is written before it asks for the slanted one that it draws.
const upright = `${range(0x391, 0x3c9)}∂∇ϵϑϰϕϱϖ`;
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ŁłŒœŠšŽžıĆćČčŘřĞğŞşŃńĄąĘęŐőŰűˆ˜–—‘’‚“”„†‡•…‰‹›⁄€™−×÷≈≠≤≥→←↑↓`;

// A browser looks for what it stretches in the face that has the space, and nowhere else. So what is stretched seldom,
// and is large, has a face of its own with a space: formulas that need it ask for that face first (see render-typeset.ts).
const oftenStretched = '()[]|‖√∑∏ˆ‾~';
const seldomStretched = '{}⌊⌋⌈⌉⟨⟩⏞⏟∫∮';

const roman = "font-family:'Guide Text';font-style:normal";
const italic = "font-family:'Guide Text';font-style:italic";
const math = "font-family:'Guide Math'";
const wide = "font-family:'Guide Math Wide'";

/** The pieces for a guide. Those that claim more than they have come first: of two rules the later one wins. */
export function choosePieces(used: Characters): Piece[] {
  const features = ['kern', 'liga'];
  const text = letters + signs;
  const accented = without([...latin].filter((one) => used.text.includes(one)).join(''), text);
  // Upright letters and figures of a formula are those of the text: one design, and on the page already.
  const inFormulas = used.common + used.seldom + used.rare;
  const formulas = without(inFormulas + without(used.text, latin), text + slanted + seldomStretched + blank);
  const greek = [...formulas].filter((one) => /[\u{1d6a8}-\u{1d7cb}]/u.test(one)).join('');
  const often = ` ${oftenStretched}${without(used.common, text + slanted + oftenStretched + seldomStretched + greek)}`;
  const seldom = [...without(formulas, often + greek)].filter((one) => used.seldom.includes(one)).join('');
  const rare = without(formulas, often + greek + seldom);
  const stretched = [...seldomStretched].filter((one) => inFormulas.includes(one));
  const large = stretched.length === 0 ? '' : ` ${stretched.join('')}`;
  // What a rule with gaps must not claim: a browser would fetch the file in vain.
  const elsewhere = text + latin + inFormulas + used.text + upright;
  const pieces: Piece[] = [
    {
      name: 'text-rare',
      from: 'upright',
      text: accented,
      features,
      weight: 400,
      rules: [rule(roman, accented, elsewhere)],
    },
    {
      name: 'italic-rare',
      from: 'italic',
      text: accented,
      features,
      weight: 400,
      rules: [rule(italic, accented, elsewhere)],
    },
    { name: 'text', from: 'upright', text, features, weight: 400, rules: [rule(roman, text), rule(italic, signs)] },
    ...Object.entries({ 'math-rare': rare, 'math-seldom': seldom }).map(([name, text]): Piece => ({
      name,
      from: 'math',
      text,
      layout: true,
      rules: [rule(math, text, elsewhere)],
    })),
    { name: 'math', from: 'math', text: often, layout: true, rules: [rule(math, often)] },
    { name: 'math-greek', from: 'math', text: greek, rules: [rule(math, greek)] },
    { name: 'math-wide', from: 'math', text: large, layout: true, rules: [rule(wide, large)] },
    {
      name: 'letters',
      from: 'math',
      text: slanted,
      aliases: [...letters].map((letter, index) => [letter, [...slanted][index]!]),
      guest: { from: 'italic', text: ownItalics, weight: 400 },
      rules: [rule(math, slanted), rule(italic, letters)],
    },
    { name: 'social', from: 'upright', text: latin, features: ['kern', 'liga'], weight: 500, whole: true, rules: [] },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

function without(characters: string, what: string): string {
  return [...new Set(characters)].filter((one) => !what.includes(one)).join('');
}

/**
 * A rule that claims characters, such as `U+20-7E,U+D7`. Where `never` is given the list is kept short: it may claim
 * what lies in small gaps, but for the characters named, which come from elsewhere.
 */
function rule(face: string, characters: string, never?: string): Piece['rules'][number] {
  const kept = new Set([...(never ?? '')].map((one) => one.codePointAt(0)!));
  const points = [...characters].map((one) => one.codePointAt(0)!).toSorted((a, b) => a - b);
  const runs: [first: number, last: number][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const gap = run === undefined ? [] : Array.from({ length: point - run[1] - 1 }, (_, index) => run[1] + 1 + index);
    const joins = never === undefined ? gap.length === 0 : gap.length < 64 && !gap.some((one) => kept.has(one));
    if (run !== undefined && joins) run[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  const claims = runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`));
  return { face, claims: claims.join(',') };
}
