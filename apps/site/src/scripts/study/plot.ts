import type { DayCount } from '@mlguide/study';

import { make } from './dom.ts';
import { many, nameDay, shortDay } from './words.ts';

const SVG = 'http://www.w3.org/2000/svg';
const STEP = 24;
const BAR = 16;
const HEIGHT = 96;
const TOP = 18;
const BOTTOM = 22;

/** Counts per day as bars, with the same numbers as a table for those who do not see them. */
export function makePlot(title: string, noun: string, days: readonly DayCount[], today: string): HTMLElement {
  const most = Math.max(...days.map(({ count }) => count));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const busiest = days.find(({ count }) => count === most);
  const summary = total === 0 ? `no ${noun}s` : `${many(total, noun)}, at most ${most} on ${nameDay(busiest!.day)}`;
  const plot = draw(days, Math.max(most, 4), today);
  plot.setAttribute('aria-label', `${title}: ${summary}`);
  const rows = days.map(({ day, count }) =>
    make('tr', {}, make('th', { scope: 'row' }, nameDay(day)), make('td', { class: 'right' }, String(count))),
  );
  const head = make(
    'tr',
    {},
    make('th', { scope: 'col' }, 'Day'),
    make('th', { scope: 'col', class: 'right' }, `${noun[0]!.toUpperCase()}${noun.slice(1)}s`),
  );
  const table = make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows));
  return make(
    'figure',
    { class: 'plot' },
    make('figcaption', {}, make('strong', {}, title), ' ', make('span', { class: 'label' }, summary)),
    plot,
    make('details', {}, make('summary', { class: 'label' }, 'As a table'), table),
  );
}

function draw(days: readonly DayCount[], scale: number, today: string): SVGSVGElement {
  const width = days.length * STEP;
  const floor = TOP + HEIGHT;
  const svg = shape('svg', { viewBox: `0 0 ${width} ${floor + BOTTOM}`, role: 'img' });
  for (const [index, { day, count }] of days.entries()) {
    const x = index * STEP + (STEP - BAR) / 2;
    const tall = (count / scale) * HEIGHT;
    const middle = x + BAR / 2;
    const isToday = day === today;
    if (count > 0) {
      svg.append(
        shape('rect', { class: isToday ? 'bar today' : 'bar', x, y: floor - tall, width: BAR, height: tall }),
        shape('text', { class: 'count', x: middle, y: floor - tall - 5 }, String(count)),
      );
    }
    // Every fourth day is named, counted from today, and today always is.
    const fromToday = index - days.findIndex((other) => other.day === today);
    if (fromToday % 4 === 0)
      svg.append(shape('text', { class: 'day', x: middle, y: floor + 16 }, isToday ? 'today' : shortDay(day)));
  }
  svg.append(shape('line', { class: 'floor', x1: 0, y1: floor + 0.5, x2: width, y2: floor + 0.5 }));
  return svg;
}

function shape<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number>,
  text?: string,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}
