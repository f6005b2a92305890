import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/author.ts', 'src/typeset.ts', 'src/highlight.ts', 'src/diagram.ts'],
  format: 'esm',
  platform: 'neutral',
  dts: true,
  fixedExtension: false,
  // The parser is bundled: the workspace's override of micromark does not reach those who install us.
  deps: { alwaysBundle: [/.*/], neverBundle: [/^node:/, 'shiki', /^shiki\//] },
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
});
