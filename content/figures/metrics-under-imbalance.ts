import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, print, spread, type Point } from './plot.ts';

/** The topic's operating point. */
const TPR = 0.9;
const FPR = 0.05;
const BASE_RATES = [0.5, 0.1, 0.01, 0.001];

/** One ROC curve through the topic's operating point, and the precision–recall curves it means at four base rates. */
export function drawMetricsUnderImbalance(): string {
  const left = panel({ left: 46, top: 50, right: 270, bottom: 320 }, { from: 0, to: 1 }, { from: 0, to: 1 });
  const right = panel({ left: 340, top: 50, right: 564, bottom: 320 }, { from: 0, to: 1 }, { from: 0, to: 1 });
  const rates = operatingPoints();
  return figure(
    {
      title: 'One ROC curve, four precision–recall curves',
      description: 'Left: a steep ROC curve. Right: its precision–recall curves sink as positives get rarer.',
      height: 382,
    },
    [
      axisY(left, [0, 0.5, 1], 'TPR'),
      axisX(left, [0, 0.5, 1], 'FPR'),
      left.curve(rates),
      dot(left.at(FPR, TPR), { tone: 'red' }),
      label(left.at(0.16, 0.8), 'at any'),
      label([left.at(0.16, 0)[0], left.at(0, 0.8)[1] + 25], 'base rate'),
      axisY(right, [0, 0.5, 1], 'precision, by base rate'),
      axisX(right, [0, 0.5, 1], 'recall'),
      ...BASE_RATES.flatMap((base, index) => {
        const curve = rates.slice(1).map(([fpr, tpr]): Point => [tpr, precision(base, tpr, fpr)]);
        const value = precision(base, TPR, FPR);
        return [
          right.curve(curve, index === 0 ? {} : { thin: true }),
          dot(right.at(TPR, value), { tone: 'red' }),
          label([right.right + 10, right.at(0, value)[1]], `${print(base * 100, index === 3 ? 1 : 0)} %`, {
            printed: true,
          }),
        ];
      }),
    ],
  );
}

function precision(base: number, tpr: number, fpr: number): number {
  return (base * tpr) / (base * tpr + (1 - base) * fpr);
}

/** Both classes score on normal curves of equal width, as far apart as the topic's operating point says. */
function operatingPoints(): Point[] {
  const threshold = quantile(1 - FPR);
  const distance = threshold - quantile(1 - TPR);
  const thresholds = spread(6.5, -3.5, 161);
  const points = thresholds.map((t): Point => [1 - normal(t), 1 - normal(t - distance)]);
  return [[0, 0], ...points.filter(([fpr]) => fpr > 0), [1, 1]];
}

/** The share of a standard normal variable below `z`, by Simpson's rule. */
function normal(z: number): number {
  const from = -9;
  const parts = 400;
  const width = (z - from) / parts;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(from) + density(z);
  for (let part = 1; part < parts; part++) sum += density(from + part * width) * (part % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

function quantile(share: number): number {
  let [low, high] = [-9, 9];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (normal(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
