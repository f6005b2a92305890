/**
 * Builds `dist/` from `guide/`. Says every message; writes nothing at all when one of them is an error, unless
 * `--draft` is given, for a look at work in progress.
 */
import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildSearchIndex, guideToJson, type Bodies, type Block, type Guide, type Inline } from '@mlguide/core';
import { build as bundle } from 'tsdown';

import { ankiDeck, llmsText } from './exports.ts';
import { idTypes } from './id-types.ts';
import { digest, digestOfFiles, Kept } from './kept.ts';
import { formatMessage, GUIDE_FOLDER, loadGuide, readPublishedIds } from './load.ts';
import { dataModules, formerPages } from './modules.ts';
import type { Page } from './page.ts';
import { pageMarkdown } from './page-markdown.ts';
import { makePages, typesetBodies, type Typeset } from './pages.ts';
import { guideSchema } from './schema.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = join(ROOT, 'dist');
const DRAFT = join(ROOT, 'dist.new');
/** What the next build may take over. */
const CACHE = join(ROOT, '.cache');
const CODE = join(CACHE, 'code');
const CORE = join(ROOT, '../packages/core');
const LOCK_FILE = join(ROOT, '../pnpm-lock.yaml');

const { guide, bodies, messages } = await loadGuide();
const typeset = await Kept.open<Typeset>(
  join(CACHE, 'typeset.json'),
  await digestOfFiles(join(CORE, 'dist'), LOCK_FILE),
);
const { bodies: set, problems } = await typesetBodies(guide, bodies, typeset);
await typeset.save();
for (const message of messages) if (message.severity !== 'info') console.error(formatMessage(message));
for (const problem of problems) console.error(problem);
const errors = messages.filter(({ severity }) => severity === 'error').length + problems.length;
if (errors > 0 && !process.argv.includes('--draft')) {
  console.error(`\n${errors} error${errors === 1 ? '' : 's'}: nothing was written.`);
  process.exit(1);
}

await rm(DRAFT, { recursive: true, force: true });
await writeData(guide, set, makePages(guide, set));
await writeCode();
await rm(DIST, { recursive: true, force: true });
await rename(DRAFT, DIST);
console.log(`${Object.keys(guide.nodes).length} nodes, ${Object.keys(set).length} bodies`);

async function write(path: string, text: string): Promise<void> {
  const file = join(DRAFT, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function writeData(guide: Guide, bodies: Bodies, pages: readonly Page[]): Promise<void> {
  await write('guide.json', guideToJson(guide));
  await write('search.json', buildSearchIndex(guide));
  await write('schema.json', `${JSON.stringify(guideSchema, null, 2)}\n`);
  await write('anki.tsv', ankiDeck(guide, bodies, await readPublishedIds()));
  await write('llms.txt', llmsText(guide));
  const opening: Omit<Page, 'node'> = { body: bodies[''] ?? null, questions: [], resources: [] };
  for (const [path, text] of dataModules(guide, opening, pages)) await write(path, text);
  await write('versions.json', versionsOf(opening, pages));
  const documents = new Map(pages.map((page) => [page.node.id, pageMarkdown(page, guide)]));
  for (const [id, text] of documents) await write(`markdown/${id}.md`, text);
  for (const [former, id] of formerPages(guide, pages)) await write(`markdown/${former}.md`, documents.get(id)!);
  for (const path of assetsOf(bodies)) {
    const target = join(DRAFT, 'assets', path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(GUIDE_FOLDER, path), target);
  }
}

/**
 * Each page's id with what tells one state of it from another, for a build that keeps what it made of a page. It stays
 * on this machine.
 */
function versionsOf(opening: Omit<Page, 'node'>, pages: readonly Page[]): string {
  const versions = pages.map((page) => [page.node.id, digest(JSON.stringify(page))]);
  return JSON.stringify(Object.fromEntries([['', digest(JSON.stringify(opening))], ...versions]));
}

/** The files that bodies show or link to. */
function assetsOf(bodies: Bodies): Set<string> {
  const paths = new Set<string>();
  const stack: (Block | Inline)[] = Object.values(bodies).flatMap((body) => body.children);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ((node.type === 'image' || node.type === 'link') && node.url.startsWith('asset:')) paths.add(node.url.slice(6));
    if ('children' in node) stack.push(...(node.children as (Block | Inline)[]));
  }
  return paths;
}

async function writeCode(): Promise<void> {
  await write(
    'topics/module.d.ts',
    `import type { Page } from '../index.js';\ndeclare const page: Page;\nexport default page;\n`,
  );
  const dictionary = join(DRAFT, 'dictionary.js');
  await bundleCode(dictionary);
  await cp(CODE, DRAFT, { recursive: true });
  await rm(dictionary); // It is part of unpack.js now.
  await inlineTree();
  await write('ids.d.ts', idTypes(guide));
}

/** Bundles the code into a folder that is kept: it changes less often than the guide. */
async function bundleCode(dictionary: string): Promise<void> {
  const made = join(CACHE, 'code.digest');
  const code = await digestOfFiles(join(ROOT, 'src'), join(CORE, 'src'), LOCK_FILE, dictionary);
  if ((await readFile(made, 'utf8').catch(() => '')) === code) return;
  await rm(made, { force: true });
  await rm(CODE, { recursive: true, force: true });
  await bundle({
    cwd: ROOT,
    config: false,
    entry: { index: 'src/index.ts', unpack: 'src/unpack.ts', markdown: 'src/markdown.ts', search: 'src/search.ts' },
    outDir: CODE,
    clean: false,
    format: 'esm',
    platform: 'neutral',
    fixedExtension: false,
    dts: true,
    minify: true,
    deps: {
      alwaysBundle: ['@mlguide/core'],
      neverBundle: [/\/(?:loaders|ids|tree|unpack|markdown|search)\.js$/, /\/search\.json$/],
    },
    logLevel: 'warn',
    alias: {
      './dictionary.js': dictionary,
      // From their sources, so that each module here gets no more of core than it uses: the author's face would bring
      // the parser along, and every import the search.
      '@mlguide/core/author': join(CORE, 'src/author/markdown.ts'),
      '@mlguide/core': join(CORE, 'src/index.ts'),
    },
    inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  });
  await writeFile(made, code);
}

/*
 * Puts `tree.js` into `index.js`: one file less to find. It comes after the bundler, whose minifier would write the string
 * as a template, which V8 reads half as fast.
 */
async function inlineTree(): Promise<void> {
  const [index, tree] = [join(DRAFT, 'index.js'), join(DRAFT, 'tree.js')];
  const [bundled, data] = [await readFile(index, 'utf8'), await readFile(tree, 'utf8')];
  const found = /import\{tree as (\w+)\}from"\.\/tree\.js";/u.exec(bundled);
  if (!found) throw new Error('Expected an import of `tree` from `./tree.js` in the bundled `index.js`');
  const inlined = data.replace('export function tree', `function ${found[1]}`);
  await writeFile(
    index,
    bundled.replace(found[0], () => inlined),
  );
  await rm(tree);
}
