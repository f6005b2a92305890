/**
 * How fast core is, in ratios: `pnpm bench`. Each figure comes from a process of its own; rounds are interleaved, so that
 * what else the machine does falls on all alike; the table shows medians. `FILES=1000 ROUNDS=3` makes it smaller.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { makeFolder, makeReadme } from './corpus.ts';
import type { Figures } from './one.ts';
import type { SourceFile } from '../src/author.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const FILES = Number(process.env['FILES'] ?? 10_000);
const SEED = Number(process.env['SEED'] ?? 1);

const LABELS: Record<string, string> = {
  read: '**core**, cold',
  'read-cached': '**core**, unchanged',
  'read-satteri': '**core**, cold, engine `satteri`',
  'read-velite': 'velite, `s.markdown()`',
  'read-content-collections': 'content-collections, remark in its transform',
  'read-astro': 'Astro 7, `glob` loader, its own processor (Sätteri)',
};

const folder = mkdtempSync(join(tmpdir(), 'core-bench-'));
const started = performance.now();
try {
  console.log(report());
} finally {
  rmSync(folder, { recursive: true });
}

function report(): string {
  const few = write('few', makeFolder(FILES / 10, SEED));
  const many = write('many', makeFolder(FILES, SEED));
  const small = write('small', [makeReadme(300_000, SEED)]);
  const large = write('large', [makeReadme(3_000_000, SEED)]);
  measureOnce('read-cached', few); // Fills the cache of the warm runs.

  const a = rounds([
    ['bare', few],
    ['tree', few],
    ['bare', small],
    ['tree', small],
  ]);
  const b = rounds(
    [
      ['tree', small],
      ['tree', large],
      ['tree', few],
      ['tree', many],
    ],
    1,
  );
  const rivals = ['read', 'read-cached', 'read-satteri', 'read-velite', 'read-content-collections', 'read-astro'];
  const e = rounds(rivals.map((name) => [name, few] as const));
  measureOnce('read-cached', many);
  const big = rounds(
    rivals.map((name) => [name, many] as const),
    1,
  );
  const [files, tenth] = [FILES.toLocaleString('en'), (FILES / 10).toLocaleString('en')];
  return `Seed ${SEED}; ${ROUNDS} rounds (1 for the large inputs); ${cpus().length} × ${cpus()[0]?.model.trim()}; Node ${process.version}; ${((performance.now() - started) / 60_000).toFixed(1)} minutes.
All figures are processor time of all threads, from a cold start of the process, imports not counted.

| | what | measured | wanted |
| --- | --- | --- | --- |
| a | the tree, over bare remark, ${tenth} files | ${percent(a[1]!, a[0]!)} | at most +10 % |
| a | the tree, over bare remark, one file of 0.3 MB | ${percent(a[3]!, a[2]!)} | at most +10 % |
| b | ten times the text, 0.3 to 3 MB in one file | × ${ratio(b[1]!, b[0]!)} | at most × 12 |
| b | ten times the files, ${tenth} to ${files} | × ${ratio(b[3]!, b[2]!)} | at most × 12 |
| c | unchanged guide from the cache, ${tenth} files | ${ratio(e[0]!, e[1]!)} times faster | at least 20 |
| d | with the engine \`satteri\`, ${tenth} files | ${ratio(e[0]!, e[2]!)} times faster | at least 15 |
| d | with the engine \`satteri\`, ${files} files | ${ratio(big[0]!, big[2]!)} times faster | at least 15 |

| e | ${tenth} files | memory | ${files} files | memory |
| --- | --- | --- | --- | --- |
${rivals.map((name, index) => `| ${LABELS[name]} | ${cell(e[index]!)} | ${cell(big[index]!)} |`).join('\n')}
`;
}

function write(name: string, sources: readonly SourceFile[]): string {
  for (const { path, text } of sources) {
    const file = join(folder, name, 'guide', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, name, 'guide');
}

/** The median figures of each case; in every round each case runs once. Nothing for a case that fails. */
function rounds(cases: readonly (readonly [string, string])[], count = ROUNDS): (Figures | undefined)[] {
  const runs = Array.from({ length: count }, () => cases.map(([name, path]) => measureOnce(name, path)));
  return cases.map((_unused, index) => {
    const figures = runs.map((run) => run[index]).filter((one) => one !== undefined);
    return figures.toSorted((x, y) => x.cpu - y.cpu)[Math.floor((figures.length - 1) / 2)];
  });
}

function measureOnce(name: string, path: string): Figures | undefined {
  try {
    const script = join(import.meta.dirname, 'one.ts');
    const output = execFileSync(process.execPath, [script, name, path], {
      encoding: 'utf8',
      timeout: 300_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(output.trim().split('\n').at(-1)!) as Figures;
  } catch {
    return undefined; // A tool that does not run is said to be missing in the table.
  }
}

function ratio(above: Figures | undefined, below: Figures | undefined): string {
  return above && below ? (above.cpu / below.cpu).toFixed(1) : 'does not run';
}

function percent(whole: Figures | undefined, part: Figures | undefined): string {
  return whole && part ? `${((whole.cpu / part.cpu - 1) * 100).toFixed(0)} %` : 'does not run';
}

function cell(figures: Figures | undefined): string {
  return figures ? `${(figures.cpu / 1000).toFixed(2)} s | ${figures.memory.toFixed(0)} MB` : 'does not run | ';
}
