/** One measurement in a process of its own: `node bench/one.ts CASE FOLDER`. Prints its figures as JSON. */
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

const [, , name = '', folder = ''] = process.argv;
const cache = join(folder, '..', 'cache');
const sources = name.startsWith('read') ? [] : await readSources(folder);

const cases: Record<string, () => unknown> = {
  bare: () => {
    const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();
    return sources.map(({ text }) => processor.parse(text));
  },
  tree: () => parseGuide(sources),
  'tree-satteri': () => parseGuide(sources, { engine: satteri }),
  read: () => readGuide(folder),
  'read-cached': () => readGuide(folder, { cache }),
  'read-satteri': () => readGuide(folder, { engine: satteri }),
  'read-velite': () => velite(),
  'read-content-collections': () => contentCollections(),
  'read-astro': () => astro(),
};

/** Astro's `glob` loader with its remark processor, on a store in memory. */
async function astro(): Promise<void> {
  const { astroGlob } = await import('./rivals.ts');
  await astroGlob(folder);
}

async function velite(): Promise<void> {
  const { veliteBuild } = await import('./rivals.ts');
  await veliteBuild(folder);
}

async function contentCollections(): Promise<void> {
  const { contentCollectionsBuild } = await import('./rivals.ts');
  await contentCollectionsBuild(folder);
}

const before = process.cpuUsage();
const start = performance.now();
await cases[name]!();
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ cpu: (user + system) / 1000, wall, memory } satisfies Figures)}\n`);
process.exit(0);
