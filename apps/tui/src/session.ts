import type { ReadStream } from 'node:tty';

import { isSentence } from './sentence.ts';
import { takeTerminal, type Terminal } from './terminal.ts';

/** A running program: what has the terminal, and how it ends. */
export interface Session {
  terminal: Terminal;
  /** What has to stop before the terminal is given back. */
  stop: (() => void) | undefined;
  quit: (code: number, message?: string) => never;
  /** Ends because of an error: the reader's in one line, our own with all we know. */
  fail: (error: unknown) => never;
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** Takes the terminal, and sees to it that it is given back however the program ends. */
export function startSession(keyboard: ReadStream = process.stdin): Session {
  const terminal = takeTerminal(keyboard);
  const session: Session = {
    terminal,
    stop: undefined,
    quit(code, message) {
      try {
        session.stop?.();
      } catch {
        // What draws may be what has failed; the terminal is restored all the same.
      }
      terminal.leave();
      if (message !== undefined) process.stderr.write(message);
      process.exit(code);
    },
    fail(error) {
      if (isSentence(error)) return session.quit(2, `mlguide: ${error.message}\n`);
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return session.quit(1, `mlguide stopped because of a mistake of its own:\n${trace}\n`);
    },
  };
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => session.quit(code));
  process.on('uncaughtException', session.fail);
  process.on('unhandledRejection', session.fail);
  // The terminal was closed: there is nobody left to tell.
  process.stdout.on('error', () => session.quit(0));
  keyboard.on('error', () => session.quit(0));
  keyboard.on('end', () => session.quit(0));
  return session;
}
