/** One measurement in a process of its own: `node bench/one.ts CASE FOLDER ROOT`. Prints its figures as JSON. */
import { join } from 'node:path';

import { unified } from 'unified';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';

import { parseGuide, readGuide, readSources } from '../src/author.ts';
import { satteri } from '../src/satteri.ts';

/** What a measurement prints. */
export interface Figures {
  /** Processor time of all threads, milliseconds. */
  cpu: number;
  /** Time on the clock, milliseconds. */
  wall: number;
  /** The most memory that the process held, megabytes. */
  memory: number;
}

/* `folder` holds the guide, `root` what a tool keeps from one run for the next. */
const [, , name = '', folder = '', root = ''] = process.argv;
const sources = /^(?:bare|tree)/.test(name) ? await readSources(folder) : [];
// What a rival imports is no part of its time, as it is no part of ours.
const rivals = await import('./rivals.ts');
if (name.startsWith('velite')) await import('velite');
if (name.startsWith('collections')) await import('@content-collections/core');
if (name.startsWith('astro')) await Promise.all([import('astro'), import('@astrojs/markdown-remark')]);

const cases: Record<string, () => unknown> = {
  // The trees are not kept: core does not keep them either.
  bare: () => {
    const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();
    for (const { text } of sources) processor.parse(text);
  },
  tree: () => parseGuide(sources),
  'tree-satteri': () => parseGuide(sources, { engine: satteri }),
  core: () => readGuide(folder),
  'core-cached': () => readGuide(folder, { cache: join(root, 'cache') }),
  'core-satteri': () => readGuide(folder, { engine: satteri }),
  'core-satteri-cached': () => readGuide(folder, { engine: satteri, cache: join(root, 'cache') }),
  velite: () => rivals.veliteBuild(folder, root),
  collections: () => rivals.contentCollectionsBuild(folder, root),
  astro: () => rivals.astroGlob(folder, root, 'remark'),
  'astro-satteri': () => rivals.astroGlob(folder, root, 'satteri'),
};

const before = process.cpuUsage();
const start = performance.now();
await cases[name]!();
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ cpu: (user + system) / 1000, wall, memory } satisfies Figures)}\n`);
process.exit(0);
