/** Bundles of the package hold what they use. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { build, type BuildOptions } from 'esbuild';
import { expect, test } from 'vitest';

import { guide } from '@mlguide/content';
import { topicsOf } from '@mlguide/core';

const [one, other] = topicsOf(guide).filter(({ body }) => (body?.words ?? 0) > 300);

async function bundle(
  code: string,
  options: BuildOptions = {},
): Promise<{ text: string; files: string[]; size: number }> {
  const result = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
    ...options,
  });
  const entry = result.outputFiles!.find(({ path }) => path.endsWith('stdin.js'))!;
  const files = Object.entries(result.metafile!.outputs).find(([path]) => path.endsWith('stdin.js'))![1].inputs;
  const kept = Object.entries(files).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { text: entry.text, files: kept.map(([path]) => path), size: entry.contents.byteLength };
}

test('a bundle that uses one topic holds one topic', async () => {
  const { files, size } = await bundle(`
    import page from '@mlguide/content/topics/${one!.id}';
    import unused from '@mlguide/content/topics/${other!.id}';
    console.log(page.node.title);`);
  const topics = files.filter((path) => path.includes('dist/topics/'));
  expect(topics).toEqual([expect.stringContaining(`dist/topics/${one!.id}.js`)]);
  expect(files.filter((path) => /(?:tree|index|search|markdown)\.js(?:on)?$/u.test(path))).toEqual([]);
  const page = readFileSync(new URL(`../dist/topics/${one!.id}.js`, import.meta.url)).length;
  console.log(`a bundle of one topic: ${size} bytes, its module: ${page}`);
  expect(size).toBeLessThan(page + 12_000);
});

test('a bundle of a topic that nobody uses holds nothing', async () => {
  const { text } = await bundle(`import page from '@mlguide/content/topics/${one!.id}';`);
  expect(text.trim()).toBe('');
});

test('a bundle for the browser splits the bodies off, and needs nothing of Node', async () => {
  const { files, text } = await bundle(
    `import { getTopic, loadBody, searchGuide } from '@mlguide/content';
     console.log(getTopic('x'), loadBody('x'), searchGuide('x'));`,
    { splitting: true },
  );
  expect(files.filter((path) => path.includes('/topics/') || path.endsWith('search.json'))).toEqual([]);
  expect(text).not.toMatch(/["']node:/u);
});

test('a bundle that runs elsewhere gives the same page', async () => {
  const { text } = await bundle(`
    import page from '@mlguide/content/topics/${one!.id}';
    export default page;`);
  const address = `data:text/javascript,${encodeURIComponent(text)}`;
  const [bundled, plain] = await Promise.all([
    import(/* @vite-ignore */ address) as Promise<{ default: unknown }>,
    import(/* @vite-ignore */ `@mlguide/content/topics/${one!.id}`) as Promise<{ default: unknown }>,
  ]);
  expect(bundled.default).toEqual(plain.default);
});
