import { defineConfig } from 'tsdown';

/**
 * htmlparser2 brings a decoder of entities with a table of their names, 33 KB. Markdown's own parser brings the same
 * names, and `html-tree.ts` asks that one: `decodeEntities` is off, so what stands here is never called.
 */
const oneTableOfEntities = {
  name: 'one-table-of-entities',
  load: (id: string) =>
    /entities[\\/]dist[\\/]decode\.js$/.test(id)
      ? `export const DecodingMode = {}, htmlDecodeTree = [], xmlDecodeTree = [];
         export class EntityDecoder {}
         export let decodeHTML, decodeHTMLAttribute, decodeHTMLStrict, decodeXML;`
      : undefined,
};

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/author.ts',
    'src/worker.ts',
    'src/worker-thread.ts',
    'src/satteri.ts',
    'src/typeset.ts',
    'src/highlight.ts',
    'src/diagram.ts',
  ],
  format: 'esm',
  platform: 'neutral',
  dts: true,
  fixedExtension: false,
  minify: true,
  // The parser is bundled: the workspace's override of micromark does not reach those who install us.
  deps: { alwaysBundle: [/.*/], neverBundle: [/^node:/, 'shiki', /^shiki\//, 'satteri'] },
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  plugins: [oneTableOfEntities],
});
