import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, print, type Point } from './plot.ts';

const LINKS: Readonly<Record<string, readonly string[]>> = { A: ['B', 'C'], B: ['C'], C: ['A'] };
const DAMPING = 0.85;
const ROUNDS = 14;

/** The ranks of the worked example's three pages, round by round. */
export function drawPagerank(): string {
  const chart = panel({ left: 56, top: 50, right: 510, bottom: 320 }, { from: 0, to: ROUNDS }, { from: 0.1, to: 0.5 });
  const rounds = iterate();
  const last = rounds.at(-1)!;
  return figure(
    {
      title: 'Power iteration on three pages',
      description: 'The ranks of A, B and C start equal, swing and settle within about ten rounds.',
      height: 382,
    },
    [
      axisY(chart, [0.1, 0.2, 0.3, 0.4, 0.5], 'rank'),
      axisX(chart, [0, 2, 4, 6, 8, 10, 12, 14], 'round'),
      ...Object.keys(LINKS).flatMap((page) => {
        const tone = page === 'C' ? 'red' : page === 'A' ? 'ink' : 'grey';
        const curve = rounds.map((ranks, round): Point => [round, ranks[page]!]);
        const [x, y] = chart.at(ROUNDS, last[page]!);
        return [
          chart.curve(curve, { tone }),
          ...curve.map((value) => dot(chart.at(...value), { tone, radius: 4 })),
          label([x + 14, y + (page === 'C' ? -10 : page === 'A' ? 14 : 0)], `${page} ${print(last[page]!, 3)}`, {
            tone: page === 'C' ? 'red' : 'ink',
            printed: true,
          }),
        ];
      }),
    ],
  );
}

function iterate(): Record<string, number>[] {
  const pages = Object.keys(LINKS);
  const rounds = [Object.fromEntries(pages.map((page) => [page, 1 / pages.length]))];
  for (let round = 0; round < ROUNDS; round++) {
    const next = Object.fromEntries(pages.map((page) => [page, (1 - DAMPING) / pages.length]));
    for (const [page, targets] of Object.entries(LINKS)) {
      for (const target of targets) next[target] = next[target]! + (DAMPING * rounds.at(-1)![page]!) / targets.length;
    }
    rounds.push(next);
  }
  return rounds;
}
