import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, line, print, type Point } from './plot.ts';

const EXAMPLES = 40;
const FEATURES = 100;
const NOISE = 0.04;

/** The expected test error of the topic's example, computed for every number of features. */
export function drawDoubleDescent(): string {
  const chart = panel(
    { left: 50, top: 50, right: 620, bottom: 320 },
    { from: 0, to: 100 },
    { from: 0.5, to: 30, log: true },
  );
  const curve = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index): Point => [from + index, risk(from + index)]);
  const wall = chart.at(EXAMPLES, 1)[0];
  const marks = [38, 100].map((features) => ({ features, error: risk(features) }));
  return figure(
    {
      title: 'Double descent',
      description:
        'Test error by number of features: it climbs to a peak at forty, the number of examples, and falls again.',
      height: 382,
    },
    [
      axisY(chart, [0.5, 1, 2, 5, 10, 20], 'expected test error'),
      axisX(chart, [0, 20, [EXAMPLES, '40 = n'], 60, 80, 100], 'features p'),
      line(
        [
          [wall, chart.top],
          [wall, chart.bottom],
        ],
        { tone: 'grey', thin: true, dashed: true },
      ),
      chart.curve(curve(0, EXAMPLES - 2), { tone: 'red' }),
      chart.curve(curve(EXAMPLES + 2, FEATURES), { tone: 'red' }),
      ...marks.map(({ features, error }) => dot(chart.at(features, error), { tone: 'red' })),
      label([chart.at(38, 1)[0] - 12, chart.at(1, marks[0]!.error)[1]], print(marks[0]!.error, 1), {
        tone: 'red',
        at: 'end',
        printed: true,
      }),
      label([chart.right, chart.at(1, marks[1]!.error)[1] - 36], print(marks[1]!.error, 2), {
        tone: 'red',
        at: 'end',
        printed: true,
      }),
      label([(chart.left + wall) / 2 - 20, chart.at(1, 4)[1]], 'one best fit', { at: 'middle' }),
      label([(chart.right + wall) / 2 + 60, chart.at(1, 4)[1]], 'many exact fits', { at: 'middle' }),
    ],
  );
}

/** The formula that the topic checks its table with. */
function risk(features: number): number {
  const captured = features / FEATURES;
  const rest = 1 - captured + NOISE;
  return features < EXAMPLES
    ? rest * (1 + features / (EXAMPLES - features - 1))
    : captured * (1 - EXAMPLES / features) + rest * (1 + EXAMPLES / (features - EXAMPLES - 1));
}
