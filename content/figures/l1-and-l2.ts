import { panel, type Panel } from './panel.ts';
import { area, dot, figure, label, line, print, rule, spread, type Point } from './plot.ts';

/** The second and third weight of the worked example, and its strength. */
const LEAST_SQUARES: Point = [-1, 0.4];
const STRENGTH = 0.5;
const RANGE = { from: -1.65, to: 1 };

/** The two smallest weights of the worked example, inside the balls that their penalties amount to. */
export function drawL1AndL2(): string {
  const at = (left: number) =>
    panel({ left, top: 40, right: left + 265, bottom: 305 }, RANGE, { from: -1.15, to: 1.5 });
  const ridge = LEAST_SQUARES.map((weight) => weight / (1 + STRENGTH)) as [number, number];
  const lasso = LEAST_SQUARES.map((weight) => Math.sign(weight) * Math.max(0, Math.abs(weight) - STRENGTH)) as [
    number,
    number,
  ];
  const round = Math.hypot(...ridge);
  const sharp = Math.abs(lasso[0]) + Math.abs(lasso[1]);
  const diamond: Point[] = [
    [sharp, 0],
    [0, sharp],
    [-sharp, 0],
    [0, -sharp],
    [sharp, 0],
  ];
  return figure(
    {
      title: 'Where the loss first touches the ball of L2 and of L1',
      description:
        'Circles of equal loss around the least-squares weights touch a disc off the axes and a diamond at its corner.',
      height: 322,
    },
    [
      ...drawBall(at(15), 'L2: both stay', circle([0, 0], round), ridge),
      ...drawBall(at(340), 'L1: one is zero', diamond, lasso),
    ],
  );
}

function drawBall(chart: Panel, title: string, ball: readonly Point[], best: Point): string[] {
  const place = ([x, y]: Point) => chart.at(x, y);
  const distance = Math.hypot(best[0] - LEAST_SQUARES[0], best[1] - LEAST_SQUARES[1]);
  return [
    label([chart.left, 18], title, { strong: true }),
    rule(chart.at(RANGE.from, 0), chart.at(RANGE.to, 0)),
    rule(chart.at(0, -0.9), chart.at(0, 1.2)),
    area(ball.map(place)),
    line(ball.map(place), { tone: 'red', thin: true }),
    ...[0.45, 1].map((share) => line(circle(LEAST_SQUARES, distance * share).map(place), { tone: 'grey', thin: true })),
    dot(place(LEAST_SQUARES)),
    dot(place(best), { tone: 'red', radius: 7 }),
    label(chart.at(0, -1.02), `(${best.map((weight) => print(weight, 3)).join(', ')})`, {
      tone: 'red',
      at: 'middle',
      printed: true,
    }),
    label(chart.at(LEAST_SQUARES[0], LEAST_SQUARES[1] + distance + 0.17), 'least squares', { at: 'middle' }),
    label(chart.at(RANGE.to + 0.04, 0), 'w₂', { small: true }),
    label(chart.at(0.06, 1.14), 'w₃', { small: true }),
  ];
}

function circle(centre: Point, radius: number): Point[] {
  return spread(0, 2 * Math.PI, 73).map((angle): Point => [
    centre[0] + radius * Math.cos(angle),
    centre[1] + radius * Math.sin(angle),
  ]);
}
