import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import type { Plugin } from './plugin.ts';

/** The parser of YAML makes the schemas of all versions as it is loaded; a guide is read by one of them. */
export const oneSchemaOfYaml: Plugin = {
  name: 'one-schema-of-yaml',
  transform(code, id) {
    if (!/js-yaml[\\/]dist[\\/]js-yaml\.mjs$/.test(id)) return undefined;
    const made = /^(var \w+ = )((?:new )?[\w.]+\()/gm;
    if ((code.match(made)?.length ?? 0) < 20) throw new Error('expected tags and schemas in js-yaml');
    return { code: code.replaceAll(made, '$1/* @__PURE__ */ $2'), map: null };
  },
};

/** The parser's plugins also write Markdown, and that of GitHub's extensions is taken with them. We only read it. */
export const onlyReadMarkdown: Plugin = {
  name: 'only-read-markdown',
  transform(code, id) {
    if (!/mdast-util-gfm[\\/]lib[\\/]index\.js$/.test(id)) return undefined;
    const [writes] = /return \{\s*extensions: \[[^\]]*\]\s*\}/.exec(code) ?? [];
    if (writes === undefined) throw new Error('expected what writes Markdown in mdast-util-gfm');
    return { code: code.replace(writes, 'return {}'), map: null };
  },
};

/** The names of HTML's characters are a table of 29 KB. As a file of its own it is a third, and seldom asked for. */
export const entitiesInAFile: Plugin = {
  name: 'entities-in-a-file',
  async load(id) {
    if (!/decode-named-character-reference[\\/]index\.js$/.test(id)) return undefined;
    const table = createRequire(id).resolve('character-entities');
    const { characterEntities } = (await import(pathToFileURL(table).href)) as { characterEntities: object };
    entities = brotliCompressSync(JSON.stringify(characterEntities));
    return `
      import { readFileSync } from 'node:fs';
      import { brotliDecompressSync } from 'node:zlib';
      let table;
      export function decodeNamedCharacterReference(name) {
        table ??= JSON.parse(brotliDecompressSync(readFileSync(new URL('./${ENTITIES}', import.meta.url))).toString());
        return Object.hasOwn(table, name) ? table[name] : false;
      }`;
  },
  generateBundle() {
    if (entities === undefined) throw new Error('expected `decode-named-character-reference` in what is bundled');
    this.emitFile({ type: 'asset', fileName: ENTITIES, source: entities });
  },
};
const ENTITIES = 'entities.json.br';
let entities: Uint8Array | undefined;
