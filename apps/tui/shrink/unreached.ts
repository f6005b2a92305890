import type { Plugin } from './plugin.ts';

/** Modules that are there for programs other than ours, by the end of their paths, and what is enough in their place. */
const UNREACHED: Readonly<Record<string, string>> = {
  // React's developer tools are asked for by Ink, and by nobody who reads a guide.
  'ink/build/devtools.js': 'export {};',
  // Ink draws an error with its source; ours gives the terminal back and prints it (see `src/session.ts`).
  'ink/build/components/ErrorOverview.js': 'export default () => null;',
  // Keys do not come through Ink (see `src/terminal.ts`).
  'ink/build/parse-keypress.js': 'export const nonAlphanumericKeys = []; export default () => ({});',
  'ink/build/input-parser.js': `
    export const createInputParser = () => ({
      push: () => [], reset() {}, hasPendingEscape: () => false, flushPendingEscape() {},
    });
    export const isCompleteControlSequence = () => true;`,
  // Colours do not either (see `src/theme.ts`), and no box of ours has a border or a ground.
  'ink/build/colorize.js': 'export default (text) => text;',
  'chalk/source/index.js': 'export const foregroundColorNames = []; export default {};',
  'ink/build/render-border.js': 'export default () => {};',
  'ink/build/render-background.js': 'export default () => {};',
  // What does Ink's part when a program ends, and asks other programs how large a terminal is (see `src/terminal.ts`).
  'signal-exit/index.js': 'export default () => () => {};',
  'terminal-size/index.js': 'export default () => ({ columns: 80, rows: 24 });',
  // There is no browser here.
  'environment/index.js': 'export const isBrowser = false;',
  // Temml can look for formulas in a page: there is none.
  'temml/src/auto-render.js': 'export const renderMathInElement = () => {};',
  'temml/src/postProcess.js': 'export const version = "", postProcess = () => {};',
  // The reader of HTML has a table of entities of its own; core asks that of the parser of Markdown.
  'entities/dist/decode.js': `
    export const DecodingMode = {}, htmlDecodeTree = [], xmlDecodeTree = [];
    export class EntityDecoder {}
    export let decodeHTML, decodeHTMLAttribute, decodeHTMLStrict, decodeXML;`,
  // The server for assistants checks with Ajv what a client answers to a form. Ours shows no forms.
  'esm/validation/ajv-provider.js':
    'export class AjvJsonSchemaValidator { getValidator() { throw new Error("expected no forms"); } }',
};

/** Puts them there. */
export const unreached: Plugin = {
  name: 'unreached',
  buildStart: () => met.clear(),
  load(id) {
    const path = id.replaceAll('\\', '/');
    const end = Object.keys(UNREACHED).find((one) => path.endsWith(`/${one}`));
    if (end === undefined) return undefined;
    met.add(end);
    return UNREACHED[end];
  },
  buildEnd(error) {
    const gone = Object.keys(UNREACHED).filter((end) => !met.has(end));
    if (error === undefined && gone.length > 0) throw new Error(`expected ${gone.join(', ')} in what is bundled`);
  },
};
const met = new Set<string>();
