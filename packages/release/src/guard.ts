/**
 * The `prepack` of every published package: refuses to pack anything unless everything that is published has been built
 * from the files as they stand. It looks and changes nothing, as several packages may be packed at once.
 *
 * A tool that publishes goes on after a build that failed, and would publish what an earlier build left.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { run } from './run.ts';
import { FILTERS, PUBLISHED, ROOT } from './workspace.ts';

interface Plan {
  tasks: { taskId: string; command: string; cache: { status: 'HIT' | 'MISS' } }[];
}

// Turbo's own words about where its cache lies are the one thing that must come through.
const cache = process.env['TURBO_CACHE_DIR'];
const said = await run('turbo', ['run', 'build', '--dry=json', ...FILTERS], {
  cwd: ROOT,
  ...(cache === undefined ? {} : { env: { TURBO_CACHE_DIR: cache } }),
});
const { tasks } = JSON.parse(said.slice(said.indexOf('{'))) as Plan;
const stale = tasks.filter(({ command, cache }) => command !== '<NONEXISTENT>' && cache.status !== 'HIT');
const empty = Object.entries(PUBLISHED).filter(([, folder]) => !existsSync(join(ROOT, folder, 'dist')));
for (const { taskId } of stale) console.error(`\`${taskId}\` has not succeeded for the files as they stand`);
for (const [name] of empty) console.error(`\`${name}\` has no dist`);
if (stale.length + empty.length > 0) {
  console.error('Nothing is packed. Run `turbo run build` until it succeeds.');
  process.exit(1);
}
