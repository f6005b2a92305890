import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, line, print, type Point } from './plot.ts';

const RIDES: readonly Point[] = [
  [1, 2],
  [2, 4],
  [3, 5],
  [4, 9],
];

/** The taxi rides of the worked example, their line, their residuals, and the line without the last ride. */
export function drawLinearRegression(): string {
  const fitted = fitLine(RIDES);
  const without = fitLine(RIDES.slice(0, 3));
  const last = RIDES[3]!;
  const chart = panel({ left: 50, top: 50, right: 630, bottom: 340 }, { from: 0, to: 5.6 }, { from: -1, to: 10 });
  const ends = (model: Line, from: number, to: number): Point[] => [from, to].map((x) => [x, predict(model, x)]);
  return figure(
    {
      title: 'Least squares through four taxi rides',
      description:
        'Four points, the line of least squares with red residuals, and the flatter line without the last point.',
      height: 402,
    },
    [
      axisY(chart, [0, 5, 10], 'minutes'),
      axisX(chart, [0, 1, 2, 3, 4], 'km'),
      chart.curve(ends(without, 0.4, 4.4), { tone: 'grey', thin: true, dashed: true }),
      chart.curve(ends(fitted, 0, 1), { thin: true, dashed: true }),
      chart.curve(ends(fitted, 1, 4.4)),
      ...RIDES.map(([x, y]) => {
        const residual = y - predict(fitted, x);
        const [px, py] = chart.at(x, y);
        const below = residual < 0;
        return [
          line([chart.at(x, y), chart.at(x, y - residual)], { tone: 'red' }),
          dot([px, py]),
          label([px - (below ? 0 : 12), py + (below ? 24 : -12)], print(residual, 1), {
            tone: 'red',
            at: below ? 'middle' : 'end',
            printed: true,
          }),
        ].join('\n');
      }),
      label(chart.at(4.48, predict(fitted, 4.45)), 'all four'),
      label(chart.at(4.48, predict(without, 4.45)), 'first three'),
      label([chart.right, chart.at(0, 2.9)[1]], 'from the first three,', { at: 'end' }),
      label(
        [chart.right, chart.at(0, 1.8)[1]],
        `the fourth is off by ${print(last[1] - predict(without, last[0]), 2)}`,
        {
          at: 'end',
          printed: true,
        },
      ),
    ],
  );
}

interface Line {
  intercept: number;
  slope: number;
}

function fitLine(points: readonly Point[]): Line {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const slope = mean(points.map(([x, y]) => (x - mx) * (y - my))) / mean(points.map(([x]) => (x - mx) ** 2));
  return { intercept: my - slope * mx, slope };
}

function predict({ intercept, slope }: Line, x: number): number {
  return intercept + slope * x;
}
