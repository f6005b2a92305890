/**
 * What a reader waits for, in one run: `pnpm bench`. Times are milliseconds, medians of several runs; every figure of
 * ours stands beside bare node's or a pager's on the same machine at the same time.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PROGRAM } from '../test/program-path.ts';
import { PtySession } from '../test/pty-session.ts';
import { summary, timeToShow } from './first-frame.ts';

const RUNS = Number(process.env['RUNS'] ?? 15);
const TOPIC = process.env['TOPIC'] ?? 'gradient-boosting';
const node = process.execPath;
const folder = mkdtempSync(join(tmpdir(), 'mlguide-bench-'));
let over = 0;

try {
  await firstFrames();
  await keys();
  packageSize();
} finally {
  rmSync(folder, { recursive: true });
}
console.log(over === 0 ? '\nWithin every limit.' : `\n${over} over the limit.`);
process.exit(0);

async function firstFrames(): Promise<void> {
  const text = join(folder, 'topic.md');
  writeFileSync(text, execFileSync(node, [PROGRAM, 'show', TOPIC, '--markdown']));
  const title = readFileSync(text, 'utf8').split('\n')[0]!.replace('# ', '');
  const html = join(folder, 'topic.html');
  writeFileSync(html, `<pre>${readFileSync(text, 'utf8').replaceAll('<', '&lt;')}</pre>`);
  const contenders: [name: string, command: string, args: string[], shows: string][] = [
    ['bare node', node, ['-e', 'process.stdout.write("ready")'], 'ready'],
    ['mlguide', node, [PROGRAM], 'keys'],
    [`mlguide topic ${TOPIC}`, node, [PROGRAM, 'topic', TOPIC], 'keys'],
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
    if (measured === undefined) console.log(`  ${name.padEnd(34)} not on this machine`);
    else
      row(
        name,
        summary(measured).median,
        name.startsWith('mlguide') ? bare + 150 : undefined,
        `bare node + ${(summary(measured).median - bare).toFixed(0)}`,
      );
  }
}

async function keys(): Promise<void> {
  const many = join(folder, 'many.md');
  const topics = Array.from(
    { length: 10_000 },
    (_, index) => `${index % 100 === 0 ? `\n## Part ${index / 100 + 1}\n\n` : ''}- topic ${index + 1}`,
  );
  writeFileSync(many, `# Many topics\n${topics.join('\n')}\n`);
  const long = join(folder, 'long.md');
  const paragraph =
    'Words that fill a line, with *emphasis*, `code`, a formula $x_i^2 + y$ and a [link](https://example.org) in them. ';
  writeFileSync(long, `# Long\n\n## One topic\n\n${Array.from({ length: 1000 }, () => paragraph).join('\n\n')}\n`);
  console.log('\nFrom a key to the screen: median, 95th percentile, resident memory, CPU while idle');
  const cases: [name: string, args: string[], columns: number, rows: number, keys: string][] = [
    ['our guide, 80×24, tree', [], 80, 24, 'j'],
    ['our guide, 80×24, topic', ['topic', TOPIC], 80, 24, 'j'],
    ['our guide, 200×60, topic', ['topic', TOPIC], 200, 60, 'j'],
    ['10,000 topics, 200×60, tree', ['open', many], 200, 60, '*j'],
    ['a topic of 100 KB, 200×60', ['open', long], 200, 60, 'jl'],
  ];
  for (const [name, args, columns, rows, first] of cases) {
    const session = PtySession.open({ columns, rows }, args);
    await session.until('the first frame', () => session.screen.text().includes('? keys'), 120_000);
    await pause(1500);
    for (const key of first) await session.type(key);
    await pause(1000);
    const times: number[] = [];
    for (let press = 0; press < 60; press++) {
      times.push(await keyTime(session, press % 20 < 10 ? 'j' : 'k'));
      await pause(30);
    }
    const before = cpuTicks(session.pty.pid);
    await pause(2000);
    const idle = cpuTicks(session.pty.pid) - before;
    const memory = residentMegabytes(session.pty.pid);
    session.kill();
    const { median, p95 } = summary(times);
    row(name, median, 16);
    row('  95th percentile', p95, 33);
    row('  resident, MB', memory, 110);
    row('  CPU ticks in 2 s of idling', idle, 1);
  }
}

/** Milliseconds from writing a key until the program has written what it draws. */
function keyTime(session: PtySession, key: string): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    const end = (time: number) => {
      listener.dispose();
      clearTimeout(timer);
      resolve(time);
    };
    const listener = session.pty.onData(() => end(performance.now() - start));
    // A key at the end of a list draws nothing; that is no time at all.
    const timer = setTimeout(() => end(NaN), 500);
    session.pty.write(key);
  }).then((time) => (Number.isNaN(time as number) ? 0 : (time as number)));
}

function packageSize(): void {
  const dist = fileURLToPath(new URL('../dist', import.meta.url));
  const bytes = readdirSync(dist).reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json'], {
      cwd: join(dist, '..'),
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString(),
  ) as [{ size: number }];
  console.log('\nThe package');
  row('packed, KB', packed.size / 1000, 1000);
  row('unpacked, KB', bytes / 1000);
}

function row(name: string, value: number, limit?: number, remark = ''): void {
  const isOver = limit !== undefined && value > limit;
  if (isOver) over += 1;
  const said = limit === undefined ? '' : `${isOver ? 'OVER' : 'within'} ${limit.toFixed(0)}`;
  console.log(`  ${name.padEnd(34)} ${value.toFixed(1).padStart(8)}   ${said.padEnd(12)} ${remark}`.trimEnd());
}

function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
