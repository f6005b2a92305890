import { spawn } from 'node:child_process';

/** Opens an address in the reader's browser: `$BROWSER`, or what the system has. */
export function openInBrowser(url: string, failed: () => void): void {
  const [command, before] = browserCommand();
  const child = spawn(command, [...before, url], { stdio: 'ignore', detached: true });
  child.on('error', failed);
  child.on('exit', (code) => {
    if (code !== 0 && code !== null) failed();
  });
  child.unref();
}

function browserCommand(): [command: string, before: string[]] {
  const chosen = process.env['BROWSER'];
  if (chosen !== undefined && chosen !== '') return [chosen, []];
  if (process.platform === 'darwin') return ['open', []];
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler']];
  return ['xdg-open', []];
}
