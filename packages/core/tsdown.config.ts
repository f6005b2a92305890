import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/author.ts', 'src/typeset.ts'],
  format: 'esm',
  platform: 'neutral',
  dts: true,
  fixedExtension: false,
  // The parser is bundled: the workspace's override of micromark does not reach those who install us.
  noExternal: [/.*/],
  external: [/^node:/, 'shiki', /^shiki\//],
});
