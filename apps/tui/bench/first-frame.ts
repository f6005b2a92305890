import { spawn } from '@lydell/node-pty';

/** Milliseconds from starting a command on a pseudo-terminal until its output contains a text, and until it is ready. */
export function timeToShow(command: string, args: string[], text: string, columns = 80, rows = 24): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const pty = spawn(command, args, {
      name: 'xterm-256color',
      cols: columns,
      rows,
      env: process.env as Record<string, string>,
    });
    let seen = '';
    let done = false;
    const end = (act: () => void) => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      act();
      pty.kill('SIGKILL');
    };
    const timer = setTimeout(() => end(() => reject(new Error(`expected \`${text}\` within 20 s`))), 20_000);
    pty.onData((data) => {
      seen += data;
      if (seen.includes(text)) end(() => resolve(performance.now() - start));
    });
    pty.onExit(() =>
      end(() =>
        reject(new Error(`expected \`${text}\` from ${command} ${args.join(' ')}; it wrote:\n${seen.slice(-400)}`)),
      ),
    );
  });
}
