import { spawn } from 'node:child_process';

/** Where and with what a program runs. */
export interface RunOptions {
  cwd: string;
  /** Added to {@link cleanEnvironment}. */
  env?: Record<string, string>;
}

/** A program that ended with another code than 0, with everything it said. */
export class RunError extends Error {
  readonly output: string;

  constructor(command: string, output: string) {
    super(`Unexpected failure of \`${command}\`:\n${output.slice(-4000)}`);
    this.output = output;
  }
}

/**
 * Runs a program to its end and gives what it printed.
 *
 * @throws {RunError} if it fails.
 */
export function run(command: string, args: readonly string[], { cwd, env }: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...cleanEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    // As text: a character may be cut in two between one piece and the next.
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new RunError([command, ...args].join(' '), output));
    });
  });
}

/**
 * This process's environment without what package managers and test runners leave in it: a program started from here
 * must behave as it would on a terminal.
 */
export function cleanEnvironment(): Record<string, string> {
  const left = /^(?:npm_|pnpm_|turbo_|vitest|init_cwd$|node_env$|node_path$|test$|ci$|force_color$|no_color$)/iu;
  const entries = Object.entries(process.env).filter(([name, value]) => value !== undefined && !left.test(name));
  return Object.fromEntries(entries as [string, string][]);
}
