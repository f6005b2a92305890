import { isatty } from 'node:tty';

import { startParser, type Parser } from './parser.ts';

let started: { path: string; parser: Parser } | undefined;

/** Begins to parse before anything else is loaded, if it is plain what will be opened, and that it will be drawn. */
export function parseAhead([command, path, ...more]: readonly string[]): void {
  if (command !== 'open' || path === undefined || path.startsWith('-') || more.length > 0) return;
  if (isatty(0) && isatty(1) && process.env['TERM'] !== 'dumb') started = { path, parser: startParser(path) };
}

/** The parser of a path: the one that has begun, or a new one. */
export function parserOf(path: string): Parser {
  return started?.path === path ? started.parser : startParser(path);
}

/** Ends what was begun, if the program has ended without it. */
export function stopParsing(): void {
  started?.parser.stop();
}
