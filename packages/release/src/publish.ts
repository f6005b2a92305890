/** Builds everything that is published and, if that succeeds, publishes what the registry does not have yet. */
import { spawnSync } from 'node:child_process';

import { FILTERS, ROOT } from './workspace.ts';

const steps = [
  ['turbo', 'run', 'build', '--output-logs=errors-only', ...FILTERS],
  ['changeset', 'publish'],
];
for (const [command, ...args] of steps) {
  const { status } = spawnSync(command!, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
