import { axisX, axisY, panel } from './panel.ts';
import { dot, dots, figure, label, print, type Point } from './plot.ts';
import { gaussian, seeded } from './random.ts';

const NOISE = 0.04;
const XS = Array.from({ length: 21 }, (_, index) => (index - 10) / 10);
const KS = [1, 3, 5, 7, 9, 11, 13, 15];
const SETS = 2000;

/** The worked example: squared bias and variance by the number of neighbours, and the same error by simulation. */
export function drawBiasAndVariance(): string {
  // The most flexible model stands on the right, as in every textbook.
  const chart = panel({ left: 60, top: 50, right: 520, bottom: 320 }, { from: 15, to: 1 }, { from: 0, to: 0.042 });
  const curve = (value: (k: number) => number) => KS.map((k): Point => [k, value(k)]);
  const sum = (k: number) => squaredBias(k) + NOISE / k;
  const best = KS.toSorted((one, other) => sum(one) - sum(other))[0]!;
  const simulated = simulate();
  return figure(
    {
      title: 'Squared bias and variance by flexibility',
      description:
        'Squared bias falls and variance rises as fewer neighbours are averaged; their sum is lowest at seven.',
      height: 382,
    },
    [
      axisY(chart, [0, 0.02, 0.04], 'squared error at x = 0'),
      axisX(chart, KS, 'neighbours averaged, k'),
      chart.curve(curve(squaredBias), { tone: 'grey' }),
      chart.curve(
        curve((k) => NOISE / k),
        { tone: 'grey', dashed: true },
      ),
      chart.curve(curve(sum), { tone: 'red' }),
      dots(
        KS.map((k, index) => chart.at(k, simulated[index]!)),
        { tone: 'ink', radius: 4 },
      ),
      dot(chart.at(best, sum(best)), { tone: 'red', hollow: true, thin: true, radius: 11 }),
      label([chart.at(best, 0)[0], chart.at(1, sum(best))[1] - 26], print(sum(best), 4), {
        tone: 'red',
        at: 'middle',
        printed: true,
      }),
      label([chart.right + 12, chart.at(1, 0.04)[1]], 'sum', { tone: 'red' }),
      label(chart.at(14.7, 0.0075), 'variance'),
      label([chart.right + 12, chart.at(1, 0.0005)[1]], 'bias²'),
    ],
  );
}

/** The indices of the k points nearest to zero, for odd k. */
function nearest(k: number): number[] {
  return XS.map((_, index) => index).filter((index) => Math.abs(index - 10) <= (k - 1) / 2);
}

function squaredBias(k: number): number {
  return (nearest(k).reduce((sum, index) => sum + XS[index]! ** 2, 0) / k) ** 2;
}

/** The mean squared error of each k over many training sets. */
function simulate(): number[] {
  const random = seeded(1);
  const errors = KS.map(() => 0);
  for (let set = 0; set < SETS; set++) {
    const targets = XS.map((x) => x * x + Math.sqrt(NOISE) * gaussian(random));
    KS.forEach((k, index) => {
      const estimate = nearest(k).reduce((sum, i) => sum + targets[i]!, 0) / k;
      errors[index] = errors[index]! + estimate ** 2 / SETS;
    });
  }
  return errors;
}
