import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/file.ts', 'src/marks.ts'],
  format: 'esm',
  platform: 'neutral',
  dts: true,
  fixedExtension: false,
  // Everything is part of the package, so that it installs without any dependency.
  deps: { alwaysBundle: [/.*/], neverBundle: [/^node:/] },
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
});
