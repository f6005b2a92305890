import { expect, it } from 'vitest';

import { simplifyContour, type Contour, type Point } from '../scripts/font-outlines.ts';

const on = (x: number, y: number): Point => ({ x, y, on: true });
const off = (x: number, y: number): Point => ({ x, y, on: false });

/** A circle about the origin, every piece of it a curve of its own. */
function circle(radius: number, pieces: number): Contour {
  return Array.from({ length: pieces }, (_, index) => {
    const [from, half] = [(2 * Math.PI * index) / pieces, Math.PI / pieces];
    const far = radius / Math.cos(half);
    const round = (length: number, angle: number) =>
      [Math.round(length * Math.cos(angle)), Math.round(length * Math.sin(angle))] as const;
    return [on(...round(radius, from)), off(...round(far, from + half))];
  }).flat();
}

/** Places that a contour passes, close to each other. */
function placesOn(contour: Contour): [x: number, y: number][] {
  const points = contour.flatMap((point, index) => {
    const next = contour[(index + 1) % contour.length]!;
    return point.on || next.on ? [point] : [point, on((point.x + next.x) / 2, (point.y + next.y) / 2)];
  });
  return points.flatMap((point, index) => {
    if (!point.on) return [];
    const [pull, to] = [points[(index + 1) % points.length]!, points[(index + 2) % points.length]!];
    return Array.from({ length: 20 }, (_, step): [number, number] => {
      const t = step / 20;
      const at = (axis: 'x' | 'y') =>
        pull.on
          ? (1 - t) * point[axis] + t * pull[axis]
          : (1 - t) ** 2 * point[axis] + 2 * t * (1 - t) * pull[axis] + t ** 2 * to[axis];
      return [at('x'), at('y')];
    });
  });
}

it('draws a circle with fewer points, nowhere further off than it may', () => {
  const drawn = circle(300, 16);
  for (const tolerance of [1, 3]) {
    const simple = simplifyContour(drawn, tolerance);
    expect(simple.length).toBeLessThan(0.7 * drawn.length);
    const radii = placesOn(simple).map(([x, y]) => Math.hypot(x, y));
    // The points of the circle itself were rounded.
    expect(Math.min(...radii)).toBeGreaterThan(300 - tolerance - 0.6);
    expect(Math.max(...radii)).toBeLessThan(300 + tolerance + 0.6);
  }
});

it('keeps corners, and takes points out of straight lines', () => {
  const square = [on(0, 0), on(50, 0), on(100, 0), on(100, 100), off(50, 100), on(0, 100)];
  expect(simplifyContour(square, 1)).toEqual([on(0, 0), on(100, 0), on(100, 100), on(0, 100)]);
  const wedge = [on(0, 0), on(60, 9), on(120, 0), on(60, 80)];
  expect(simplifyContour(wedge, 1)).toEqual(wedge);
});

it('keeps a curve upright where it was', () => {
  const leaf = [on(0, 0), off(0, 40), off(30, 100), on(80, 100), off(90, 100), off(100, 90), on(100, 80), off(100, 0)];
  const simple = simplifyContour(leaf, 2);
  expect(simple.length).toBeLessThan(leaf.length);
  expect(simple.slice(0, 2).map(({ x }) => x)).toEqual([0, 0]);
});

it('understands a contour without a point on it', () => {
  const loop = [off(-100, -100), off(100, -100), off(100, 100), off(-100, 100)];
  const radii = (contour: Contour) => placesOn(contour).map(([x, y]) => Math.hypot(x, y));
  const simple = simplifyContour(loop, 1);
  expect(Math.max(...radii(simple))).toBeLessThan(108);
  expect(Math.min(...radii(simple))).toBeGreaterThan(98);
});
