import { existsSync, readFileSync } from 'node:fs';

import { afterEach, expect, test } from 'vitest';

import { pause, PtySession } from './pty-session.ts';
import { randomSteps, trail, type Step } from './random-keys.ts';

/** So often nothing is to be seen of a program that has drawn everything. */
const QUIET_LOOKS = 20;
const LOOK_MS = 20;

let session: PtySession | undefined;
afterEach(() => session?.kill());

test('random keys and sizes end nothing, and the screen equals one that is drawn anew', async () => {
  const count = Number(process.env['FUZZ'] ?? 300);
  const seed = Number(process.env['SEED'] ?? 20_262);
  session = await open();
  const steps: Step[] = [];
  for (const step of randomSteps(seed)) {
    steps.push(step);
    if (step.type === 'resize') session.resize(step.columns, step.rows);
    else session.pty.write(step.input);
    if (steps.length % 10 === 0) await pause(5);
    if (steps.length % 50 === 0) {
      const where = `seed ${seed}, step ${steps.length}: ${trail(steps.slice(-60))}`;
      await quiet(session);
      if (session.exit?.exitCode === 0 && mayHaveQuit(steps.slice(-100))) session = await open();
      await compare(session, where);
    }
    if (steps.length >= count) break;
  }
  expect(session.exit).toBeUndefined();
}, 1_200_000);

async function open(): Promise<PtySession> {
  // A browser that opens nothing.
  const opened = PtySession.open({ columns: 80, rows: 24, env: { BROWSER: 'true' } });
  await opened.untilShown('? keys');
  return opened;
}

/**
 * Whether the list of keys was opened and something chosen from it, which may have been `q`. (On which line Enter finds
 * the list depends on how many of the sizes before it the program was told of one by one.)
 */
function mayHaveQuit(steps: readonly Step[]): boolean {
  const inputs = steps.map((step) => (step.type === 'key' ? step.input : ''));
  const opened = inputs.indexOf('?');
  return opened !== -1 && inputs.includes('\r', opened);
}

/** Draws everything again on an empty screen, and holds it against what was there. */
async function compare(session: PtySession, where: string): Promise<void> {
  await quiet(session);
  expect(session.exit, where).toBeUndefined();
  const before = session.screen.cells();
  session.pty.write('\u000c');
  await quiet(session);
  expect(before, where).toEqual(session.screen.cells());
}

/** Waits until the program has had nothing to do and has written nothing for a while, look after look. */
async function quiet(session: PtySession): Promise<void> {
  let length = -1;
  for (let idle = 0; idle < QUIET_LOOKS;) {
    await pause(LOOK_MS);
    const isQuiet = session.raw.length === length && !isBusy(session.pty.pid);
    length = session.raw.length;
    idle = isQuiet ? idle + 1 : 0;
  }
  await session.drawn();
}

/** Whether a process wants to run: on a busy machine it may be silent because it has to wait for its turn. */
function isBusy(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  // The state is the letter behind the name, which stands in brackets: running, on a disk, or stopped. Elsewhere than on
  // Linux time has to do.
  return existsSync(file) && /\) [RDT] /.test(readFileSync(file, 'utf8'));
}
