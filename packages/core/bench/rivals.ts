/** Other tools on the same files; each reads, parses with remark and collects. None goes below the level of files. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A folder for a tool's own files, gone when the work is done. It stands in this package, so that imports resolve. */
async function inProject(work: (root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(import.meta.dirname, '.project-'));
  try {
    await work(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** velite with `s.markdown()`: remark and rehype to HTML. */
export async function veliteBuild(folder: string): Promise<void> {
  const { build } = await import('velite');
  await inProject(async (root) => {
    const config = `import { defineConfig, s } from 'velite';
export default defineConfig({
  root: ${JSON.stringify(folder)},
  output: { data: ${JSON.stringify(join(root, 'data'))}, assets: ${JSON.stringify(join(root, 'assets'))} },
  collections: { topics: { name: 'Topic', pattern: '**/*.md', schema: s.object({ title: s.string(), content: s.markdown({ copyLinkedFiles: false }) }) } },
});`;
    writeFileSync(join(root, 'velite.config.js'), config);
    await build({ config: join(root, 'velite.config.js'), logLevel: 'silent' });
  });
}

/** content-collections, whose transform parses with remark. */
export async function contentCollectionsBuild(folder: string): Promise<void> {
  const { createBuilder } = await import('@content-collections/core');
  await inProject(async (root) => {
    const config = `import { defineCollection, defineConfig } from '@content-collections/core';
import * as v from 'valibot';
import { unified } from 'unified';
import remarkParse from 'remark-parse';
import remarkGfm from 'remark-gfm';
const processor = unified().use(remarkParse).use(remarkGfm).freeze();
const topics = defineCollection({
  name: 'topics', directory: ${JSON.stringify(relative(root, folder))}, include: '**/*.md',
  schema: v.object({ title: v.string(), content: v.string() }),
  transform: (document) => ({ title: document.title, tree: processor.parse(document.content) }),
});
export default defineConfig({ content: [topics] });`;
    writeFileSync(join(root, 'content-collections.ts'), config);
    const builder = await createBuilder(join(root, 'content-collections.ts'));
    await builder.build();
    if (!existsSync(join(root, '.content-collections', 'generated', 'allTopics.js')))
      throw new Error('nothing was built');
  });
}

/** Astro's own `glob` loader, which renders each file to HTML, with all of `astro sync` around it. */
export async function astroGlob(folder: string): Promise<void> {
  const { sync } = await import('astro');
  await inProject(async (root) => {
    mkdirSync(join(root, 'src'));
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(root, 'src', 'content.config.ts'),
      `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { topics: defineCollection({ loader: glob({ base: ${JSON.stringify(folder)}, pattern: '**/*.md' }) }) };`,
    );
    await sync({ root, logLevel: 'silent', configFile: false });
    const store = [join(root, '.astro', 'data-store.json'), join(root, 'node_modules', '.astro', 'data-store.json')];
    if (!store.some((file) => existsSync(file) && statSync(file).size > 10_000)) throw new Error('nothing was built');
  });
}
