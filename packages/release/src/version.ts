/** Turns the changesets into versions and changelogs, and writes down what the guide promises from now on. */
import { spawnSync } from 'node:child_process';

import { ROOT } from './workspace.ts';

const steps = [
  ['changeset', 'version'],
  ['turbo', 'run', 'build', '--output-logs=errors-only', '--filter=@mlguide/core'],
  ['node', 'content/src/promise.ts'],
  ['pnpm', 'install', '--lockfile-only', '--prefer-offline'],
];
for (const [command, ...args] of steps) {
  const { status } = spawnSync(command!, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
