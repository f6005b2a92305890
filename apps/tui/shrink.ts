/**
 * What the bundle leaves out of the libraries it carries, because nobody who reads a guide can come to it. Each plugin
 * makes sure that it found what it is about: a library that has changed fails the build instead of growing it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** The part of a bundler's plugin that we use. */
interface Plugin {
  name: string;
  resolveId?: (id: string, from: string | undefined) => string | undefined;
  buildStart?: () => void;
  load?: (id: string) => string | undefined;
  transform?: (code: string, id: string) => { code: string; map: null } | undefined;
  buildEnd?: (error?: Error) => void;
  generateBundle?: (this: {
    emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => unknown;
  }) => void;
}

/**
 * Yoga fetches its own WebAssembly from a data URL, which makes Node load all of undici: 100 ms for nothing. And in
 * base64 it is a quarter of what draws: compressed, in a file of its own, it is a quarter of that, and a millisecond
 * brings it back.
 */
const yogaInAFile: Plugin = {
  name: 'yoga-in-a-file',
  transform(code, id) {
    if (!id.includes('yoga-wasm-base64')) return undefined;
    const quick = code.replaceAll('"function"!=typeof fetch', '!0');
    const [literal, wasm] = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/.exec(quick) ?? [];
    if (quick === code || literal === undefined || wasm === undefined)
      throw new Error('expected `typeof fetch` and a data URL in the loader of yoga-layout');
    yoga = brotliCompressSync(Buffer.from(wasm, 'base64'));
    const file = `readFileSync(new URL("./${YOGA}", import.meta.url))`;
    const restored = `"data:application/octet-stream;base64,"+brotliDecompressSync(${file}).toString("base64")`;
    const head = 'import { readFileSync } from "node:fs";\nimport { brotliDecompressSync } from "node:zlib";\n';
    return { code: head + quick.replace(literal, () => restored), map: null };
  },
  generateBundle() {
    if (yoga === undefined) throw new Error('expected yoga-layout in what is bundled');
    this.emitFile({ type: 'asset', fileName: YOGA, source: yoga });
  },
};
const YOGA = 'yoga.wasm.br';
let yoga: Uint8Array | undefined;

/** Modules that are there for programs other than ours, by the end of their paths, and what is enough in their place. */
const UNREACHED: Readonly<Record<string, string>> = {
  // React's developer tools are asked for by Ink, and by nobody who reads a guide.
  'ink/build/devtools.js': 'export {};',
  // Ink draws an error with its source; ours gives the terminal back and prints it (see `src/session.ts`).
  'ink/build/components/ErrorOverview.js': 'export default () => null;',
  // Keys do not come through Ink (see `src/terminal.ts`).
  'ink/build/parse-keypress.js': 'export const nonAlphanumericKeys = []; export default () => ({});',
  'ink/build/input-parser.js': `
    export const createInputParser = () => ({
      push: () => [], reset() {}, hasPendingEscape: () => false, flushPendingEscape() {},
    });
    export const isCompleteControlSequence = () => true;`,
  // Colours do not either (see `src/theme.ts`), and no box of ours has a border or a ground.
  'ink/build/colorize.js': 'export default (text) => text;',
  'chalk/source/index.js': 'export const foregroundColorNames = []; export default {};',
  'ink/build/render-border.js': 'export default () => {};',
  'ink/build/render-background.js': 'export default () => {};',
  // The server for assistants checks with Ajv what a client answers to a form. Ours shows no forms.
  'esm/validation/ajv-provider.js':
    'export class AjvJsonSchemaValidator { getValidator() { throw new Error("expected no forms"); } }',
};

/** Puts them there. */
const unreached: Plugin = {
  name: 'unreached',
  buildStart: () => met.clear(),
  load(id) {
    const path = id.replaceAll('\\', '/');
    const end = Object.keys(UNREACHED).find((one) => path.endsWith(`/${one}`));
    if (end === undefined) return undefined;
    met.add(end);
    return UNREACHED[end];
  },
  buildEnd(error) {
    const gone = Object.keys(UNREACHED).filter((end) => !met.has(end));
    if (error === undefined && gone.length > 0) throw new Error(`expected ${gone.join(', ')} in what is bundled`);
  },
};
const met = new Set<string>();

/** What React's reconciler can do for hosts that are not Ink: a server's page to take over, a document's head. */
const ABSENT = [
  'supportsHydration',
  'supportsPersistence',
  'supportsResources',
  'supportsSingletons',
  'supportsTestSelectors',
];
const PRESENT = ['supportsMutation', 'supportsMicrotasks'];

/** Says in the reconciler's own text what Ink's host is: then the minifier leaves out what is for others. */
const reconcilerForInk: Plugin = {
  name: 'reconciler-for-ink',
  transform(code, id) {
    if (!/react-reconciler\.production\.js$/.test(id)) return undefined;
    let text = code;
    for (const name of [...ABSENT, ...PRESENT]) {
      const read = new RegExp(`\\b${name} = \\$\\$\\$config\\.${name}\\b`);
      if (!read.test(text)) throw new Error(`expected \`${name}\` of the host in react-reconciler`);
      const value = PRESENT.includes(name) ? 'true' : 'false';
      text = text.replace(read, `not_${name} = 0`).replaceAll(new RegExp(`\\b${name}\\b`, 'g'), value);
    }
    return { code: text, map: null };
  },
};

/** Zod can write its schemas as JSON Schema; those of the server for assistants are only checked with. */
const zodWithoutJsonSchema: Plugin = {
  name: 'zod-without-json-schema',
  transform(code, id) {
    if (!/zod[\\/]v4[\\/]classic[\\/]schemas\.js$/.test(id)) return undefined;
    const imports =
      /^import (?:\* as processors|\{ create\w+, create\w+ \}) from "\.\.\/core\/[\w-]*json-schema[\w-]*\.js";$/gm;
    if (code.match(imports)?.length !== 2) throw new Error('expected what makes JSON Schema in zod');
    const none =
      'const processors = {}, createStandardJSONSchemaMethod = () => {}, createToJSONSchemaMethod = () => {};\n';
    return { code: none + code.replaceAll(imports, ''), map: null };
  },
};

const TEMML = fileURLToPath(new URL('../../packages/core/node_modules/temml/', import.meta.url));
const TYPESET = fileURLToPath(new URL('../../packages/core/src/typeset.ts', import.meta.url));

/**
 * Temml's bundle carries a parser of chemistry, a quarter of its weight. Ours begins at its source, with the macros of
 * MediaWiki (`\\R`, `\\N`) that people write formulas with. `\\ce{…}` stays what the author wrote.
 */
const noChemistry: Plugin = {
  name: 'no-chemistry',
  resolveId(id, from) {
    if (id === '@mlguide/core/typeset') return TYPESET;
    return id === 'temml' && from !== undefined ? join(TEMML, 'without-chemistry.js') : undefined;
  },
  load: (id) =>
    id === join(TEMML, 'without-chemistry.js')
      ? `import temml from './temml.js';\n${readFileSync(join(TEMML, 'contrib/texvc/texvc.js'), 'utf8')}\nexport default temml;`
      : undefined,
};

/** All of them. */
export const shrinkers: readonly Plugin[] = [
  yogaInAFile,
  unreached,
  reconcilerForInk,
  noChemistry,
  zodWithoutJsonSchema,
];
