/**
 * Cuts the fonts of a guide into pieces that a page loads as it needs them, and writes them below `.cache/fonts/` with the
 * style sheet that says which piece has which characters. Runs before every build.
 *
 * STIX Two Math is 400 KB as a whole, and a page needs a twentieth of it: what most formulas use is one piece, and what
 * few use are others. Italic letters serve formulas and words alike. What is left loses points that nobody would miss.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { findCharacters, type PageCharacters } from './font-characters.ts';
import { fontFolder as folder } from './font-folder.ts';
import { leanFont } from './font-lean.ts';
import { choosePieces, type Cut, type Piece } from './font-pieces.ts';
import { limitVariants } from './font-variants.ts';

const require = createRequire(import.meta.url);
const sources = {
  upright: '@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-normal.woff2',
  italic: '@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-italic.woff2',
  math: '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
};

/**
 * Cuts the fonts for the guide that `MLGUIDE_CONTENT` names, or our own. Returns at once if they are there already: what
 * decides them has not changed since.
 */
export async function cutFonts(): Promise<void> {
  const known = await recallCharacters();
  const pieces = choosePieces(await findCharacters(process.env['MLGUIDE_CONTENT'], known.pages));
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}characters.json`, JSON.stringify(known));
  const digest = await digestOf(pieces);
  if ((await readFile(`${folder}digest`, 'utf8').catch(() => '')) === digest) return;

  for (const piece of pieces) {
    const file = fileOf(piece);
    const font = await cut(piece);
    await writeFile(folder + file, font);
    console.log(`${file}  ${(font.length / 1024).toFixed(1)} KB`);
  }
  await writeFile(`${folder}fonts.css`, pieces.flatMap(rulesFor).join(''));
  await writeFile(`${folder}fonts.conf`, fontconfig);
  await writeFile(`${folder}digest`, digest);
}

/** What the last build found in each page, by the same code. */
async function recallCharacters(): Promise<{ code: string; pages: Record<string, PageCharacters> }> {
  const code = await readFile(new URL('font-characters.ts', import.meta.url), 'utf8');
  try {
    const known = JSON.parse(await readFile(`${folder}characters.json`, 'utf8')) as {
      code: string;
      pages: Record<string, PageCharacters>;
    };
    if (known.code === code) return known;
  } catch {
    // There is none, or it was stopped while it wrote.
  }
  return { code, pages: {} };
}

async function cut({ text, aliases, guest, whole, ...piece }: Piece): Promise<Buffer> {
  const font = await subset(piece, text);
  if (whole) return font;
  const { convert } = await import('fontverter');
  return convert(leanFont(font, { aliases, guest: guest && (await subset(guest, guest.text)) }), 'woff2');
}

/** The tallest bracket that is kept ready made, in thousandths of the letters' size; formulas that need a taller one are few. */
const tallest = 3200;

async function subset({ from, features = [], layout, weight }: Cut, text: string): Promise<Buffer> {
  const { default: subsetFont } = await import('subset-font'); // Most builds do without.
  const settings = {
    targetFormat: 'sfnt' as const,
    noHinting: true, // Its types do not know of it.
    keepFeatures: features,
    // Of a font at one weight nobody asks for its weights.
    dropTables: ['STAT', ...(layout ? [] : ['MATH']), ...(features.length > 0 ? [] : ['GPOS', 'GSUB', 'GDEF'])],
    ...(weight !== undefined && { variationAxes: { wght: weight } }),
  };
  const font = await (unpacked[from] ??= unpack(sources[from]));
  return subsetFont(layout ? limitVariants(font, tallest) : font, text, settings);
}

const unpacked: Partial<Record<keyof typeof sources, Promise<Buffer>>> = {};

async function unpack(name: string): Promise<Buffer> {
  const { convert } = await import('fontverter');
  return convert(await readFile(require.resolve(name)), 'sfnt');
}

function fileOf({ name, whole }: Piece): string {
  return `${name}.${whole ? 'ttf' : 'woff2'}`;
}

function rulesFor(piece: Piece): string[] {
  return piece.rules.map(
    ({ face, claims }) =>
      `@font-face{${face};font-display:swap;src:url('${fileOf(piece)}') format('woff2');unicode-range:${claims}}\n`,
  );
}

/** Of all that decides what we write: the pieces, our own code, and the fonts. */
async function digestOf(pieces: readonly Piece[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(pieces));
  for (const name of [
    'fonts',
    ...['file', 'glyphs', 'lean', 'metrics', 'outlines', 'paths', 'variants'].map((one) => `font-${one}`),
  ]) {
    hash.update(await readFile(new URL(`${name}.ts`, import.meta.url)));
  }
  for (const name of ['subset-font', '@fontsource-variable/stix-two-text', '@fontsource/stix-two-math']) {
    hash.update((require(`${name}/package.json`) as { version: string }).version);
  }
  return hash.digest('hex');
}

// What draws the pictures to share knows neither WOFF nor variable fonts, and asks fontconfig.
const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}fontconfig</cachedir></fontconfig>
`;

if (import.meta.main) await cutFonts();
