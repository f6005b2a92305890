/**
 * The few marks that the guide's figures are made of, as text of SVG.
 *
 * A figure is shown by `<img>`, so it sees neither the page's styles nor its fonts, and it stands on light and on dark
 * paper. Colours are `currentColor` of four classes; see {@link tones}.
 */

/** A place in a figure, in units of its view box, or in the units of a panel's axes. */
export type Point = readonly [x: number, y: number];

/** The ink of a mark: `ink` for what is said, `red` for what it is about, `grey` for what stands beside it. */
export type Tone = 'ink' | 'red' | 'grey';

/**
 * Each tone on light and on dark paper.
 *
 * Some browsers ask the system, not the page, whether an image is on dark paper, so each colour has to be legible on
 * the other paper too: all of them stay near the middle.
 */
export const tones: Record<Tone, readonly [light: string, dark: string]> = {
  ink: ['#6c665d', '#978f83'],
  red: ['#bd3a26', '#e36c55'],
  grey: ['#8d867a', '#7c756a'],
};

const WIDTH = 640;

const STYLE = [
  'svg{font-family:system-ui,"Segoe UI","Helvetica Neue",Arial,sans-serif;font-size:21px}',
  ...Object.entries(tones).map(([tone, [light]]) => `.${tone}{color:${light}}`),
  `@media (prefers-color-scheme:dark){${Object.entries(tones)
    .map(([tone, [, dark]]) => `.${tone}{color:${dark}}`)
    .join('')}}`,
  'text,.fill{fill:currentColor}',
  '.line{fill:none;stroke:currentColor;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}',
  '.thin{stroke-width:1.5}.dashed{stroke-dasharray:6 6}.rule{stroke-width:1;opacity:.45}',
  '.wash{fill:currentColor;opacity:.14}',
  '.small{font-size:19px}.strong{font-weight:600}',
  '.end{text-anchor:end}.middle{text-anchor:middle}',
].join('\n');

/** What a figure is called, what it shows for those who cannot see it, and how high it is; all are 640 wide. */
export interface FigureFrame {
  title: string;
  description: string;
  height: number;
}

/** A whole figure: its marks in a frame. */
export function figure({ title, description, height }: FigureFrame, marks: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">`,
    `<title>${escape(title)}</title>`,
    `<desc>${escape(description)}</desc>`,
    `<style>\n${STYLE}\n</style>`,
    ...marks.filter((mark) => mark !== ''),
    '</svg>\n',
  ].join('\n');
}

/** How a line is drawn. */
export interface Stroke {
  tone?: Tone;
  thin?: boolean;
  dashed?: boolean;
}

/** A line through points. */
export function line(points: readonly Point[], stroke: Stroke = {}): string {
  return `<path class="${strokeClass(stroke)}" d="${trace(points)}"/>`;
}

/** Many separate lines as one mark. */
export function lines(all: readonly (readonly Point[])[], stroke: Stroke = {}): string {
  return `<path class="${strokeClass(stroke)}" d="${all.map(trace).join('')}"/>`;
}

/** An area washed in a tone. */
export function area(outline: readonly Point[], tone: Tone = 'red'): string {
  return `<path class="${tone} wash" d="${trace(outline)}Z"/>`;
}

/** An area filled with a tone. */
export function shape(outline: readonly Point[], tone: Tone): string {
  return `<path class="${tone} fill" d="${trace(outline)}Z"/>`;
}

/** A hair-thin line that carries no data: an axis, a grid line. */
export function rule(from: Point, to: Point): string {
  return `<path class="grey line rule" d="${trace([from, to])}"/>`;
}

/** A line with a head at its end. */
export function arrow(from: Point, to: Point, stroke: Stroke = {}): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const scale = 9 / Math.hypot(dx, dy);
  const barb = (side: number): Point => [
    to[0] - scale * (dx + side * 0.55 * dy),
    to[1] - scale * (dy - side * 0.55 * dx),
  ];
  return lines(
    [
      [from, to],
      [barb(1), to, barb(-1)],
    ],
    stroke,
  );
}

/** How a point is marked. */
export interface Spot {
  tone?: Tone;
  radius?: number;
  hollow?: boolean;
  thin?: boolean;
}

/** A disc, or a ring if it is `hollow`. */
export function dot([x, y]: Point, { tone = 'ink', radius = 6, hollow = false, thin = false }: Spot = {}): string {
  const kind = hollow ? strokeClass({ tone, thin }) : `${tone} fill`;
  return `<circle class="${kind}" cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"/>`;
}

/** Many discs of one size as one mark. */
export function dots(points: readonly Point[], { tone = 'ink', radius = 4 }: Spot = {}): string {
  const circles = points.map(([x, y]) => `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}"/>`);
  return `<g class="${tone} fill">${circles.join('')}</g>`;
}

/** A diagonal cross. */
export function cross([x, y]: Point, { tone = 'ink', radius = 6 }: Spot = {}): string {
  const arm = (dx: number, dy: number): Point[] => [
    [x - dx, y - dy],
    [x + dx, y + dy],
  ];
  return lines([arm(radius, radius), arm(radius, -radius)], { tone });
}

/** How a label is set. */
export interface Lettering {
  /** Not `grey`, which is too pale for letters. */
  tone?: Exclude<Tone, 'grey'>;
  at?: 'start' | 'middle' | 'end';
  small?: boolean;
  strong?: boolean;
  /** Says that the topic prints the same number; a test compares them. */
  printed?: boolean;
}

/** A line of text, its middle at the height of the point. */
export function label([x, y]: Point, text: string, lettering: Lettering = {}): string {
  const { tone = 'ink', at = 'start', small = false, strong = false, printed = false } = lettering;
  const names = [tone, at === 'start' ? '' : at, small ? 'small' : '', strong ? 'strong' : ''].filter(Boolean);
  // `dominant-baseline` is drawn differently from one program to the next: a third of the size is not.
  const baseline = round(y + (small ? 6.5 : 7.5));
  return `<text class="${names.join(' ')}"${printed ? ' data-printed=""' : ''} x="${round(x)}" y="${baseline}">${escape(text)}</text>`;
}

/** A number as the guide prints it: with a true minus sign, and commas between thousands. */
export function print(value: number, digits = 0): string {
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** `count` numbers spaced evenly, both ends included. */
export function spread(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}

function trace(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

function strokeClass({ tone = 'ink', thin = false, dashed = false }: Stroke): string {
  return `${tone} line${thin ? ' thin' : ''}${dashed ? ' dashed' : ''}`;
}

/** Two decimals are finer than a screen can show, and hide what processors compute differently. */
function round(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`Unexpected coordinate \`${value}\`, expected a finite number`);
  return String(Math.round(value * 100) / 100 + 0);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
