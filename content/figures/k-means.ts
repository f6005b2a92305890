import { axisX, panel } from './panel.ts';
import { cross, dot, figure, label, line, print } from './plot.ts';

const POINTS = [1, 2, 3, 8, 10, 12];

interface Moment {
  step: 'assign' | 'update';
  owners: readonly number[];
  centres: readonly number[];
}

/** The worked example's run, one row a step: who belongs to whom, where the centres are, and the objective. */
export function drawKMeans(): string {
  const moments = run([1, 2]);
  const rowHeight = 64;
  const bottom = 40 + moments.length * rowHeight;
  const chart = panel({ left: 110, top: 40, right: 560, bottom }, { from: 0.5, to: 12.5 }, { from: 0, to: 1 });
  return figure(
    {
      title: 'Four steps of k-means on a line',
      description:
        'Six points on a line change sides and two centres move until each stands in the middle of three points.',
      height: bottom + 34,
    },
    [
      label([630, 18], 'J', { at: 'end' }),
      axisX(chart, [1, 2, 3, 8, 10, 12]),
      ...moments.flatMap(({ step, owners, centres }, index) => {
        const y = 40 + (index + 0.5) * rowHeight;
        const place = (value: number) => chart.at(value, 0)[0];
        const distance = POINTS.reduce((sum, point, i) => sum + (point - centres[owners[i]!]!) ** 2, 0);
        const tone = (owner: number) => (owner === 0 ? 'red' : 'ink');
        return [
          label([10, y], step),
          ...POINTS.flatMap((point, i) => [
            line(
              [
                [place(point), y],
                [place(centres[owners[i]!]!), y - 24],
              ],
              { tone: tone(owners[i]!), thin: true },
            ),
            dot([place(point), y], { tone: tone(owners[i]!), radius: 7 }),
          ]),
          ...centres.map((centre, owner) => cross([place(centre), y - 24], { tone: tone(owner), radius: 6 })),
          label([630, y], print(distance), { at: 'end', printed: true }),
        ];
      }),
    ],
  );
}

function run(start: readonly number[]): Moment[] {
  const moments: Moment[] = [];
  let centres = start;
  for (;;) {
    const owners = POINTS.map((point) => (Math.abs(point - centres[0]!) <= Math.abs(point - centres[1]!) ? 0 : 1));
    if (owners.join() === moments.at(-1)?.owners.join()) return moments;
    moments.push({ step: 'assign', owners, centres });
    centres = centres.map((_, owner) => {
      const members = POINTS.filter((_point, i) => owners[i] === owner);
      return members.reduce((sum, point) => sum + point, 0) / members.length;
    });
    moments.push({ step: 'update', owners, centres });
  }
}
