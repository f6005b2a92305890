import { spawn, type IPty } from '@lydell/node-pty';

import { FIXTURE } from './guide-fixture.ts';
import { PROGRAM } from './program-path.ts';
import { Screen } from './screen.ts';

/** A real process on a real pseudo-terminal, and what its terminal shows. */
export class PtySession {
  readonly screen: Screen;
  readonly pty: IPty;
  /** All that the process has written. */
  raw = '';
  exit: { exitCode: number; signal?: number | undefined } | undefined;
  #drawn: Promise<void> = Promise.resolve();

  constructor(
    command: string,
    args: string[],
    { columns = 80, rows = 24, env = {} }: { columns?: number; rows?: number; env?: Record<string, string> } = {},
  ) {
    this.screen = new Screen(columns, rows);
    const { NO_COLOR: _none, FORCE_COLOR: _force, ...inherited } = process.env as Record<string, string>;
    this.pty = spawn(command, args, {
      name: env['TERM'] ?? 'xterm-256color',
      cols: columns,
      rows,
      env: { ...inherited, ...env },
    });
    this.pty.onData((data) => {
      this.raw += data;
      this.#drawn = this.screen.write(data);
    });
    this.pty.onExit((exit) => {
      this.exit = exit;
    });
  }

  /** The program, reading the guide of the tests. */
  static open(
    options: ConstructorParameters<typeof PtySession>[2] = {},
    args: string[] = ['open', FIXTURE],
    node: string[] = [],
  ): PtySession {
    return new PtySession(process.execPath, [...node, PROGRAM, ...args], options);
  }

  /** Waits until something is so. */
  async until(what: string, isSo: () => boolean, milliseconds = 45_000): Promise<void> {
    const end = Date.now() + milliseconds;
    while (!isSo()) {
      if (Date.now() > end)
        throw new Error(
          `expected ${what}; the screen shows:\n${this.screen.text()}\nexit: ${JSON.stringify(this.exit)}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 10));
      await this.#drawn;
    }
  }

  async untilShown(text: string): Promise<void> {
    await this.until(`“${text}” on the screen`, () => this.screen.text().includes(text));
  }

  async untilExit(): Promise<number> {
    await this.until('the program to end', () => this.exit !== undefined);
    await this.#drawn;
    return this.exit!.exitCode;
  }

  /** Types keys, one after the other as a hand would. */
  async type(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.pty.write(key);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  resize(columns: number, rows: number): void {
    this.screen.terminal.resize(columns, rows);
    this.pty.resize(columns, rows);
  }

  kill(): void {
    if (this.exit === undefined) this.pty.kill('SIGKILL');
  }
}
