import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsdown';

import { inkModules } from './ink-modules.ts';
import { configSchema } from './src/config.ts';
import { shrinkers } from './shrink.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/** The schema of the settings, for editors. */
const configSchemaFile = {
  name: 'config-schema',
  generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: string }) => unknown }) {
    const source = `${JSON.stringify(configSchema(), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'config.schema.json', source });
  },
};

export default defineConfig({
  entry: { mlguide: 'src/mlguide.ts', 'parse-process': 'src/markdown/parse-process.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  dts: false,
  fixedExtension: false,
  minify: true,
  // What is said to bundlers about a call: no bundler reads this again.
  outputOptions: { comments: { legal: true, annotation: false, jsdoc: false } },
  define: { 'process.env.NODE_ENV': '"production"', MLGUIDE_VERSION: JSON.stringify(version) },
  deps: { neverBundle: ['@mlguide/content'], alwaysBundle: (id) => !id.startsWith('@mlguide/content') },
  banner: (chunk) => (chunk.fileName === 'mlguide.js' ? '#!/usr/bin/env node' : ''),
  plugins: [inkModules, ...shrinkers, configSchemaFile],
  copy: ['../../LICENSE'],
});
