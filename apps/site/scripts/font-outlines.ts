/**
 * Draws the outlines of a font with fewer points. STIX was drawn with cubic curves; TrueType, which is what browsers get,
 * spends two or three quadratic ones on each. Most of a font's bytes are points, and a fifth of them or more can go
 * without moving the outline by more than a reader could ever see.
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/glyf
 */

import { middle, pathOf, strayBetween, type Path, type Spot } from './font-paths.ts';

/** A point of an outline; between two that lie `off` the curve there is always one on it, in the middle. */
export interface Point {
  x: number;
  y: number;
  on: boolean;
}

/** A closed line of points. */
export type Contour = Point[];

/** A piece of a contour between two points on it; straight if nothing pulls at it. */
interface Run {
  from: Spot;
  pulls: Spot[];
  to: Spot;
  /** How it went in the beginning, close enough. */
  path: Path;
}

/** Lines that turn by less than this, as a sine, are one line to the eye. */
const smooth = 0.12;
/** How many pulls a run may have: to try out longer ones takes seconds and saves little. */
const mostPulls = 6;

/**
 * A contour with as few points as will do.
 *
 * @param contour Any.
 * @param tolerance How far the new line may stray from the old one, and the old from the new.
 */
export function simplifyContour(contour: Contour, tolerance: number): Contour {
  let runs = runsOf(contour).map((run) => shorten(run, tolerance));
  for (let index = 0; runs.length > 2 && index < runs.length;) {
    const [run, next] = [runs[index]!, runs[(index + 1) % runs.length]!];
    const joined = isSmooth(run, next) ? join(run, next, tolerance) : undefined;
    if (joined === undefined) {
      index++;
      continue;
    }
    // The last run joins the first one, which then stands in its place.
    runs = index === runs.length - 1 ? [...runs.slice(1, -1), joined] : runs.toSpliced(index, 2, joined);
    index = Math.max(0, index - 1);
  }
  return runs.flatMap(({ from, pulls }) => [pointAt(from, true), ...pulls.map((pull) => pointAt(pull, false))]);
}

function pointAt([x, y]: Spot, on: boolean): Point {
  return { x, y, on };
}

function runsOf(contour: Contour): Run[] {
  const start = contour.findIndex(({ on }) => on);
  const first = start === -1 ? [pointAt(middle(spotOf(contour.at(-1)!), spotOf(contour[0]!)), true)] : [];
  const points = [...first, ...contour.slice(Math.max(0, start)), ...contour.slice(0, Math.max(0, start))];
  const runs: Run[] = [];
  let [from, pulls]: [Spot, Spot[]] = [spotOf(points[0]!), []];
  for (const point of [...points.slice(1), points[0]!]) {
    if (!point.on) {
      pulls.push(spotOf(point));
      continue;
    }
    const to = spotOf(point);
    runs.push({ from, pulls, to, path: pathOf(from, pulls, to) });
    [from, pulls] = [to, []];
  }
  return runs;
}

function spotOf({ x, y }: Point): Spot {
  return [x, y];
}

/** Whether two runs go on into each other without a corner: two curves, or two straight lines. */
function isSmooth(run: Run, next: Run): boolean {
  if (run.pulls.length === 0 || next.pulls.length === 0)
    return run.pulls.length === next.pulls.length && isStraight(run, next);
  return isStraight(run, next);
}

function isStraight(run: Run, next: Run): boolean {
  const before = run.pulls.at(-1) ?? run.from;
  const after = next.pulls[0] ?? next.to;
  const [ax, ay] = [run.to[0] - before[0], run.to[1] - before[1]];
  const [bx, by] = [after[0] - run.to[0], after[1] - run.to[1]];
  const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by);
  return lengths > 0 && ax * bx + ay * by > 0 && Math.abs(ax * by - ay * bx) < smooth * lengths;
}

/** Two runs as one, if that is close enough. */
function join(run: Run, next: Run, tolerance: number): Run | undefined {
  const whole = { from: run.from, to: next.to, path: [...run.path, ...next.path.slice(2)] };
  if (run.pulls.length + next.pulls.length > mostPulls) return undefined;
  const pulls = fit(whole, [...run.pulls, ...next.pulls], tolerance);
  return pulls && shorten({ ...whole, pulls }, tolerance);
}

/** The run with fewer pulls, as long as that is close enough. */
function shorten(run: Run, tolerance: number): Run {
  for (;;) {
    const shorter = candidates(run)
      .map((pulls) => fit(run, pulls, tolerance))
      .find((pulls) => pulls !== undefined);
    if (shorter === undefined) return run;
    run = { ...run, pulls: shorter };
  }
}

/** Where the pulls might be if they were one fewer: two make place for one where their outer lines meet. */
function candidates({ from, pulls, to }: Run): Spot[][] {
  if (pulls.length === 0) return [];
  if (pulls.length === 1) return [[]];
  const all = [from, ...pulls, to];
  return pulls.slice(1).flatMap((_, index) => {
    const [a, b, c, d] = [all[index]!, all[index + 1]!, all[index + 2]!, all[index + 3]!];
    const meeting = meet(a, b, c, d) ?? middle(b, c);
    const spot: Spot = [Math.round(meeting[0]), Math.round(meeting[1])];
    return [[...pulls.slice(0, index), spot, ...pulls.slice(index + 2)]];
  });
}

/** Where the line from `a` through `b` meets that from `d` through `c`, beyond both. */
function meet(a: Spot, b: Spot, c: Spot, d: Spot): Spot | undefined {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - d[0], c[1] - d[1]];
  const cross = ux * vy - uy * vx;
  if (cross === 0) return undefined;
  const t = ((d[0] - a[0]) * vy - (d[1] - a[1]) * vx) / cross;
  const s = ((d[0] - a[0]) * uy - (d[1] - a[1]) * ux) / cross;
  return t > 0.5 && s > 0.5 && t < 4 && s < 4 ? [a[0] + t * ux, a[1] + t * uy] : undefined;
}

/** The pulls, moved about until they are close enough; nothing if they cannot be. */
function fit(
  { from, to, path }: Pick<Run, 'from' | 'to' | 'path'>,
  start: readonly Spot[],
  tolerance: number,
): Spot[] | undefined {
  let pulls = [...start];
  let best = strayBetween(path, pathOf(from, pulls, to), 3 * tolerance);
  for (const step of [2, 1]) {
    // What is far off will not get there, and most tries are far off.
    for (let moved = best <= 3 * tolerance; moved && best > tolerance;) {
      moved = false;
      for (const [index, dx, dy] of moves(from, pulls, to, step)) {
        const [x, y] = pulls[index]!;
        const tried = pulls.with(index, [x + dx, y + dy]);
        const far = strayBetween(path, pathOf(from, tried, to), best);
        if (far < best) [pulls, best, moved] = [tried, far, true];
      }
    }
  }
  return best <= tolerance ? pulls : undefined;
}

/** Which pulls can be moved where. A curve that leaves a point upright or level goes on doing so. */
function* moves(
  from: Spot,
  pulls: readonly Spot[],
  to: Spot,
  step: number,
): Iterable<[index: number, dx: number, dy: number]> {
  for (const [index, [x, y]] of pulls.entries()) {
    const ends = [...(index === 0 ? [from] : []), ...(index === pulls.length - 1 ? [to] : [])];
    if (!ends.some((end) => end[0] === x))
      yield* [
        [index, step, 0],
        [index, -step, 0],
      ] as const;
    if (!ends.some((end) => end[1] === y))
      yield* [
        [index, 0, step],
        [index, 0, -step],
      ] as const;
  }
}
