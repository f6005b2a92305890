import { panel, type Panel } from './panel.ts';
import { cross, dot, dots, figure, label, spread, type Point, type Tone } from './plot.ts';

const CURVATURES: Point = [1, 100];
const RATE = 0.01;
const SHOWN = 30;
const RANGE = { from: -0.26, to: 1.06 };

/** The first steps in the worked example's ravine, with one step size, without and with momentum. */
export function drawMomentum(): string {
  const at = (top: number) => panel({ left: 4, top, right: 636, bottom: top + 150 }, RANGE, { from: -1.05, to: 1.05 });
  return figure(
    {
      title: 'A ravine, without and with momentum',
      description:
        'Thirty steps of one size: gradient descent creeps a quarter of the way, heavy ball swings from wall to wall, past the minimum.',
      height: 392,
    },
    [...drawRun(at(34), 'gradient descent', descend(0), 'ink'), ...drawRun(at(234), 'heavy ball', descend(0.9), 'red')],
  );
}

function drawRun(chart: Panel, name: string, path: readonly Point[], tone: Tone): string[] {
  return [
    label([chart.left, chart.top - 18], name, { strong: true }),
    ...[-1, -0.5, 0.5, 1].map((side) => chart.curve(wall(side), { tone: 'grey', thin: true })),
    chart.curve(path, { tone, thin: true }),
    dots(
      path.slice(1).map(([x, y]) => chart.at(x, y)),
      { tone, radius: 4.5 },
    ),
    dot(chart.at(...path[0]!), { tone, radius: 7 }),
    cross(chart.at(0, 0), { radius: 9 }),
  ];
}

function descend(momentum: number): Point[] {
  const path: Point[] = [[1, 1]];
  let velocity: Point = [0, 0];
  for (let step = 0; step < SHOWN; step++) {
    const [x, y] = path.at(-1)!;
    velocity = [momentum * velocity[0] + CURVATURES[0] * x, momentum * velocity[1] + CURVATURES[1] * y];
    path.push([x - RATE * velocity[0], y - RATE * velocity[1]]);
  }
  return path;
}

/** Where the loss is what it is at (0, side): in this stretch of so long a ravine nearly a straight line. */
function wall(side: number): Point[] {
  const loss = CURVATURES[1] * side * side;
  const height = (x: number) => Math.sign(side) * Math.sqrt((loss - CURVATURES[0] * x * x) / CURVATURES[1]);
  return spread(RANGE.from, RANGE.to, 30).map((x): Point => [x, height(x)]);
}
