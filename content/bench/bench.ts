/**
 * Measures what it costs to depend on the guide, next to data packages that people like: size packed and unpacked, and
 * the time of `import` in a fresh process. One run measures all, in interleaved rounds, so that a busy machine is
 * unfair to all of them alike.
 *
 * ```sh
 * npx -y pnpm@12 --filter @mlguide/content bench
 * ```
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ROUNDS = Number(process.env['ROUNDS'] ?? 21);
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** A package, and programs that use it. */
interface Candidate {
  name: string;
  /** Imports it, as its README says. */
  load: string;
  /** Counts its entries: an expression of `data`, which is what {@link load} gives. What one can look up counts. */
  count: string;
}

const ours: Candidate = {
  name: '@mlguide/content',
  load: `(await import('@mlguide/content'))`,
  count: `Object.keys(data.guide.nodes).length`,
};

const candidates: Candidate[] = [
  ours,
  {
    name: 'web-features',
    load: `(await import('web-features'))`,
    count: `['browsers', 'features', 'groups', 'snapshots'].reduce((sum, key) => sum + Object.keys(data[key]).length, 0)`,
  },
  { name: 'simple-icons', load: `(await import('simple-icons'))`, count: `Object.keys(data).length` },
  {
    name: 'emojibase-data',
    load: `(await import('emojibase-data/en/data.json', { with: { type: 'json' } })).default`,
    count: `data.reduce((sum, { skins }) => sum + 1 + (skins?.length ?? 0), 0)`,
  },
  {
    name: '@mdn/browser-compat-data',
    load: `(await import('@mdn/browser-compat-data', { with: { type: 'json' } })).default`,
    count: `(function count(tree) {
      return Object.entries(tree).reduce((sum, [key, value]) =>
        sum + (key === '__compat' ? 1 : value && typeof value === 'object' && !Array.isArray(value) ? count(value) : 0), 0);
    })(data)`,
  },
];

interface Measure {
  importing: number;
  /** Importing and then counting, for what is only read when it is asked for. */
  reading: number;
  entries: number;
}

function measure({ load, count }: Candidate): Measure {
  const code = `const start = performance.now();
    const data = ${load};
    const importing = performance.now() - start;
    const entries = ${count};
    console.log(JSON.stringify({ importing, reading: performance.now() - start, entries }));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: HERE, encoding: 'utf8' });
  return JSON.parse(said) as Measure;
}

/** What is in a package, and what is downloaded of it. (`npm pack` does not pack every package that npm installed.) */
function sizes(name: string): { packed: number; unpacked: number } {
  const folder = fileURLToPath(new URL(name === ours.name ? '../' : `../node_modules/${name}/`, import.meta.url));
  // What is installed is what was published; of ours npm says what would be.
  const parts = name === ours.name ? filesToPublish(folder) : ['.'];
  const all = Buffer.concat(parts.flatMap((part) => readAll(join(folder, part))));
  return { packed: gzipSync(all, { level: 9 }).length, unpacked: all.length };
}

function filesToPublish(folder: string): string[] {
  const how = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const said = execFileSync('npm', how, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [{ files }] = JSON.parse(said) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

function readAll(path: string): Buffer[] {
  if (statSync(path).isFile()) return [readFileSync(path)];
  const entries = readdirSync(path).filter((entry) => entry !== 'node_modules');
  return entries.flatMap((entry) => readAll(join(path, entry)));
}

const rounds = new Map<Candidate, Measure[]>(candidates.map((candidate) => [candidate, []]));
// The first round fills the disk's cache and does not count.
for (let round = 0; round <= ROUNDS; round++) {
  for (const candidate of candidates) {
    const result = measure(candidate);
    if (round > 0) rounds.get(candidate)!.push(result);
  }
}

const megabytes = (bytes: number) => Number((bytes / 1e6).toFixed(2));
const table = candidates.map((candidate) => {
  const results = rounds.get(candidate)!;
  const [{ entries }] = results as [Measure];
  const importing = median(results.map((result) => result.importing));
  const reading = median(results.map((result) => result.reading));
  const { packed, unpacked } = sizes(candidate.name);
  return {
    package: candidate.name,
    'packed MB': megabytes(packed),
    'unpacked MB': megabytes(unpacked),
    entries,
    'import ms': Number(importing.toFixed(1)),
    'µs an entry': Number(((importing / entries) * 1000).toFixed(1)),
    'import and read ms': Number(reading.toFixed(1)),
    'µs an entry, read': Number(((reading / entries) * 1000).toFixed(1)),
  };
});
console.table(table);
console.log(`Medians of ${ROUNDS} rounds, Node ${process.version}, each import in a process of its own.`);

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
