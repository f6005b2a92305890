import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, line, print, spread, type Point } from './plot.ts';

const scratch = (labels: number) => 0.05 + 4 / Math.sqrt(labels);
const transfer = (labels: number) => 0.06 + 1 / Math.sqrt(labels);

/** The two learning curves of the worked example, where they cross, and what 400 labels are worth. */
export function drawWhenToTransfer(): string {
  const chart = panel(
    { left: 60, top: 50, right: 560, bottom: 320 },
    { from: 300, to: 1e6, log: true },
    { from: 0, to: 0.29 },
  );
  const sizes = spread(Math.log(300), Math.log(1e6), 81).map(Math.exp);
  const curve = (error: (labels: number) => number) => sizes.map((labels): Point => [labels, error(labels)]);
  const crossing = ((4 - 1) / (0.06 - 0.05)) ** 2;
  const worth = (4 / (transfer(400) - 0.05)) ** 2;
  const level = transfer(400);
  return figure(
    {
      title: 'Learning curves from scratch and with transfer',
      description:
        'Error by number of labels: transfer is lower with few labels, and from scratch a little lower with very many.',
      height: 382,
    },
    [
      axisY(chart, [0, 0.1, 0.2], 'error'),
      axisX(
        chart,
        [
          [1000, '1,000'],
          [10_000, '10,000'],
          [100_000, '100,000'],
          [1_000_000, '1,000,000'],
        ],
        'labels',
      ),
      line([chart.at(400, level), chart.at(worth, level)], { tone: 'grey', thin: true, dashed: true }),
      chart.curve(curve(scratch)),
      chart.curve(curve(transfer), { tone: 'red' }),
      dot(chart.at(400, level), { tone: 'red' }),
      dot(chart.at(worth, level)),
      dot(chart.at(crossing, scratch(crossing)), { hollow: true, thin: true, radius: 10 }),
      label([chart.at(worth, 0)[0] + 12, chart.at(400, level)[1] - 12], print(worth), { printed: true }),
      label([chart.at(400, 0)[0], chart.at(400, level)[1] - 21], '400', { tone: 'red', at: 'middle', printed: true }),
      label([chart.at(crossing, 0)[0], chart.at(crossing, 0.03)[1]], `equal at ${print(crossing)}`, { at: 'middle' }),
      label(chart.at(740, 0.228), 'from scratch'),
      label([chart.at(700, 0)[0], chart.at(700, 0.06)[1]], 'with transfer', { tone: 'red' }),
    ],
  );
}
