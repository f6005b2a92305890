import type { Config } from '../config.ts';
import type { Theme } from '../theme.ts';

/** What a command is given. */
export interface Call {
  /** The words after the command's name. */
  words: readonly string[];
  /** The options, by their long names. */
  options: Readonly<Record<string, string | boolean | undefined>>;
  /** What the reader has set once for all, and what is wrong with it. */
  config: Config;
  warnings: readonly string[];
  /** How to style what is printed. */
  theme: Theme;
  /** Columns of the terminal, or of a page where there is none. */
  columns: number;
  /** Whether standard output is a terminal. */
  isTerminal: boolean;
}

/** A command: prints something, and gives the exit code. */
export type Run = (call: Call) => Promise<number>;

/** A mistake in what the reader typed. Its message is the one line to print; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Makes sure that there is a screen to draw on and a keyboard to read. */
export function needTerminal(instead: string): void {
  if (!process.stdout.isTTY || process.env['TERM'] === 'dumb')
    throw new UsageError(`this needs a terminal that can draw a screen; here, use ${instead}`);
  if (!process.stdin.isTTY)
    throw new UsageError(`this needs a keyboard on standard input; without one, use ${instead}`);
}

/** Prints a line on standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

// What JSON may hold as it is, and a terminal would obey all the same: C1 controls and bidirectional overrides.
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Prints JSON that is safe to look at on a terminal. */
export function printJson(value: unknown): void {
  const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  print(JSON.stringify(value, null, 2).replace(UNSAFE, escape));
}

/** A whole number from an option. */
export function numberOption(call: Call, name: string, least: number, most: number): number | undefined {
  const value = call.options[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new UsageError(`--${name} ${String(value)}: expected a whole number from ${least} to ${most}`);
  }
  return number;
}

/** The text of an option; nothing if it was not given. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === 'string' ? value : undefined;
}
