import { figure, label, print, rule, shape, type Point } from './plot.ts';

const KEYS = [
  [2, 2, 0, 0],
  [1, 1, 0, 0],
  [0, 0, 1, 1],
];
const CELL = 92;
const LARGEST = 56;

/** The keys of the worked example attending to themselves, without and with a causal mask; its query is the second. */
export function drawAttention(): string {
  return figure(
    {
      title: 'Attention weights as squares',
      description:
        'Two grids of three queries by three keys, each weight a square; in the second the cells above the diagonal are empty.',
      height: 350,
    },
    [
      ...drawGrid(
        44,
        'all may look',
        weigh(KEYS, () => true),
      ),
      ...drawGrid(
        360,
        'no looking ahead',
        weigh(KEYS, (i, j) => j <= i),
      ),
    ],
  );
}

function drawGrid(left: number, title: string, weights: readonly (readonly number[])[]): string[] {
  const top = 66;
  return [
    label([left, 16], title, { strong: true }),
    ...weights.flatMap((row, i) => [
      left < 100 ? label([left - 12, top + (i + 0.5) * CELL], `q${'₁₂₃'[i]}`, { at: 'end' }) : '',
      label([left + (i + 0.5) * CELL, top - 14], `k${'₁₂₃'[i]}`, { at: 'middle' }),
      ...row.map((weight, j) => drawCell(left + j * CELL, top + i * CELL, weight)),
    ]),
  ];
}

/** A square whose area is the weight, and the weight below it. */
function drawCell(x: number, y: number, weight: number): string {
  const middle: Point = [x + CELL / 2, y + CELL / 2 - 12];
  if (weight === 0) return rule([middle[0] - 7, middle[1]], [middle[0] + 7, middle[1]]);
  const half = Math.max(1.5, (Math.sqrt(weight) * LARGEST) / 2);
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  const outline = corners.map(([dx, dy]): Point => [middle[0] + dx * half, middle[1] + dy * half]);
  return [
    shape(outline, 'red'),
    label([middle[0], y + CELL - 15], print(weight, 3), { at: 'middle', small: true }),
  ].join('\n');
}

function weigh(queries: readonly number[][], allowed: (query: number, key: number) => boolean): number[][] {
  return queries.map((query, i) => {
    const scores = KEYS.map((key, j) =>
      allowed(i, j) ? query.reduce((sum, value, c) => sum + value * key[c]!, 0) / Math.sqrt(query.length) : -Infinity,
    );
    const exponentials = scores.map((score) => Math.exp(score - Math.max(...scores)));
    const total = exponentials.reduce((sum, value) => sum + value, 0);
    return exponentials.map((value) => value / total);
  });
}
