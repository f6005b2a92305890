import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, line, print, type Point } from './plot.ts';

const XS = [1, 2, 3, 4];
const YS = [2, 3, 7, 12];
const RATE = 0.5;

/** The worked example's constant, and the sums after one and two stumps, with what is left to explain. */
export function drawGradientBoosting(): string {
  const models = [0, 1, 2].map((rounds) => boost(rounds));
  return figure(
    {
      title: 'Two rounds of boosting',
      description:
        'Three panels: a constant, then a step, then two steps move towards four points, and the residuals shrink.',
      height: 350,
    },
    models.flatMap((model, round) => {
      const left = 42 + round * 205;
      const chart = panel(
        { left, top: 70, right: left + 180, bottom: 320 },
        { from: 0.5, to: 4.5 },
        { from: 0, to: 13 },
      );
      const fitted = XS.map((x) => predict(model, x));
      const error = XS.reduce((sum, _, index) => sum + (YS[index]! - fitted[index]!) ** 2, 0) / XS.length;
      return [
        label([left, 16], ['the mean', 'one stump', 'two stumps'][round]!, { strong: true }),
        label([left, 41], `error ${print(error, round === 0 ? 1 : 2)}`, { tone: 'red', printed: true }),
        axisY(
          chart,
          round === 0
            ? [0, 5, 10]
            : [
                [0, ''],
                [5, ''],
                [10, ''],
              ],
        ),
        axisX(chart, XS),
        ...XS.map((x, index) => line([chart.at(x, YS[index]!), chart.at(x, fitted[index]!)], { tone: 'red' })),
        chart.curve(staircase(model)),
        ...XS.map((x, index) => dot(chart.at(x, YS[index]!))),
      ];
    }),
  );
}

interface Stump {
  threshold: number;
  below: number;
  above: number;
}

interface Model {
  base: number;
  stumps: readonly Stump[];
}

function boost(rounds: number): Model {
  const model = { base: mean(YS), stumps: [] as Stump[] };
  for (let round = 0; round < rounds; round++) {
    model.stumps.push(fitStump(XS.map((x, index) => YS[index]! - predict(model, x))));
  }
  return model;
}

function fitStump(targets: readonly number[]): Stump {
  const candidates = XS.slice(1).map((x, index) => {
    const [low, high] = [targets.slice(0, index + 1), targets.slice(index + 1)];
    const stump = { threshold: x - 0.5, below: mean(low), above: mean(high) };
    const loss = [...low.map((r) => (r - stump.below) ** 2), ...high.map((r) => (r - stump.above) ** 2)];
    return { stump, loss: mean(loss) };
  });
  return candidates.toSorted((one, other) => one.loss - other.loss)[0]!.stump;
}

function predict({ base, stumps }: Model, x: number): number {
  return base + RATE * stumps.reduce((sum, { threshold, below, above }) => sum + (x <= threshold ? below : above), 0);
}

function staircase(model: Model): Point[] {
  const steps = model.stumps.map(({ threshold }) => threshold).toSorted((one, other) => one - other);
  const edges = [0.5, ...steps, 4.5];
  return edges.slice(1).flatMap((end, index): Point[] => {
    const value = predict(model, (edges[index]! + end) / 2);
    return [
      [edges[index]!, value],
      [end, value],
    ];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
