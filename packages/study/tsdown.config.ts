import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/file.ts', 'src/marks.ts'],
  format: 'esm',
  platform: 'neutral',
  dts: true,
  fixedExtension: false,
  // The types and queries of core, and the schema of events, are part of this package; FSRS is a dependency of it.
  deps: { alwaysBundle: ['@mlguide/core', 'valibot'], neverBundle: [/^node:/, 'ts-fsrs'] },
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
});
