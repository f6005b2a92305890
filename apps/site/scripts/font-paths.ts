/** Curves as rows of places, and how far two of them stray from each other. */

/** A place in an outline. */
export type Spot = readonly [x: number, y: number];

/** Spots in a row, `x` and `y` in turns: an object for each would take most of the time. */
export type Path = number[];

/** Into how many straight lines a curve is taken apart to be looked at. */
const detail = 8;

/**
 * The places that a curve passes.
 *
 * @param pulls What draws it to itself; between two of them it passes the middle.
 */
export function pathOf(from: Spot, pulls: readonly Spot[], to: Spot): Path {
  const path: Path = [...from];
  let [startX, startY] = from;
  for (let index = 0; index < pulls.length; index++) {
    const pull = pulls[index]!;
    const next = pulls[index + 1];
    const [endX, endY] = next === undefined ? to : middle(pull, next);
    for (let step = 1; step <= detail; step++) {
      const t = step / detail;
      const a = (1 - t) * (1 - t);
      const b = 2 * t * (1 - t);
      const c = t * t;
      path.push(a * startX + b * pull[0] + c * endX, a * startY + b * pull[1] + c * endY);
    }
    [startX, startY] = [endX, endY];
  }
  if (pulls.length === 0) path.push(...to);
  return path;
}

/** The place halfway between two. */
export function middle(a: Spot, b: Spot): Spot {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** How far two paths that go the same way stray from each other; something more than `limit` if it is more. */
export function strayBetween(path: Path, other: Path, limit: number): number {
  const there = stray(path, other, limit ** 2);
  return Math.sqrt(there > limit ** 2 ? there : Math.max(there, stray(other, path, limit ** 2)));
}

/** The square of how far one path strays from another. */
function stray(path: Path, other: Path, limit: number): number {
  let most = 0;
  let near = 0;
  for (let at = 0; at < path.length && most <= limit; at += 2) {
    let least = Infinity;
    const end = Math.min(near + 2 * detail, other.length - 2);
    for (let from = near; from < end; from += 2) {
      const distance = distanceTo(path[at]!, path[at + 1]!, other, from);
      if (distance <= least) [least, near] = [distance, from];
      // It goes away again.
      else if (least <= limit) break;
    }
    most = Math.max(most, least);
  }
  return most;
}

/** The square of the distance of a spot from one straight piece of a path. */
function distanceTo(x: number, y: number, path: Path, at: number): number {
  const ax = path[at]!;
  const ay = path[at + 1]!;
  const ux = path[at + 2]! - ax;
  const uy = path[at + 3]! - ay;
  const length = ux * ux + uy * uy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / length));
  const dx = x - ax - t * ux;
  const dy = y - ay - t * uy;
  return dx * dx + dy * dy;
}
