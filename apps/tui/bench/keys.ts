import { PtySession } from '../test/pty-session.ts';
import { cpuTicks, pause, residentMegabytes } from './proc.ts';
import { row, summary } from './report.ts';

/** A place in the program to press keys at. */
export interface Case {
  name: string;
  args: string[];
  columns: number;
  rows: number;
  /** Keys that lead there, and the two that are pressed in turn: ten times the one, ten times the other. */
  first: string;
  pair: readonly [string, string];
}

const PRESSES = 80;

/** Measures the time from a key to the screen, the memory, and the CPU that is used while nothing happens. */
export async function measureKeys({ name, args, columns, rows, first, pair }: Case): Promise<void> {
  const session = PtySession.open({ columns, rows }, args);
  await session.until('the first frame', () => session.screen.text().includes('? keys'));
  await pause(1500);
  for (const key of first) {
    await session.type(key);
    await pause(200);
  }
  await pause(1000);
  const times: number[] = [];
  for (let press = 0; press < PRESSES; press++) {
    const time = await keyTime(session, pair[press % 20 < 10 ? 0 : 1]);
    if (time !== undefined) times.push(time);
    await pause(30);
  }
  await pause(1000);
  const before = cpuTicks(session.pty.pid);
  await pause(3000);
  const idle = cpuTicks(session.pty.pid) - before;
  const memory = residentMegabytes(session.pty.pid);
  session.kill();
  if (times.length < PRESSES * 0.9)
    throw new Error(`${name}: expected keys that draw, ${times.length} of ${PRESSES} did`);
  const { median, p95 } = summary(times);
  row(name, median, 16);
  row('  95th percentile', p95, 33);
  row('  resident, MB', memory.now, 110);
  row('  at its peak, MB', memory.peak, 110);
  row('  CPU ticks in 3 s of idling', idle, 1);
}

/** Milliseconds from writing a key until the program has written what it draws; nothing if it draws nothing. */
function keyTime(session: PtySession, key: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const start = performance.now();
    const end = (time: number | undefined) => {
      listener.dispose();
      clearTimeout(timer);
      resolve(time);
    };
    const listener = session.pty.onData(() => end(performance.now() - start));
    const timer = setTimeout(() => end(undefined), 500);
    session.pty.write(key);
  });
}
