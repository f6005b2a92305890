/** Gets a program from Debian that a test needs. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs a package, if this is Debian and we may; else does nothing.
 *
 * @throws {Error} if the installation fails.
 */
export function installFromDebian(name: string): void {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  console.log(`No ${name} found: installing Debian’s`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  try {
    execFileSync('apt-get', ['update'], quiet);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', name], {
      ...quiet,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (cause) {
    throw new Error(`Unexpected failure of \`apt-get install ${name}\`, expected to get ${name} for a test`, { cause });
  }
}
