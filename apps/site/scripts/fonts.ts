/**
 * Cuts the fonts down to the characters of the guide and writes them to `.cache/fonts/`: runs before every build.
 *
 * The whole STIX Two Math is 400 KB; what a guide's formulas use of it is a tenth. The text faces lose the letters of
 * other languages; a character that they lack comes from the math face, which has nearly all of them.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { Body, Guide } from '@mlguide/core';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL('../.cache/fonts/', import.meta.url));

/** Every character from the first to the last. */
function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}

const ascii = range(0x20, 0x7e);
const latin = `${ascii}${range(0xa0, 0xff)}ŁłŒœŠšŽžıĆćČčŘřĞğŞşŃńĄąĘęŐőŰűˆ˜–—‘’‚“”„†‡•…‰‹›⁄€™−×÷≈≠≤≥→←↑↓`;

// A browser draws a variable `x` with the italic letter at U+1D465; `h` has had a place of its own for longer.
const italics = `${range(0x1d434, 0x1d454)}ℎ${range(0x1d456, 0x1d467)}${range(0x1d6e2, 0x1d71b)}`;

/** Every character that a guide uses outside ASCII, and the italic letters of its formulas. */
async function charactersOf(file: string | undefined): Promise<string> {
  const source = file ? pathToFileURL(path.resolve(file)).href : '@mlguide/content';
  const content = (await import(source)) as { guide: Guide; loadBody: (id: string) => Promise<Body | undefined> };
  const used = new Set(JSON.stringify(content.guide));
  for (const id of ['', ...Object.keys(content.guide.nodes)]) {
    for (const character of JSON.stringify((await content.loadBody(id)) ?? '')) used.add(character);
  }
  const beyond = [...used].filter((character) => character.codePointAt(0)! > 0x7e);
  return `${ascii}${italics}${beyond.join('')}`;
}

/** Features of the text faces that the style sheets, or the shaping of Latin, ask for. */
const features = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'calt'];
const text = { text: latin, keepFeatures: features, variationAxes: { wght: { min: 400, max: 650 } } };

const faces = {
  'text.woff2': { from: '@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-normal.woff2', ...text },
  'text-italic.woff2': {
    from: '@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-italic.woff2',
    ...text,
  },
  'math.woff2': {
    from: '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
    text: await charactersOf(process.env['MLGUIDE_CONTENT']),
    keepFeatures: ['ccmp', 'mark', 'mkmk'],
  },
};

// Pictures to share are drawn by a library that knows neither WOFF nor variable fonts, and asks fontconfig.
const upright = await readFile(require.resolve(faces['text.woff2'].from));
const social = await subsetFont(upright, latin, { targetFormat: 'sfnt', variationAxes: { wght: 500 } });
const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}fontconfig</cachedir></fontconfig>
`;

await mkdir(folder, { recursive: true });
await writeFile(`${folder}social.ttf`, social);
await writeFile(`${folder}fonts.conf`, fontconfig);
for (const [name, { from, text, ...options }] of Object.entries(faces)) {
  const font = await subsetFont(await readFile(require.resolve(from)), text, { targetFormat: 'woff2', ...options });
  await writeFile(folder + name, font);
  console.log(`.cache/fonts/${name}  ${(font.length / 1024).toFixed(1)} KB`);
}
