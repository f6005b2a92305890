import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/author.ts', 'src/satteri.ts', 'src/typeset.ts', 'src/highlight.ts', 'src/diagram.ts'],
  format: 'esm',
  platform: 'neutral',
  dts: true,
  fixedExtension: false,
  minify: true,
  // The parser is bundled: the workspace's override of micromark does not reach those who install us.
  deps: { alwaysBundle: [/.*/], neverBundle: [/^node:/, 'shiki', /^shiki\//, 'satteri'] },
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
});
