import { panel, type Panel } from './panel.ts';
import { area, arrow, dot, figure, label, line, print, type Point } from './plot.ts';

const AWKWARD: Point = [1, 1];
const POSITIVES: readonly Point[] = [[2, 2], [3, 3], AWKWARD];
const NEGATIVES: readonly Point[] = [
  [0, 0],
  [-1, 0],
];
const AXIS = { from: -1.5, to: 3.5 };

/** The worked example with its awkward point: the wide margin that ignores it and the narrow one that obeys it. */
export function drawSupportVectorMachines(): string {
  const at = (left: number) => panel({ left, top: 44, right: left + 290, bottom: 334 }, AXIS, AXIS);
  return figure(
    {
      title: 'A wide and a narrow margin',
      description:
        'The same five points twice: with a wide margin that one point violates, and with a narrow one that none does.',
      height: 346,
    },
    [
      ...drawMargin(at(10), 'wide, one violation', { slope: 0.5, intercept: -1 }),
      ...drawMargin(at(340), 'narrow, no violation', { slope: 1, intercept: -1 }),
    ],
  );
}

/** A plane whose two weights are equal, as both planes of the example are. */
interface Plane {
  slope: number;
  intercept: number;
}

function drawMargin(chart: Panel, title: string, { slope, intercept }: Plane): string[] {
  const place = ([x, y]: Point) => chart.at(x, y);
  /** Where x + y stands when the score is this. */
  const sumAt = (score: number) => (score - intercept) / slope;
  const [low, middle, high] = [-1, 0, 1].map((score) => clip(sumAt(score)));
  const width = (sumAt(1) - sumAt(-1)) / Math.SQRT2;
  const foot: Point = [0.6 + sumAt(-1), -0.6];
  const head: Point = [foot[0] + width / Math.SQRT2, foot[1] + width / Math.SQRT2];
  return [
    area(band(low!, high!).map(place)),
    ...[low!, high!].map((edge) => line(edge.map(place), { tone: 'red', thin: true })),
    line(middle!.map(place), { tone: 'red' }),
    arrow(place(foot), place(head), { thin: true }),
    arrow(place(head), place(foot), { thin: true }),
    ...[...POSITIVES, ...NEGATIVES].map((point, index) => {
      const score = slope * (point[0] + point[1]) + intercept;
      const positive = index < POSITIVES.length;
      const supports = (positive ? score : -score) <= 1;
      return [
        dot(place(point), { hollow: !positive, tone: point === AWKWARD ? 'red' : 'ink' }),
        supports ? dot(place(point), { hollow: true, thin: true, radius: 12 }) : '',
      ].join('\n');
    }),
    label([chart.left, 18], title, { strong: true }),
    label([place(head)[0] + 8, place(head)[1] - 14], print(width, 2), { printed: true }),
  ];
}

/** What lies between two parallel lines, with the corners of the square that lie between them. */
function band(low: readonly Point[], high: readonly Point[]): Point[] {
  const { from, to } = AXIS;
  const corners = [
    [from, to],
    [to, from],
  ] as const;
  const between = ([x, y]: Point) => low[0]![0] + low[0]![1] < x + y && x + y < high[0]![0] + high[0]![1];
  const [upper, lower] = corners.map((corner) => (between(corner) ? [corner] : []));
  return [...low, ...lower!, ...high.toReversed(), ...upper!];
}

/** The line x + y = sum inside the square of the axes. */
function clip(sum: number): [Point, Point] {
  const { from, to } = AXIS;
  return [
    [Math.max(from, sum - to), Math.min(to, sum - from)],
    [Math.min(to, sum - from), Math.max(from, sum - to)],
  ];
}
