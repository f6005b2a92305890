import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, line, print, rule, spread, type Point } from './plot.ts';

const PAYMENTS: readonly Point[] = [
  [0, 0],
  [2, 1],
  [6, 1],
];

/** The sigmoid of the worked example, its errors, and where one step of gradient descent moves it. */
export function drawLogisticRegression(): string {
  const before = { weight: 0.5, intercept: -1 };
  const after = step(before, 0.5);
  const chart = panel({ left: 50, top: 50, right: 492, bottom: 320 }, { from: 0, to: 8 }, { from: 0, to: 1 });
  const curve = (model: Model) => spread(0, 8, 81).map((x): Point => [x, probability(model, x)]);
  const boundary = -before.intercept / before.weight;
  return figure(
    {
      title: 'A sigmoid, its errors and its next step',
      description:
        'Probability of fraud by failed payments, with the errors of three examples and the curve after a step.',
      height: 382,
    },
    [
      axisY(chart, [0, 0.5, 1], 'probability of fraud'),
      axisX(chart, [0, 2, 4, 6, 8], 'failed payments today'),
      line([chart.at(boundary, 0), chart.at(boundary, 0.5)], { tone: 'grey', thin: true, dashed: true }),
      label([chart.at(boundary, 0)[0] + 10, chart.at(0, 0.09)[1]], 'boundary'),
      chart.curve(curve(after), { tone: 'grey', thin: true, dashed: true }),
      chart.curve(curve(before)),
      ...PAYMENTS.map(([x, y]) => {
        const error = probability(before, x) - y;
        const middle = chart.at(x, y + error / 2);
        return [
          line([chart.at(x, y), chart.at(x, y + error)], { tone: 'red' }),
          dot(chart.at(x, y)),
          label([middle[0] + (x === 2 ? -10 : 10), middle[1] + (x === 6 ? 24 : x === 2 ? -16 : 0)], print(error, 3), {
            tone: 'red',
            at: x === 2 ? 'end' : 'start',
            printed: true,
          }),
        ].join('\n');
      }),
      label([chart.right + 8, chart.at(0, probability(before, 8))[1] + 10], 'now'),
      label([chart.right + 8, chart.at(0, probability(after, 8))[1] - 8], 'one step on'),
      rule(chart.at(0, 0), chart.at(0, 1)),
    ],
  );
}

interface Model {
  weight: number;
  intercept: number;
}

function probability({ weight, intercept }: Model, x: number): number {
  return 1 / (1 + Math.exp(-(weight * x + intercept)));
}

function step(model: Model, rate: number): Model {
  const errors = PAYMENTS.map(([x, y]) => (probability(model, x) - y) / PAYMENTS.length);
  return {
    weight: model.weight - rate * errors.reduce((sum, error, index) => sum + error * PAYMENTS[index]![0], 0),
    intercept: model.intercept - rate * errors.reduce((sum, error) => sum + error, 0),
  };
}
