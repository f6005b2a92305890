import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Body } from '@mlguide/core';

import { KEYMAP } from '../src/keymap.ts';
import type { Library } from '../src/library.ts';
import type { State } from '../src/state.ts';
import { lineText } from '../src/typeset/line.ts';
import { frameLines } from '../src/view/frame.ts';
import { openFixture } from './guide-fixture.ts';
import { InkSession } from './ink-session.ts';

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
  const steps = Number(process.env['FUZZ'] ?? 500);
  const seed = Number(process.env['SEED'] ?? 20_261);
  const random = generator(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const special = [
    '\r',
    '\t',
    '\u001b',
    ' ',
    '\u007f',
    '\u001b[A',
    '\u001b[B',
    '\u001b[C',
    '\u001b[D',
    '\u001b[5~',
    '\u001b[6~',
    '\u0006',
    '\u0004',
    '\u000c',
    '\u001b[<0;5;5M',
    '\u001b[<64;40;8M',
    '\u001b[<65;40;8M',
    '\u001b[1;2B',
    '\u001b[99~',
    'é',
    '言',
    '👍',
  ];
  const letters = KEYMAP.flatMap(({ keys }) => keys).filter((key) => key.length === 1 && key !== 'q');
  const session = await open([80, 24]);
  const trail: string[] = [];
  for (let step = 1; step <= steps; step++) {
    if (random() < 0.04) {
      const size = [1 + Math.floor(random() * 160), 1 + Math.floor(random() * 60)] as const;
      trail.push(size.join('x'));
      session.resize(...size);
    } else {
      const key = random() < 0.3 ? pick(special) : pick(letters);
      trail.push(JSON.stringify(key));
      session.type(key);
    }
    if (random() < 0.2) await session.settle();
    if (step % 50 !== 0) continue;
    await session.settle();
    const fresh = await open(session.store.getState());
    const where = `seed ${seed}, step ${step}: ${trail.slice(-60).join(' ')}`;
    expect(session.screen.cells(), where).toEqual(fresh.screen.cells());
    fresh.stop();
  }
  expect(session.errors).toEqual([]);
}, 600_000);

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
