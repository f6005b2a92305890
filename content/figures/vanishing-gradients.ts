import { axisX, axisY, panel } from './panel.ts';
import { figure, label, print, spread, type Point } from './plot.ts';

/** What is left of a gradient after many steps, for the factors of the worked example. */
export function drawVanishingGradients(): string {
  const chart = panel(
    { left: 64, top: 50, right: 508, bottom: 340 },
    { from: 0, to: 100 },
    { from: 1e-8, to: 1e5, log: true },
  );
  const factors = [
    { factor: 1.1, value: print(1.1 ** 100) },
    { factor: 0.9, value: print(0.9 ** 100, 7) },
  ];
  const power = (factor: number, to: number) => spread(0, to, 2).map((steps): Point => [steps, factor ** steps]);
  return figure(
    {
      title: 'A gradient after up to 100 steps',
      description: 'On a logarithmic axis the factors 1.1, 1, 0.9 and 0.25 per step are straight lines that fan out.',
      height: 402,
    },
    [
      axisY(
        chart,
        [
          [1e4, '10⁴'],
          [1e2, '10²'],
          [1, '1'],
          [1e-2, '10⁻²'],
          [1e-4, '10⁻⁴'],
          [1e-6, '10⁻⁶'],
          [1e-8, '10⁻⁸'],
        ],
        'gradient, relative to the last step',
      ),
      axisX(chart, [0, 20, 40, 60, 80, 100], 'steps back in time'),
      chart.curve(power(1, 100), { tone: 'grey', thin: true, dashed: true }),
      chart.curve(power(0.25, Math.log(1e-8) / Math.log(0.25)), { tone: 'red' }),
      label([chart.at(14, 1)[0], chart.at(0, 1e-7)[1]], 'factor 0.25', { tone: 'red' }),
      ...factors.flatMap(({ factor, value }) => {
        const [x, y] = chart.at(100, factor ** 100);
        const inside = chart.at(50, factor ** 50);
        return [
          chart.curve(power(factor, 100)),
          label([x + 8, y], value, { printed: true }),
          label([inside[0], inside[1] + (factor > 1 ? -22 : 26)], `factor ${factor}`, { at: 'end' }),
        ];
      }),
    ],
  );
}
