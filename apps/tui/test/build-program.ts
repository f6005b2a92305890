import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { PROGRAM } from './program-path.ts';

/** Builds the program if nobody has: `turbo run test` has, a bare `vitest run` may have not. */
export default function setup(): void {
  if (existsSync(PROGRAM)) return;
  const folder = fileURLToPath(new URL('..', import.meta.url));
  execFileSync(process.execPath, [fileURLToPath(new URL('../node_modules/tsdown/dist/run.mjs', import.meta.url))], {
    cwd: folder,
    stdio: 'inherit',
  });
}
