import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsdown';

import { inkModules } from './ink-modules.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/** Yoga fetches its own WebAssembly from a data URL, which makes Node load all of undici: 100 ms for nothing. */
const yogaWithoutFetch = {
  name: 'yoga-without-fetch',
  transform(code: string, id: string) {
    if (!id.includes('yoga-wasm-base64')) return undefined;
    const patched = code.replaceAll('"function"!=typeof fetch', '!0');
    if (patched === code) throw new Error('expected `typeof fetch` in the loader of yoga-layout');
    return { code: patched, map: null };
  },
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
  plugins: [inkModules, yogaWithoutFetch, noDevtools],
});
