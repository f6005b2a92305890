import { axisX, axisY, panel } from './panel.ts';
import { dot, figure, label, line, type Point } from './plot.ts';

const POSITIVES = [0.9, 0.6, 0.4];
const NEGATIVES = [0.7, 0.4, 0.3, 0.1];

/** Where a threshold is written, seen from its point, if not below it on the right. */
const LABELS: Readonly<Record<number, readonly [dx: number, dy: number, at: 'start' | 'end']>> = {
  0.9: [14, -16, 'start'],
  0.7: [-4, 20, 'end'],
};

interface OperatingPoint {
  threshold: number;
  point: Point;
}

/** The worked example's curve, its thresholds, and the lines of equal cost that touch it. */
export function drawRocCurve(): string {
  const chart = panel({ left: 56, top: 50, right: 560, bottom: 366 }, { from: 0, to: 1 }, { from: 0, to: 1 });
  const points = operatingPoints();
  const slope = (miss: number, alarm: number) => (alarm * NEGATIVES.length) / (miss * POSITIVES.length);
  const touching = (miss: number, alarm: number) => {
    const cost = ([fpr, tpr]: Point) => miss * POSITIVES.length * (1 - tpr) + alarm * NEGATIVES.length * fpr;
    const best = points.toSorted((one, other) => cost(one.point) - cost(other.point))[0]!;
    return { point: best.point, slope: slope(miss, alarm) };
  };
  const ends = (point: Point, rise: number, left: number, right: number) =>
    [-left, right].map((run) => chart.at(point[0] + run, point[1] + run * rise));
  const dear = touching(5, 1);
  const cheap = touching(1, 5);
  return figure(
    {
      title: 'ROC curve of seven scores',
      description:
        'A staircase with one slanted step, its thresholds, and two lines of equal cost touching it at two points.',
      height: 428,
    },
    [
      axisY(chart, [0, [1 / 3, '1/3'], [2 / 3, '2/3'], 1], 'true-positive rate'),
      axisX(chart, [0, 0.25, 0.5, 0.75, 1], 'false-positive rate'),
      line([chart.at(0, 0), chart.at(1, 1)], { tone: 'grey', thin: true, dashed: true }),
      chart.curve(points.map(({ point }) => point)),
      line(ends(dear.point, dear.slope, 0.5, 0.1), { tone: 'red', thin: true }),
      line(ends(cheap.point, cheap.slope, 0.04, 0.09), { tone: 'red', thin: true }),
      ...points.slice(1).map(({ point, threshold }) => {
        const [x, y] = chart.at(...point);
        const best = point === dear.point || point === cheap.point;
        const tone = best ? 'red' : 'ink';
        const [dx, dy, at] = LABELS[threshold] ?? ([12, 19, 'start'] as const);
        return dot([x, y], { tone }) + label([x + dx, y + dy], String(threshold), { printed: true, tone, at });
      }),
      label([chart.at(0.5, 0)[0] + 12, chart.at(0, 1)[1] + 44], 'misses dear', { tone: 'red' }),
      label([chart.at(0, 0)[0] + 40, chart.at(0, 0.62)[1]], 'alarms', { tone: 'red' }),
      label([chart.at(0, 0)[0] + 40, chart.at(0, 0.62)[1] + 25], 'dear', { tone: 'red' }),
    ],
  );
}

function operatingPoints(): OperatingPoint[] {
  const share = (scores: readonly number[], threshold: number) =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const thresholds = [...new Set([...POSITIVES, ...NEGATIVES])].toSorted((one, other) => other - one);
  return [Infinity, ...thresholds].map((threshold) => ({
    threshold,
    point: [share(NEGATIVES, threshold), share(POSITIVES, threshold)],
  }));
}
