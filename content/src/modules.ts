/** The modules of data that the build writes beside the bundled code. */
import type { Guide } from '@mlguide/core';

import { flattenGuide } from './flatten-tree.ts';
import { Packer } from './pack.ts';
import type { Page } from './page.ts';

/** A file of `dist/`: its path and its text. */
export type File = [path: string, text: string];

/**
 * `tree.js` (the guide), `topics/ID.js` (one page each), `loaders.js` (an `import()` of each) and `dictionary.js`. The
 * build puts the first into `index.js` and the last into `unpack.js`.
 */
export function dataModules(guide: Guide, opening: Omit<Page, 'node'>, pages: readonly Page[]): File[] {
  const packer = new Packer([opening, pages]);
  const moduleOf = (value: unknown, depth: number) => {
    const text = rawTemplate(JSON.stringify(packer.pack(value)));
    return `import { unpack } from '${depth === 0 ? './' : '../'.repeat(depth)}unpack.js';\nexport default /* @__PURE__ */ unpack(${text});\n`;
  };
  const files: File[] = [
    // Not read on import: somebody may import us for one body. V8 passes over a function faster than over a constant.
    ['tree.js', `export function tree() {\n  return ${quoted(JSON.stringify(flattenGuide(guide)))};\n}\n`],
    ['topics/index.js', moduleOf(opening, 1)],
    ...pages.map((page): File => [`topics/${page.node.id}.js`, moduleOf(page, page.node.id.split('/').length)]),
  ];
  for (const [former, id] of formerPages(guide, pages)) {
    const up = '../'.repeat(former.split('/').length - 1) || './';
    files.push([`topics/${former}.js`, `export { default } from '${up}${id}.js';\n`]);
  }
  const { shapes, tags } = packer.dictionary;
  const dictionary = [
    `export const shapes = ${JSON.stringify(shapes)};`,
    `export const tags = ${JSON.stringify(tags)};`,
  ];
  return [...files, ['loaders.js', loadersOf(pages)], ['dictionary.js', `${dictionary.join('\n')}\n`]];
}

/** The earlier ids of pages, each with the id of today: their subpaths stay. */
export function formerPages(guide: Guide, pages: readonly Page[]): [former: string, id: string][] {
  const ids = new Set(pages.map(({ node }) => node.id));
  return Object.entries(guide.redirects).filter(([, id]) => ids.has(id));
}

/* JSON as JavaScript that keeps it word for word: as a quoted string, every quote and backslash would be doubled, and
   as an expression it would be parsed much more slowly. Between JSON's own quotes a character may be written by number. */
function rawTemplate(json: string): string {
  return `String.raw\`${json.replaceAll('`', '\\u0060').replaceAll('${', '\\u0024{')}\``;
}

/* In quotes and in ASCII, which V8 reads three times as fast as a template with an é in it. */
function quoted(json: string): string {
  const ascii = json.replace(/[^ -~]/gu, (letter) =>
    Array.from({ length: letter.length }, (_, at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
  return `'${ascii.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/* One `import()` with a literal path a page, so that every bundler can follow it. */
function loadersOf(pages: readonly Page[]): string {
  const lines = ['', ...pages.map(({ node }) => node.id)].map((id) => {
    const path = JSON.stringify(`./topics/${id || 'index'}.js`);
    return `  ${JSON.stringify(id)}: () => import(${path}),`;
  });
  return `export const loaders = {\n${lines.join('\n')}\n};\n`;
}
