/**
 * The site against Starlight on the same guide, printed: marks of Lighthouse, what a reader downloads, what a build
 * costs, how that grows, and what a rebuild costs. `pnpm --filter @mlguide/site bench`, after a build.
 *
 * The first run installs Starlight and Lighthouse into `.cache/bench/`, 360 MB. `ROUNDS=1 GROWTH=300,1000 TOPICS=8`
 * makes a run smaller.
 */
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { compareBuilds, measureGrowth, measureRebuild } from './builds.ts';
import { comparePages } from './pages.ts';
import { print, type Goal } from './print.ts';
import { makeStarlight } from './starlight.ts';

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const site = fileURLToPath(new URL('../', import.meta.url));
const starlight = path.join(site, '.cache', 'bench', 'starlight');
const guide = path.join(site, '..', '..', 'content', 'guide');
const started = performance.now();
const goals: Goal[] = [];

makeStarlight(starlight, guide);
// Builds first: they leave the pages of both to be looked at.
goals.push(...compareBuilds({ site, starlight, guide, rounds: number('ROUNDS', 3) }));
goals.push(...(await comparePages({ site, starlight, topics: number('TOPICS', 24), tries: number('ROUNDS', 3) })));
goals.push(...measureGrowth(site, (process.env['GROWTH'] ?? '300,1000,3000').split(',').map(Number)));
goals.push(...measureRebuild({ site, rounds: number('ROUNDS', 3) }));

print(
  'Goals',
  ['goal', 'wanted', 'measured', 'met'],
  goals.map(({ what, wanted, measured, met }) => [what, wanted, measured, met ? 'yes' : 'no']),
);
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(
  `\n${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}; Node ${process.version}; ${minutes} minutes.`,
);
