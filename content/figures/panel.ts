import { label, line, print, rule, type Lettering, type Point, type Stroke } from './plot.ts';

/** Where a panel stands in its figure. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The values at both ends of an axis; equal factors are equally long on a `log` axis. */
export interface Range {
  from: number;
  to: number;
  log?: boolean;
}

/** A rectangle with two axes. */
export interface Panel extends Box {
  /** The place of a pair of values. */
  at(x: number, y: number): Point;
  /** A curve through pairs of values. */
  curve(values: readonly Point[], stroke?: Stroke): string;
}

/** Lays the ranges along the sides of the box. */
export function panel(box: Box, x: Range, y: Range): Panel {
  const across = share(x);
  const up = share(y);
  const at = (vx: number, vy: number): Point => [
    box.left + across(vx) * (box.right - box.left),
    box.bottom - up(vy) * (box.bottom - box.top),
  ];
  return {
    ...box,
    at,
    curve: (values, stroke) =>
      line(
        values.map(([vx, vy]) => at(vx, vy)),
        stroke,
      ),
  };
}

/** A value where an axis says what it stands for, and the words if they are not the number itself. */
export type Tick = number | readonly [value: number, text: string];

/** An axis below the panel: a rule, its ticks, and a title below them. */
export function axisX(panel: Panel, ticks: readonly Tick[], title = ''): string {
  const y = panel.bottom;
  return [
    rule([panel.left, y], [panel.right, y]),
    ...ticks.map((tick) => {
      const [value, text] = typeof tick === 'number' ? [tick, plain(tick)] : tick;
      const [x] = withX(panel, value);
      return rule([x, y], [x, y + 5]) + label([x, y + 19], text, { ...TICK, at: 'middle' });
    }),
    title === '' ? '' : label([(panel.left + panel.right) / 2, y + 46], title, { at: 'middle' }),
  ].join('\n');
}

/** An axis left of the panel: a rule across for each tick, and a title above them. */
export function axisY(panel: Panel, ticks: readonly Tick[], title = ''): string {
  return [
    ...ticks.map((tick) => {
      const [value, text] = typeof tick === 'number' ? [tick, plain(tick)] : tick;
      const y = withY(panel, value)[1];
      return rule([panel.left, y], [panel.right, y]) + label([panel.left - 9, y], text, { ...TICK, at: 'end' });
    }),
    title === '' ? '' : label([Math.max(2, panel.left - 40), panel.top - 26], title),
  ].join('\n');
}

const TICK: Lettering = { small: true };

function share({ from, to, log = false }: Range): (value: number) => number {
  const scale = log ? Math.log : (value: number) => value;
  return (value) => (scale(value) - scale(from)) / (scale(to) - scale(from));
}

function withX(panel: Panel, value: number): Point {
  return [panel.at(value, 1)[0], panel.bottom];
}

function withY(panel: Panel, value: number): Point {
  return [panel.left, panel.at(1, value)[1]];
}

function plain(value: number): string {
  const [, decimals = ''] = String(value).split('.');
  return print(value, decimals.length);
}
