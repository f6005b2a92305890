import type { Plugin } from './plugin.ts';

/**
 * Zod can write its schemas as JSON Schema; those of the server for assistants are only checked with. And a text of zod's
 * can be asked for any of thirty formats: if the official SDK comes to use another, its schemas fail as they are loaded.
 */
export const lessOfZod: Plugin = {
  name: 'less-of-zod',
  transform(code, id) {
    if (!/zod[\\/]v4[\\/]classic[\\/]schemas\.js$/.test(id)) return undefined;
    const imports =
      /^import (?:\* as processors|\{ create\w+, create\w+ \}) from "\.\.\/core\/[\w-]*json-schema[\w-]*\.js";$/gm;
    if (code.match(imports)?.length !== 2) throw new Error('expected what makes JSON Schema in zod');
    const formats =
      /^ {4}(?!url\b|datetime\b)\w+\(params\) \{\s+return this\.check\(core\._\w+\(Zod\w+, params\)\);\s+\},$/gm;
    if ((code.match(formats)?.length ?? 0) < 20) throw new Error('expected the formats of texts in zod');
    const none =
      'const processors = {}, createStandardJSONSchemaMethod = () => {}, createToJSONSchemaMethod = () => {};\n';
    return { code: none + code.replaceAll(imports, '').replaceAll(formats, ''), map: null };
  },
};
