import type { Line, Meaning } from './typeset/line.ts';

/** How many colours a terminal has. */
export type Depth = 'none' | '16' | '256' | 'true';

/** How meanings look on one terminal. */
export interface Theme {
  depth: Depth;
  /** Whether the terminal's background is dark or light. */
  ground: 'dark' | 'light';
  /** Whether text is styled at all; a pipe wants none of it. */
  styled: boolean;
  /** Whether links carry their address (OSC 8). */
  links: boolean;
}

/** Text as it is, for pipes and files. */
export const PLAIN_THEME: Theme = { depth: 'none', ground: 'dark', styled: false, links: false };

/**
 * The theme for a stream.
 *
 * `NO_COLOR` (not empty) takes the colours and leaves bold and underline; `FORCE_COLOR` sets the depth also in a pipe
 * (`0` none, `1` 16 colours, `2` 256, `3` all); else `COLORTERM` and `TERM` tell.
 *
 * @see https://no-color.org
 */
export function themeFor(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
  ground: 'dark' | 'light' | 'auto' = 'auto',
): Theme {
  const forced = env['FORCE_COLOR'];
  const force = forced === undefined ? undefined : { '': '16', true: '16', '1': '16', '2': '256', '3': 'true' }[forced];
  const styled = isTerminal || force !== undefined;
  if (!styled) return PLAIN_THEME;
  const term = env['TERM'] ?? '';
  let depth: Depth = '16';
  if (/^(?:truecolor|24bit)$/i.test(env['COLORTERM'] ?? '') || /-direct$/.test(term)) depth = 'true';
  else if (/256/.test(term)) depth = '256';
  if (force !== undefined && forced !== '' && forced !== 'true') depth = force as Depth;
  if (forced === '0' || forced === 'false' || (env['NO_COLOR'] ?? '') !== '') depth = 'none';
  // Where a terminal tells its colours, the last field is the background: 7 and 15 are white.
  const light = /;(?:7|15)$/.test(env['COLORFGBG'] ?? '');
  const links = isTerminal && term !== 'linux' && env['TERM_PROGRAM'] !== 'Apple_Terminal';
  return { depth, ground: ground === 'auto' ? (light ? 'light' : 'dark') : ground, styled, links };
}

interface Look {
  /** SGR attributes: 1 bold, 2 dim, 3 italic, 4 underlined, 7 reversed, 9 struck. */
  attributes?: string;
  colour?: keyof typeof COLOURS;
}

/** Each colour for a dark and a light ground, and the nearest of the terminal's own sixteen. */
const COLOURS = {
  blue: { dark: '#7aa2f7', light: '#2c55b5', basic: 34 },
  cyan: { dark: '#6fc3cf', light: '#0f6a77', basic: 36 },
  green: { dark: '#94c973', light: '#3a701c', basic: 32 },
  yellow: { dark: '#e3b765', light: '#855a00', basic: 33 },
  red: { dark: '#f08a8a', light: '#b3261e', basic: 31 },
  magenta: { dark: '#c39aea', light: '#7a3db0', basic: 35 },
  grey: { dark: '#8a919f', light: '#646b78', basic: 90 },
} as const;

const LOOKS: Record<Meaning, Look> = {
  title: { attributes: '1', colour: 'blue' },
  heading: { attributes: '1', colour: 'blue' },
  subheading: { attributes: '1', colour: 'cyan' },
  strong: { attributes: '1' },
  emphasis: { attributes: '3' },
  delete: { attributes: '9' },
  code: { colour: 'yellow' },
  math: { colour: 'cyan' },
  link: { attributes: '4', colour: 'blue' },
  muted: { colour: 'grey' },
  frame: { colour: 'grey' },
  bullet: { colour: 'cyan' },
  quote: { attributes: '3', colour: 'grey' },
  question: { attributes: '1', colour: 'magenta' },
  answer: { colour: 'magenta' },
  good: { colour: 'green' },
  warn: { colour: 'yellow' },
  bad: { colour: 'red' },
  note: { colour: 'blue' },
  important: { colour: 'magenta' },
  keyword: { colour: 'magenta' },
  string: { colour: 'green' },
  number: { colour: 'yellow' },
  constant: { colour: 'yellow' },
  comment: { attributes: '3', colour: 'grey' },
  function: { colour: 'blue' },
  parameter: { colour: 'cyan' },
  punctuation: {},
  selected: { attributes: '7' },
  cursor: { attributes: '1;4' },
  match: { attributes: '4', colour: 'yellow' },
  'match-here': { attributes: '7', colour: 'yellow' },
  bar: { colour: 'grey' },
  focus: { attributes: '1' },
};

const codes = new Map<string, string>();

/** A line as a terminal wants it. Every style ends where it began, so that lines can be cut and joined. */
export function paintLine(line: Line, theme: Theme): string {
  let out = '';
  for (const { text, style, target } of line) {
    if (!theme.styled || (style.length === 0 && target === undefined)) {
      out += text;
      continue;
    }
    const code = style.length === 0 ? '' : codeOf(style, theme);
    const painted = code === '' ? text : `\u001b[${code}m${text}\u001b[0m`;
    const url = theme.links && target !== undefined && 'url' in target ? webAddress(target.url) : undefined;
    out += url === undefined ? painted : `\u001b]8;;${url}\u0007${painted}\u001b]8;;\u0007`;
  }
  return out;
}

/** An address that may stand in an escape sequence: of the web, printable ASCII only. */
function webAddress(url: string): string | undefined {
  return /^(?:https?:\/\/|mailto:)[\x21-\x7e]{1,2000}$/i.test(url) ? url : undefined;
}

function codeOf(style: readonly Meaning[], theme: Theme): string {
  const name = `${theme.depth} ${theme.ground} ${style.join(' ')}`;
  let code = codes.get(name);
  if (code === undefined) {
    const looks = style.map((meaning) => LOOKS[meaning]);
    const attributes = [...new Set(looks.flatMap((look) => look.attributes?.split(';') ?? []))];
    const colour = looks.findLast((look) => look.colour !== undefined)?.colour;
    const parts = colour === undefined ? attributes : [...attributes, colourCode(colour, theme)];
    code = parts.filter(Boolean).join(';');
    codes.set(name, code);
  }
  return code;
}

function colourCode(name: keyof typeof COLOURS, { depth, ground }: Theme): string {
  const colour = COLOURS[name];
  if (depth === 'none') return '';
  if (depth === '16') return String(colour.basic);
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour[ground].slice(at, at + 2), 16));
  return depth === 'true' ? `38;2;${parts.join(';')}` : `38;5;${indexOf256(parts)}`;
}

/** A colour of the cube, or of the greys: the cube has few of them, and makes lilac of ours. */
function indexOf256(parts: readonly number[]): number {
  const isGrey = Math.max(...parts) - Math.min(...parts) < 32;
  if (isGrey) return 232 + Math.round((parts.reduce((sum, value) => sum + value) / 3 - 8) / 10);
  return 16 + parts.reduce((index, value) => 6 * index + Math.max(0, Math.round((value - 55) / 40)), 0);
}
