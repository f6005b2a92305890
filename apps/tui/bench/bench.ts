/**
 * What a reader waits for, in one run: `pnpm bench`. Times are milliseconds, medians of several runs; every figure of
 * ours stands beside bare node's or a pager's on the same machine at the same time. The pagers are Debian's packages
 * `less`, `lowdown` and `w3m`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PROGRAM } from '../test/program-path.ts';
import { timeToShow } from './first-frame.ts';
import { writeLongTopic, writeManyTopics } from './guides.ts';
import { measureKeys } from './keys.ts';
import { pause, residentMegabytes } from './proc.ts';
import { conclude, row, summary } from './report.ts';

const RUNS = Number(process.env['RUNS'] ?? 15);
const TOPIC = process.env['TOPIC'] ?? 'gradient-boosting';
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const node = process.execPath;
const folder = mkdtempSync(join(tmpdir(), 'mlguide-bench-'));

try {
  await firstFrames();
  await keys();
  packageSize();
} finally {
  rmSync(folder, { recursive: true });
}
conclude();
process.exit(0);

async function firstFrames(): Promise<void> {
  const text = join(folder, 'topic.md');
  writeFileSync(text, execFileSync(node, [PROGRAM, 'show', TOPIC, '--markdown']));
  // Its first word: w3m moves the cursor instead of writing a space.
  const title = readFileSync(text, 'utf8').split('\n')[0]!.split(' ')[1]!;
  const html = join(folder, 'topic.html');
  writeFileSync(html, `<pre>${readFileSync(text, 'utf8').replaceAll('<', '&lt;')}</pre>`);
  const contenders: [name: string, command: string, args: string[], shows: string][] = [
    ['bare node', node, ['-e', 'process.stdout.write("ready")'], 'ready'],
    ['mlguide', node, [PROGRAM], 'keys'],
    [`mlguide topic ${TOPIC}`, node, [PROGRAM, 'topic', TOPIC], 'keys'],
    [`mlguide open, the same text`, node, [PROGRAM, 'open', text], 'keys'],
    [`mlguide show ${TOPIC}`, node, [PROGRAM, 'show', TOPIC], title],
    ['less', 'less', [text], title],
    ['lowdown | less', 'sh', ['-c', `lowdown -tterm "${text}" | less -R`], title],
    ['w3m', 'w3m', [html], title],
  ];
  const times = new Map<string, number[]>();
  const missing = new Set<string>();
  for (let run = 0; run < RUNS; run++) {
    // In turn, so that a busy moment of the machine falls on all of them.
    for (const [name, command, args, shows] of contenders) {
      if (missing.has(name)) continue;
      try {
        times.set(name, [...(times.get(name) ?? []), await timeToShow(command, args, shows)]);
      } catch {
        missing.add(name);
      }
    }
  }
  console.log(`First frame, ${RUNS} runs each`);
  const bare = summary(times.get('bare node')!).median;
  for (const [name] of contenders) {
    const measured = times.get(name);
    if (measured === undefined) {
      console.log(`  ${name.padEnd(34)} not on this machine: apt-get install less lowdown w3m`);
      continue;
    }
    const { median } = summary(measured);
    row(name, median, name.startsWith('mlguide') ? bare + 150 : undefined, `bare node + ${(median - bare).toFixed(0)}`);
  }
}

async function keys(): Promise<void> {
  const many = writeManyTopics(folder);
  const long = writeLongTopic(folder);
  console.log('\nFrom a key to the screen: median, 95th percentile, resident memory, CPU while idle');
  for (const [columns, rows] of [
    [80, 24],
    [200, 60],
  ] as const) {
    const size = `${columns}×${rows}`;
    const tree = { columns, rows, pair: ['j', 'k'] } as const;
    await measureKeys({ ...tree, name: `our guide, ${size}, tree`, args: [], first: '*' });
    // All answers open: a page longer than the largest screen.
    await measureKeys({ ...tree, name: `our guide, ${size}, topic`, args: ['topic', TOPIC], first: 'ag' });
    await measureKeys({ ...tree, name: `10,000 topics, ${size}, tree`, args: ['open', many], first: '*' });
    await measureKeys({ ...tree, name: `a topic of 100 KB, ${size}`, args: ['open', long], first: 'jl' });
  }
  console.log('\nThe process that parses what is opened, and ends: its peak, MB');
  for (const [name, path] of [
    ['10,000 topics', many],
    ['a topic of 100 KB', long],
  ] as const)
    row(name, await parserPeak(path));
}

async function parserPeak(path: string): Promise<number> {
  const child = spawn(node, [join(DIST, 'parse-process.js'), path], { stdio: ['ignore', 'ignore', 'ignore'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let peak = 0;
  let isRunning = true;
  void ended.then(() => (isRunning = false));
  while (isRunning) {
    try {
      peak = Math.max(peak, residentMegabytes(child.pid!).peak);
    } catch {
      // It has just ended.
    }
    await pause(10);
  }
  return peak;
}

function packageSize(): void {
  const sizes = readdirSync(DIST).map((file) => [file, statSync(join(DIST, file)).size] as const);
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: join(DIST, '..'),
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString(),
  ) as [{ size: number; unpackedSize: number }];
  console.log('\nThe package');
  row('packed, KB', packed.size / 1000, 1000);
  row('unpacked, KB', packed.unpackedSize / 1000, 1000);
  for (const [file, size] of sizes.toSorted((a, b) => b[1] - a[1]).slice(0, 6)) row(`  ${file}`, size / 1000);
}
