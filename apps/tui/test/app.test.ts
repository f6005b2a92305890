import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Body } from '@mlguide/core';

import type { Library } from '../src/library.ts';
import type { State } from '../src/state.ts';
import { lineText } from '../src/typeset/line.ts';
import { frameLines } from '../src/view/frame.ts';
import { openFixture } from './guide-fixture.ts';
import { InkSession } from './ink-session.ts';
import { randomSteps, trail, type Step } from './random-keys.ts';

let library: Library;
const bodies = new Map<string, Body | undefined>();
beforeAll(async () => {
  library = await openFixture();
  for (const id of ['', ...Object.keys(library.guide.nodes)]) bodies.set(id, await library.loadBody(id));
});

let sessions: InkSession[] = [];
afterEach(() => {
  for (const session of sessions) session.stop();
  sessions = [];
});

async function open(from: State | [number, number]): Promise<InkSession> {
  const session = new InkSession(library, bodies, from);
  sessions.push(session);
  await session.settle();
  return session;
}

test('Ink draws exactly the lines of the frame', async () => {
  const session = await open([80, 24]);
  session.type('jjl');
  await session.settle();
  expect(session.screen.lines()).toEqual(frameLines(session.store.getState()).map((line) => lineText(line).trimEnd()));
});

test('a burst of keys arrives as one string and is one frame', async () => {
  const session = await open([80, 24]);
  session.type('jjljjjkk\u001b[B\u001b[B\r');
  await session.settle();
  expect(session.store.getState().focus).toBe('page');
  expect(session.screen.lines()).toEqual(frameLines(session.store.getState()).map((line) => lineText(line).trimEnd()));
});

test('a smaller and a larger terminal are drawn anew', async () => {
  const session = await open([120, 40]);
  for (const [columns, rows] of [
    [20, 6],
    [200, 60],
    [60, 20],
    [59, 7],
    [300, 100],
    [5, 2],
  ] as const) {
    session.resize(columns, rows);
    await session.settle();
    expect(session.screen.lines(), `${columns} × ${rows}`).toEqual(
      frameLines(session.store.getState()).map((line) => lineText(line).trimEnd()),
    );
  }
});

test('random keys and sizes leave no exception, and the screen equals a fresh draw of the same state', async () => {
  const count = Number(process.env['FUZZ'] ?? 500);
  const seed = Number(process.env['SEED'] ?? 20_261);
  const session = await open([80, 24]);
  const steps: Step[] = [];
  for (const step of randomSteps(seed)) {
    steps.push(step);
    if (step.type === 'resize') session.resize(step.columns, step.rows);
    else session.type(step.input);
    if (steps.length % 5 === 0) await session.settle();
    if (steps.length % 50 === 0) {
      await session.settle();
      const fresh = await open(session.store.getState());
      const where = `seed ${seed}, step ${steps.length}: ${trail(steps.slice(-60))}`;
      expect(session.screen.cells(), where).toEqual(fresh.screen.cells());
      fresh.stop();
    }
    if (steps.length >= count) break;
  }
  expect(session.errors).toEqual([]);
}, 600_000);
