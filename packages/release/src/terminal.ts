import { spawn } from '@lydell/node-pty';

import { cleanEnvironment, type RunOptions } from './run.ts';

/** What a program showed in a terminal, and how it ended. */
export interface TerminalRun {
  /** Everything it wrote, with control sequences taken out. */
  text: string;
  exitCode: number;
}

/**
 * Runs a program in a pseudo-terminal of 100 × 30, types keys once a text stands on its screen, and waits for its end.
 *
 * @param until The text to wait for.
 * @param keys What to type then.
 * @throws {Error} if the program ends before the text comes, or does not end within a minute.
 */
export function runInTerminal(
  command: string,
  args: readonly string[],
  { cwd, env, until, keys }: RunOptions & { until: string; keys: string },
): Promise<TerminalRun> {
  return new Promise((resolve, reject) => {
    const terminal = spawn(command, [...args], {
      cols: 100,
      rows: 30,
      cwd,
      env: { ...cleanEnvironment(), TERM: 'xterm-256color', ...env },
    });
    let text = '';
    let hasTyped = false;
    const limit = setTimeout(() => {
      terminal.kill();
      reject(new Error(`Unexpected screen, expected \`${until}\` and then an end within a minute:\n${text}`));
    }, 60_000);
    terminal.onData((data) => {
      text += withoutControls(data);
      if (hasTyped || !text.includes(until)) return;
      hasTyped = true;
      terminal.write(keys);
    });
    terminal.onExit(({ exitCode }) => {
      clearTimeout(limit);
      if (hasTyped) resolve({ text, exitCode });
      else reject(new Error(`Unexpected end with code ${exitCode}, expected \`${until}\`:\n${text}`));
    });
  });
}

function withoutControls(data: string): string {
  // eslint-disable-next-line no-control-regex -- control sequences are what is looked for
  return data.replace(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[@-Z\\-_])/gu, '');
}
