import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig } from 'tsdown';

import { inkModules } from './ink-modules.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/**
 * Yoga fetches its own WebAssembly from a data URL, which makes Node load all of undici: 100 ms for nothing. And in
 * base64 it is a quarter of what draws: compressed it is a third of that, and a millisecond brings it back.
 */
const yogaWithoutFetch = {
  name: 'yoga-without-fetch',
  transform(code: string, id: string) {
    if (!id.includes('yoga-wasm-base64')) return undefined;
    const quick = code.replaceAll('"function"!=typeof fetch', '!0');
    const [literal, wasm] = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/.exec(quick) ?? [];
    if (quick === code || literal === undefined || wasm === undefined)
      throw new Error('expected `typeof fetch` and a data URL in the loader of yoga-layout');
    const small = brotliCompressSync(Buffer.from(wasm, 'base64')).toString('base64');
    const restored = `"data:application/octet-stream;base64,"+unpackWasm(Buffer.from("${small}","base64")).toString("base64")`;
    const head = 'import { brotliDecompressSync as unpackWasm } from "node:zlib";\n';
    return { code: head + quick.replace(literal, () => restored), map: null };
  },
};

/** The MCP server checks with Ajv what a client answers to a form. Ours shows no forms. */
const noAjv = {
  name: 'no-ajv',
  load: (id: string) =>
    /validation[\\/]ajv-provider\.js$/.test(id)
      ? 'export class AjvJsonSchemaValidator { getValidator() { throw new Error("expected no forms"); } }'
      : undefined,
};

/** React's developer tools are asked for by Ink, and by nobody who reads a guide. */
const noDevtools = {
  name: 'no-devtools',
  load: (id: string) => (/ink[\\/]build[\\/]devtools\.js$/.test(id) ? 'export {};' : undefined),
};

export default defineConfig({
  entry: { mlguide: 'src/cli.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  dts: false,
  fixedExtension: false,
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"', MLGUIDE_VERSION: JSON.stringify(version) },
  deps: { neverBundle: ['@mlguide/content'], alwaysBundle: (id) => !id.startsWith('@mlguide/content') },
  banner: (chunk) => (chunk.fileName === 'mlguide.js' ? '#!/usr/bin/env node' : ''),
  plugins: [inkModules, yogaWithoutFetch, noDevtools, noAjv],
  copy: ['../../LICENSE'],
});
