import { existsSync, readFileSync } from 'node:fs';

import { afterEach, expect, test } from 'vitest';

import { PtySession } from './pty-session.ts';
import { randomSteps, trail, type Step } from './random-keys.ts';

/** After so long without output everything has been drawn. */
const QUIET_MS = 400;

let session: PtySession | undefined;
afterEach(() => session?.kill());

test('random keys and sizes end nothing, and the screen equals one that is drawn anew', async () => {
  const count = Number(process.env['FUZZ'] ?? 300);
  const seed = Number(process.env['SEED'] ?? 20_262);
  // A browser that opens nothing.
  session = PtySession.open({ columns: 80, rows: 24, env: { BROWSER: 'true' } });
  await session.untilShown('? keys');
  const steps: Step[] = [];
  for (const step of randomSteps(seed)) {
    steps.push(step);
    if (step.type === 'resize') session.resize(step.columns, step.rows);
    else session.pty.write(step.input);
    if (steps.length % 10 === 0) await pause(5);
    if (steps.length % 50 === 0)
      await compare(session, `seed ${seed}, step ${steps.length}: ${trail(steps.slice(-60))}`);
    if (steps.length >= count) break;
  }
  expect(session.exit).toBeUndefined();
}, 1_200_000);

/** Draws everything again on an empty screen, and holds it against what was there. */
async function compare(session: PtySession, where: string): Promise<void> {
  await quiet(session);
  expect(session.exit, where).toBeUndefined();
  const before = session.screen.cells();
  session.pty.write('\u000c');
  await quiet(session);
  expect(before, where).toEqual(session.screen.cells());
}

/** Waits until nothing has been written for a while. */
async function quiet(session: PtySession): Promise<void> {
  let length = -1;
  while (session.raw.length !== length) {
    length = session.raw.length;
    do await pause(QUIET_MS);
    while (isBusy(session.pty.pid));
  }
  await session.until('all of it to be drawn', () => true);
}

/** Whether a process wants to run: on a busy machine it may be silent because it has to wait for its turn. */
function isBusy(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  // The state is the letter behind the name, which stands in brackets. Elsewhere than on Linux time has to do.
  return existsSync(file) && /\) [RD] /.test(readFileSync(file, 'utf8'));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
