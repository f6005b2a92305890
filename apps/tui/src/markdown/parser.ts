import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { UsageError } from '../commands/command.ts';
import { ParcelReader, type FirstPart, type Parcel } from './parcel.ts';

const PARSER = fileURLToPath(new URL('./parse-process.js', import.meta.url));

/** A process that parses, and what arrives from it. */
export interface Parser {
  /** The tree and its first page. */
  first: Promise<FirstPart>;
  rest: Promise<Parcel>;
  stop: () => void;
}

/**
 * Parses Markdown in a process of its own. Both promises are rejected if it cannot be read.
 *
 * @param path A file, a folder, or `-` for standard input.
 */
export function startParser(path: string): Parser {
  const child = spawn(process.execPath, [PARSER, path], {
    stdio: [path === '-' ? 'inherit' : 'ignore', 'pipe', 'pipe'],
  });
  const reader = new ParcelReader();
  let problem = '';
  const first = Promise.withResolvers<FirstPart>();
  const rest = Promise.withResolvers<Parcel>();
  const fail = (error: Error) => {
    first.reject(error);
    rest.reject(error);
  };
  // Somebody may wait for one of them only.
  for (const { promise } of [first, rest]) promise.catch(() => undefined);
  child.stdout.on('data', (chunk: Buffer) => {
    reader.push(chunk);
    if (reader.first !== undefined) first.resolve(reader.first);
  });
  child.stderr.on('data', (text: Buffer) => (problem += text.toString()));
  child.on('error', fail);
  child.on('close', (code, signal) => {
    if (code === 0) rest.resolve(reader.end());
    else if (code === 2) fail(new UsageError(problem));
    else fail(new Error(`expected the parser to end with 0, it ended with ${code ?? signal}\n${problem}`));
  });
  return { first: first.promise, rest: rest.promise, stop: () => child.kill() };
}
