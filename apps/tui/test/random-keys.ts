import { KEYMAP } from '../src/keymap.ts';

/** Something that a reader does to the terminal. */
export type Step = { type: 'key'; input: string } | { type: 'resize'; columns: number; rows: number };

const SPECIAL = [
  '\r',
  '\t',
  '\u001b',
  ' ',
  '\u007f',
  '\u001b[A',
  '\u001b[B',
  '\u001b[C',
  '\u001b[D',
  '\u001b[H',
  '\u001b[F',
  '\u001b[3~',
  '\u001b[5~',
  '\u001b[6~',
  '\u001b[1;2B',
  '\u001b[1;2C',
  '\u001b[1;2D',
  '\u001b[1;3D',
  '\u001b[99~',
  '\u001b[I',
  '\u001b[<0;5;5M',
  '\u001b[<64;40;8M',
  '\u001b[<65;40;8M',
  '\u0004',
  '\u0006',
  '\u000c',
  '\u0013',
  '\u0015',
  '\u0017',
  '\u0018',
  'é',
  '言',
  '👍',
];
const LETTERS = KEYMAP.flatMap(({ keys }) => keys).filter((key) => key.length === 1 && key !== 'q');

/** Endless keys and sizes by lot, none of which ends the program: the same for the same seed. */
export function* randomSteps(seed: number): Generator<Step, never, undefined> {
  const random = generator(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  for (;;) {
    if (random() < 0.04)
      yield { type: 'resize', columns: 1 + Math.floor(random() * 160), rows: 1 + Math.floor(random() * 60) };
    else yield { type: 'key', input: random() < 0.3 ? pick(SPECIAL) : pick(LETTERS) };
  }
}

/** Steps as they are told in a message. */
export function trail(steps: readonly Step[]): string {
  return steps
    .map((step) => (step.type === 'resize' ? `${step.columns}x${step.rows}` : JSON.stringify(step.input)))
    .join(' ');
}

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
