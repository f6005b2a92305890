import { axisX, axisY, panel } from './panel.ts';
import { arrow, dot, figure, label, line, print, type Point } from './plot.ts';

const POINTS: readonly Point[] = [
  [8, 6],
  [6, 8],
  [4, 2],
  [2, 4],
];

/** The worked example: four points, the two directions with their spread, and what one direction keeps. */
export function drawPca(): string {
  const chart = panel({ left: 40, top: 16, right: 440, bottom: 356 }, { from: 0, to: 10 }, { from: 0.75, to: 9.25 });
  const mean: Point = [0, 1].map((axis) => POINTS.reduce((sum, p) => sum + p[axis]!, 0) / POINTS.length) as [
    number,
    number,
  ];
  const components = principalAxes(mean);
  const [first, second] = components;
  const total = first.variance + second.variance;
  const tip = ({ direction, variance }: Component): Point => [
    mean[0] + direction[0] * Math.sqrt(variance),
    mean[1] + direction[1] * Math.sqrt(variance),
  ];
  const rebuilt = ([x, y]: Point): Point => {
    const score = (x - mean[0]) * first.direction[0] + (y - mean[1]) * first.direction[1];
    return [mean[0] + score * first.direction[0], mean[1] + score * first.direction[1]];
  };
  const place = ([x, y]: Point) => chart.at(x, y);
  const [far, near] = [tip(first), tip(second)].map(place);
  return figure(
    {
      title: 'Principal axes of four points',
      description: 'Four points, a long and a short axis through their mean, and each point’s foot on the long one.',
      height: 400,
    },
    [
      axisX(chart, [0, 2, 4, 6, 8, 10]),
      axisY(chart, [2, 4, 6, 8]),
      line([chart.at(1, 1), chart.at(9, 9)], { tone: 'grey', thin: true, dashed: true }),
      ...POINTS.map((point) => line([place(point), place(rebuilt(point))], { tone: 'grey', thin: true })),
      ...POINTS.map((point) => dot(place(rebuilt(point)), { hollow: true, thin: true, radius: 6 })),
      arrow(place(mean), far!, { tone: 'red' }),
      arrow(place(mean), near!, { tone: 'red' }),
      ...POINTS.map((point) => dot(place(point))),
      label(
        [far![0] + 22, far![1] + 16],
        `variance ${print(first.variance, 2)}, ${print((100 * first.variance) / total)} %`,
        { tone: 'red', printed: true },
      ),
      label([near![0] + 12, near![1] + 6], `variance ${print(second.variance, 2)}`, { tone: 'red', printed: true }),
    ],
  );
}

interface Component {
  direction: Point;
  variance: number;
}

/** The eigenvectors and eigenvalues of the covariance matrix, the largest first. */
function principalAxes(mean: Point): [Component, Component] {
  const covariance = (i: 0 | 1, j: 0 | 1) =>
    POINTS.reduce((sum, p) => sum + (p[i] - mean[i]) * (p[j] - mean[j]), 0) / (POINTS.length - 1);
  const [a, b, c] = [covariance(0, 0), covariance(0, 1), covariance(1, 1)];
  const angle = Math.atan2(2 * b, a - c) / 2;
  const half = Math.hypot(a - c, 2 * b) / 2;
  return [
    { direction: [Math.cos(angle), Math.sin(angle)], variance: (a + c) / 2 + half },
    { direction: [Math.sin(angle), -Math.cos(angle)], variance: (a + c) / 2 - half },
  ];
}
