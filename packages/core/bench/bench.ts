/**
 * How fast core is, in ratios: `pnpm bench`. Each figure comes from a process of its own; rounds are interleaved, so that
 * what else the machine does falls on all alike; the tables show medians. `FILES=1000 ROUNDS=1` makes it smaller;
 * `--record` puts the tables into `docs/performance.md`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import type { SourceFile } from '../src/author.ts';
import { makeFolder, makeReadme } from './corpus.ts';
import type { Figures } from './one.ts';
import { describeRun, goalTable, rivalTable, RIVALS, type Results } from './report.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const FILES = Number(process.env['FILES'] ?? 10_000);
const SEED = Number(process.env['SEED'] ?? 1);

const started = performance.now();
const corpus = mkdtempSync(join(tmpdir(), 'core-bench-'));
// The tools' own folders stand in this package, so that what they import is found.
const projects = mkdtempSync(join(import.meta.dirname, '.project-'));
try {
  const results = measureAll();
  const run = {
    seed: SEED,
    rounds: ROUNDS,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
    node: process.version,
    minutes: (performance.now() - started) / 60_000,
  };
  const report = [
    describeRun(run),
    goalTable(results, FILES),
    rivalTable(results.few, FILES / 10),
    rivalTable(results.many, FILES),
  ].join('\n\n');
  console.log(report);
  if (process.argv.includes('--record')) record(report);
} finally {
  rmSync(corpus, { recursive: true });
  rmSync(projects, { recursive: true });
}

function measureAll(): Results {
  const few = write('few', makeFolder(FILES / 10, SEED));
  const many = write('many', makeFolder(FILES, SEED));
  const small = write('small', [makeReadme(300_000, SEED)]);
  const large = write('large', [makeReadme(3_000_000, SEED)]);
  const parsing = ['bare', 'tree', 'tree-satteri'];
  const tools = RIVALS.flatMap(({ cold, warm }) => (warm === undefined ? [cold] : [cold, warm]));
  return {
    few: rounds(few, [...parsing, ...tools], ROUNDS),
    small: rounds(small, parsing, ROUNDS),
    // A run over ten times the text is long enough to be its own average.
    large: rounds(large, parsing, 1),
    many: rounds(many, [...parsing, ...tools], 1),
  };
}

function write(name: string, sources: readonly SourceFile[]): string {
  for (const { path, text } of sources) {
    const file = join(corpus, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(corpus, name);
}

/** The figures of each case in each round; none for a case that fails. In every round each case runs once. */
function rounds(folder: string, names: readonly string[], count: number): Map<string, Figures[]> {
  const all = new Map<string, Figures[]>(names.map((name) => [name, []]));
  for (let round = 0; round < count; round++) {
    for (const name of names) {
      const figures = measure(name, folder, round);
      if (figures) all.get(name)!.push(figures);
    }
  }
  return all;
}

/* A tool starts in an empty folder, and its `-warm` run in the one that this left. Core writes no cache unless told to. */
function measure(name: string, folder: string, round: number): Figures | undefined {
  const tool = name.replace(/-warm$/, '');
  const warm = tool !== name;
  const root = join(projects, `${basename(folder)}-${tool}-${round}`);
  mkdirSync(root, { recursive: true });
  if (warm && tool.startsWith('core')) runOnce(`${tool}-cached`, folder, root);
  return runOnce(warm && tool.startsWith('core') ? `${tool}-cached` : tool, folder, root);
}

function runOnce(name: string, folder: string, root: string): Figures | undefined {
  try {
    const output = execFileSync(process.execPath, [join(import.meta.dirname, 'one.ts'), name, folder, root], {
      encoding: 'utf8',
      timeout: 300_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(output.trim().split('\n').at(-1)!) as Figures;
  } catch {
    return undefined; // A tool that does not run is said to be missing in the table.
  }
}

function record(report: string): void {
  const page = join(import.meta.dirname, '../../../docs/performance.md');
  const [before, , after] = readFileSync(page, 'utf8').split(/(?<=<!-- bench -->\n)([\s\S]*?)(?=<!-- \/bench -->)/);
  if (after === undefined) throw new Error('expected `<!-- bench -->` … `<!-- /bench -->` in docs/performance.md');
  writeFileSync(page, `${before}\n${report}\n\n${after}`);
}
