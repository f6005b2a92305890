import { panel, type Panel } from './panel.ts';
import { cross, dot, dots, figure, label, spread, type Point } from './plot.ts';
import { gaussian, seeded } from './random.ts';

const EPSILON = 0.26;
const MIN_POINTS = 4;

/** Two moons and a few strays, as k-means and as DBSCAN see them. */
export function drawDbscan(): string {
  const points = moons();
  const at = (left: number) =>
    panel({ left, top: 46, right: left + 295, bottom: 236 }, { from: -1.35, to: 2.35 }, { from: -0.95, to: 1.43 });
  return figure(
    {
      title: 'Two moons, by k-means and by DBSCAN',
      description: 'k-means cuts both moons in two; DBSCAN follows each moon and leaves the strays as noise.',
      height: 256,
    },
    [
      ...drawLabels(at(10), 'k-means, k = 2', points, kMeans(points)),
      ...drawLabels(at(335), 'DBSCAN', points, dbscan(points)),
    ],
  );
}

function drawLabels(chart: Panel, title: string, points: readonly Point[], owners: readonly number[]): string[] {
  const of = (owner: number) => points.filter((_, index) => owners[index] === owner).map(([x, y]) => chart.at(x, y));
  return [
    label([chart.left, 18], title, { strong: true }),
    dots(of(0), { tone: 'red', radius: 4.5 }),
    ...of(1).map((place) => dot(place, { tone: 'ink', hollow: true, thin: true, radius: 4 })),
    ...of(-1).map((place) => cross(place, { tone: 'grey', radius: 5 })),
    ...of(-1)
      .slice(-1)
      .map(([x, y]) => label([x - 12, y], 'noise', { at: 'end' })),
  ];
}

function moons(): Point[] {
  const random = seeded(7);
  const jitter = () => 0.07 * gaussian(random);
  const upper = spread(0, Math.PI, 45).map((a): Point => [Math.cos(a) + jitter(), Math.sin(a) + jitter()]);
  const lower = spread(0, Math.PI, 45).map((a): Point => [1 - Math.cos(a) + jitter(), 0.5 - Math.sin(a) + jitter()]);
  const strays: Point[] = [
    [-1.1, -0.6],
    [1.9, 1.2],
    [-1.2, 1.2],
    [0.35, -0.75],
  ];
  return [...upper, ...lower, ...strays];
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

function kMeans(points: readonly Point[]): number[] {
  let centres: Point[] = [
    [0, 1],
    [1, -0.5],
  ];
  for (let round = 0; ; round++) {
    const owners = points.map((point) => (distance(point, centres[0]!) <= distance(point, centres[1]!) ? 0 : 1));
    const moved = centres.map((_, owner): Point => {
      const members = points.filter((_point, index) => owners[index] === owner);
      return [0, 1].map((axis) => members.reduce((sum, p) => sum + p[axis]!, 0) / members.length) as [number, number];
    });
    if (moved.every((centre, owner) => distance(centre, centres[owner]!) < 1e-9)) return owners;
    centres = moved;
  }
}

function dbscan(points: readonly Point[]): number[] {
  const around = points.map((point) => points.flatMap((other, j) => (distance(point, other) <= EPSILON ? [j] : [])));
  const owners = points.map(() => -1);
  let cluster = -1;
  points.forEach((_, index) => {
    if (owners[index] !== -1 || around[index]!.length < MIN_POINTS) return;
    cluster++;
    const queue = [index];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (owners[next] !== -1) continue;
      owners[next] = cluster;
      // Only core points extend a cluster.
      if (around[next]!.length >= MIN_POINTS) queue.push(...around[next]!);
    }
  });
  return owners;
}
