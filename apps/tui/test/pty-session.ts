import { spawn, type IPty } from '@lydell/node-pty';

import { FIXTURE } from './guide-fixture.ts';
import { PROGRAM } from './program-path.ts';
import { Screen } from './screen.ts';

/** How long something may take, in turns of this process: one that stands still for a while has not waited. */
const TURNS = 4500;
const TURN_MS = 10;

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
    this.#readToTheEnd();
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

  /**
   * node-pty closes the terminal 200 ms after its process has ended, whatever of its output has not been read by then: on
   * a busy machine the last words are lost. Here it is closed once nothing has come for a while.
   */
  #readToTheEnd(): void {
    // The type hides it, and there is no other way to the timer.
    const { _socket: socket } = this.pty as unknown as { _socket: { destroy: () => void } };
    const destroy = socket.destroy.bind(socket);
    socket.destroy = () => {
      void (async () => {
        for (let length = -1; length !== this.raw.length;) {
          length = this.raw.length;
          for (let turn = 0; turn < 20; turn++) await pause(TURN_MS);
        }
        destroy();
      })();
    };
  }

  /** Waits until something is so. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    for (let turn = 0; !isSo(); turn++) {
      if (turn > TURNS)
        throw new Error(
          `expected ${what}; the screen shows:\n${this.screen.text()}\nexit: ${JSON.stringify(this.exit)}`,
        );
      await pause(TURN_MS);
      await this.#drawn;
    }
  }

  /** Waits until all that has arrived is on the screen. */
  async drawn(): Promise<void> {
    await this.#drawn;
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
      await pause(15);
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

/** Waits so long, or longer if the machine is busy. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
