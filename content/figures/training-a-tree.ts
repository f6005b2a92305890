import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, line, print, spread, type Point } from './plot.ts';

/** Three impurities of a two-class node, and the gain of the worked example's two splits as heights below the curve. */
export function drawTrainingATree(): string {
  const left = panel({ left: 46, top: 50, right: 300, bottom: 320 }, { from: 0, to: 1 }, { from: 0, to: 1 });
  const right = panel({ left: 386, top: 50, right: 630, bottom: 320 }, { from: 0, to: 1 }, { from: 0, to: 0.6 });
  const curve = (impurity: (p: number) => number) => spread(0, 1, 61).map((p): Point => [p, impurity(p)]);
  const parent: Point = [3 / 8, gini(3 / 8)];
  const children: [Point, Point] = [
    [0, gini(0)],
    [3 / 4, gini(3 / 4)],
  ];
  const after = (4 / 8) * children[0][1] + (4 / 8) * children[1][1];
  return figure(
    {
      title: 'Impurity of a node with two classes, and the gain of a split',
      description:
        'Left: entropy, Gini and error by the share of one class. Right: the gain is the height of the Gini curve above a chord.',
      height: 382,
    },
    [
      axisY(left, [0, 0.5, 1], 'impurity'),
      axisX(left, [0, 0.5, 1], 'share of positives'),
      left.curve(curve(entropy)),
      left.curve(curve(gini), { tone: 'red' }),
      left.curve(
        [
          [0, 0],
          [0.5, 0.5],
          [1, 0],
        ],
        { tone: 'grey' },
      ),
      label(left.at(0.5, 0.84), 'entropy', { at: 'middle' }),
      label(left.at(0.5, 0.58), 'Gini', { at: 'middle', tone: 'red' }),
      label(left.at(0.5, 0.28), 'error', { at: 'middle' }),
      axisY(right, [0, 0.5], 'Gini gain at 4.5'),
      axisX(right, [0, [3 / 8, '3/8'], [3 / 4, '3/4'], 1], 'share of positives'),
      right.curve(curve(gini), { tone: 'red' }),
      right.curve(children, { thin: true }),
      line([right.at(parent[0], after), right.at(...parent)], { thin: true, dashed: true }),
      ...children.map((child) => dot(right.at(...child))),
      dot(right.at(...parent), { tone: 'red' }),
      label([right.at(0.375, 0)[0] + 8, right.at(0, 0.36)[1]], print(parent[1] - after, 3), { printed: true }),
    ],
  );
}

function gini(p: number): number {
  return 2 * p * (1 - p);
}

function entropy(p: number): number {
  const part = (q: number) => (q === 0 ? 0 : -q * Math.log2(q));
  return part(p) + part(1 - p);
}
