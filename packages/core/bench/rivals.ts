/**
 * Other tools on the same files. None goes below the level of files, and each does what it does by itself: velite and
 * Astro make HTML, content-collections runs the transform it is given, which here parses and no more.
 *
 * Each works in a folder of its own, in which it leaves what it wants to keep; a second run in the same folder is warm.
 */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** velite with `s.markdown()`: remark and rehype to HTML. */
export async function veliteBuild(folder: string, root: string): Promise<void> {
  const { build } = await import('velite');
  const config = `import { defineConfig, s } from 'velite';
export default defineConfig({
  root: ${JSON.stringify(folder)},
  output: { data: ${JSON.stringify(join(root, 'data'))}, assets: ${JSON.stringify(join(root, 'assets'))} },
  collections: { topics: { name: 'Topic', pattern: '**/*.md', schema: s.object({ title: s.string(), content: s.markdown({ copyLinkedFiles: false }) }) } },
});`;
  write(root, 'velite.config.js', config);
  await build({ config: join(root, 'velite.config.js'), logLevel: 'silent' });
  mustExist(root, ['data/topics.json']);
}

/** content-collections, whose transform parses with remark and keeps the result in the tool's cache. */
export async function contentCollectionsBuild(folder: string, root: string): Promise<void> {
  const { createBuilder } = await import('@content-collections/core');
  const config = `import { defineCollection, defineConfig } from '@content-collections/core';
import * as v from 'valibot';
import { unified } from 'unified';
import remarkParse from 'remark-parse';
import remarkGfm from 'remark-gfm';
const processor = unified().use(remarkParse).use(remarkGfm).freeze();
const topics = defineCollection({
  name: 'topics', directory: ${JSON.stringify(relative(root, folder))}, include: '**/*.md',
  schema: v.object({ title: v.string(), content: v.string() }),
  transform: async ({ title, content }, { cache }) => ({ title, tree: await cache(content, (text) => processor.parse(text)) }),
});
export default defineConfig({ content: [topics] });`;
  write(root, 'content-collections.ts', config);
  const builder = await createBuilder(join(root, 'content-collections.ts'));
  await builder.build();
  mustExist(root, ['.content-collections/generated/allTopics.js']);
}

/** Astro's `glob` loader in `astro sync`, which renders each file to HTML. Colouring of code is off: nobody else does it. */
export async function astroGlob(folder: string, root: string, processor: 'remark' | 'satteri'): Promise<void> {
  const { sync } = await import('astro');
  mkdirSync(join(root, 'src'), { recursive: true });
  write(root, 'package.json', '{ "type": "module" }');
  write(
    root,
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { topics: defineCollection({ loader: glob({ base: ${JSON.stringify(folder)}, pattern: '**/*.md' }) }) };`,
  );
  const { unified } = await import('@astrojs/markdown-remark');
  const markdown = { syntaxHighlight: false as const, ...(processor === 'remark' ? { processor: unified() } : {}) };
  await sync({ root, logLevel: 'silent', configFile: false, markdown });
  mustExist(root, ['.astro/data-store.json', 'node_modules/.astro/data-store.json']);
}

/* Only if it changed: the tools take a new configuration for a reason to begin again. */
function write(root: string, name: string, text: string): void {
  if (!existsSync(join(root, name))) writeFileSync(join(root, name), text);
}

function mustExist(root: string, names: readonly string[]): void {
  const sizes = names.map((name) => (existsSync(join(root, name)) ? statSync(join(root, name)).size : 0));
  if (Math.max(...sizes) < 10_000) throw new Error('nothing was built');
}
