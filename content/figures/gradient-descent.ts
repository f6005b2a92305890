import { panel } from './panel.ts';
import { dots, figure, label, print, rule, spread, type Point } from './plot.ts';

const XS = [1, 2, 3];
const SOLUTION: Point = [2, 1];
const STEPS = 7;

/** The worked example's loss along its steepest direction, and the first steps with three step sizes. */
export function drawGradientDescent(): string {
  const { curvature, direction } = steepest();
  // The run starts at w = b = 0; only its part along the steepest direction is drawn.
  const start = -(direction[0] * SOLUTION[0] + direction[1] * SOLUTION[1]);
  const runs = [
    { rate: 0.1, words: 'glides in' },
    { rate: 0.35, words: 'swings, settles' },
    { rate: 0.37, words: 'swings, diverges' },
  ];
  return figure(
    {
      title: 'Gradient descent with three step sizes',
      description:
        'Three parabolas: small steps glide down one side, larger ones swing across it, still larger ones climb out.',
      height: 330,
    },
    runs.flatMap(({ rate, words }, index) => {
      const left = 10 + index * 215;
      const chart = panel(
        { left, top: 66, right: left + 190, bottom: 310 },
        { from: -3.4, to: 3.4 },
        { from: 0, to: 31 },
      );
      const loss = (x: number) => (curvature / 2) * x * x;
      const path = Array.from({ length: STEPS + 1 }, (_, step): Point => {
        const x = start * (1 - rate * curvature) ** step;
        return [x, loss(x)];
      });
      return [
        label([left, 16], `step ${print(rate, 2).replace(/0$/, '')}`, { strong: true }),
        label([left, 41], words, { tone: 'red' }),
        rule([chart.left, chart.bottom], [chart.right, chart.bottom]),
        chart.curve(
          spread(-3.34, 3.34, 61).map((x): Point => [x, loss(x)]),
          { tone: 'grey', thin: true },
        ),
        chart.curve(path, { tone: 'red', thin: true }),
        dots(
          path.map(([x, y]) => chart.at(x, y)),
          { tone: 'red', radius: 4.5 },
        ),
        dots([chart.at(...path[0]!)], { tone: 'ink', radius: 6 }),
      ];
    }),
  );
}

/** The largest eigenvalue of the second derivatives of the loss in w and b, and its unit eigenvector. */
function steepest(): { curvature: number; direction: Point } {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, c] = [mean(XS.map((x) => x * x)), mean(XS)];
  const curvature = (a + 1 + Math.hypot(a - 1, 2 * c)) / 2;
  const length = Math.hypot(c, curvature - a);
  return { curvature, direction: [c / length, (curvature - a) / length] };
}
