import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, spread, type Point } from './plot.ts';

/** The four losses of the topic's table as functions of the margin. */
export function drawHingeLoss(): string {
  const chart = panel({ left: 40, top: 50, right: 630, bottom: 340 }, { from: -2, to: 3.2 }, { from: 0, to: 4.2 });
  const curve = (loss: (margin: number) => number, from: number, to: number) =>
    spread(from, to, 80).map((margin): Point => [margin, loss(margin)]);
  return figure(
    {
      title: 'Four losses by margin',
      description: 'Hinge, squared hinge and logistic loss, and the zero–one error, as functions of the margin.',
      height: 402,
    },
    [
      axisY(chart, [0, 1, 2, 3, 4], 'loss'),
      axisX(chart, [[-2, '−2'], [-1, '−1'], 0, 1, 2, 3], 'margin'),
      chart.curve(
        [
          [-2, 1],
          [0, 1],
        ],
        { tone: 'grey' },
      ),
      chart.curve(
        [
          [0, 0],
          [3.2, 0],
        ],
        { tone: 'grey' },
      ),
      chart.curve(
        curve((m) => Math.max(0, 1 - m) ** 2, 1 - Math.sqrt(4.2), 1),
        { thin: true, dashed: true },
      ),
      chart.curve(curve((m) => Math.log1p(Math.exp(-m)), -2, 3.2)),
      chart.curve(
        [
          [-2, 3],
          [1, 0],
          [3.2, 0],
        ],
        { tone: 'red' },
      ),
      dot(chart.at(1, 0), { tone: 'red' }),
      label(chart.at(-0.72, 3.5), 'squared hinge'),
      label(chart.at(-1.6, 2.95), 'hinge', { tone: 'red' }),
      label(chart.at(1.5, 0.45), 'logistic'),
      label(chart.at(-1.95, 0.7), 'zero–one'),
    ],
  );
}
