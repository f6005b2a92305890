/** What builds cost. */
import { rmSync } from 'node:fs';
import path from 'node:path';

import { costOf, type Command, type Cost } from './cost.ts';
import { median, print, type Goal } from './print.ts';
import { forgetStarlight } from './starlight.ts';

/** What to build, and how often. */
export interface Builds {
  /** The folder of our package. */
  site: string;
  /** The folder of the Starlight project. */
  starlight: string;
  /** The folder of the guide's Markdown. */
  guide: string;
  rounds: number;
}

/** Builds the real guide with both from nothing, in turns, so that what else the machine does falls on all alike. */
export function compareBuilds({ site, starlight, guide, rounds }: Builds): Goal[] {
  const fromMarkdown = { MLGUIDE_CONTENT: path.join(site, 'scripts', 'own-guide.ts'), MLGUIDE_GUIDE: guide };
  const astro = path.join(starlight, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const runs: Record<string, () => Cost> = {
    'ours, from Markdown': () => buildOurs(site, fromMarkdown),
    'ours, from the package @mlguide/content': () => buildOurs(site, {}),
    'Starlight, its formulas left as TeX': () => buildStarlight({ FORMULAS: 'none' }),
    'Starlight, formulas by KaTeX': () => buildStarlight({}),
  };
  const costs: Record<string, Cost[]> = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const [name, run] of Object.entries(runs)) costs[name]!.push(run());

  print(
    `Building the guide from nothing: processor time of all processes, medians of ${rounds}`,
    ['what', 'processor time', 'memory at most'],
    Object.entries(costs).map(([name, all]) => [name, seconds(middle(all)), `${mostMemory(all).toFixed(0)} MB`]),
  );
  const share = middle(costs['ours, from Markdown']!) / middle(costs['Starlight, formulas by KaTeX']!);
  return [
    {
      what: 'cost of a build from Markdown, of Starlight’s',
      wanted: 'at most 67 %',
      measured: `${(100 * share).toFixed(0)} %`,
      met: share <= 2 / 3,
    },
  ];

  function buildStarlight(env: Record<string, string>): Cost {
    forgetStarlight(starlight);
    return costOf([{ run: [astro, 'build'], cwd: starlight, env }]);
  }
}

/** Builds guides of real prose in several sizes. */
export function measureGrowth(site: string, sizes: readonly number[]): Goal[] {
  const costs = sizes.map((topics) =>
    buildOurs(site, { MLGUIDE_CONTENT: path.join(site, 'bench', 'synthetic.ts'), MLGUIDE_TOPICS: String(topics) }),
  );
  print(
    'Building a longer guide',
    ['topics', 'processor time', 'for a topic', 'memory at most'],
    costs.map((cost, index) => [
      sizes[index]!.toLocaleString('en-GB'),
      seconds(cost.seconds),
      `${((1000 * cost.seconds) / sizes[index]!).toFixed(1)} ms`,
      `${cost.megabytes.toFixed(0)} MB`,
    ]),
  );
  const [times, larger] = [costs.at(-1)!.seconds / costs[0]!.seconds, sizes.at(-1)! / sizes[0]!];
  return [
    {
      what: `cost of ${sizes.at(-1)!.toLocaleString('en-GB')} topics, of ${sizes[0]}`,
      wanted: `at most × ${larger.toFixed(1)}`,
      measured: `× ${times.toFixed(1)}`,
      met: times <= larger,
    },
  ];
}

/** Builds the real guide, gives one topic another title and another word, and builds it again. */
export function measureRebuild({ site, rounds }: Pick<Builds, 'site' | 'rounds'>): Goal[] {
  const changing = { MLGUIDE_CONTENT: path.join(site, 'bench', 'changed.ts') };
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < rounds; round++) {
    cold.push(buildOurs(site, changing).seconds);
    warm.push(costOf([ourBuild(site, { ...changing, BENCH_CHANGED: String(round + 1) })]).seconds);
  }
  print(
    `Building again after a topic got another title and another word, medians of ${rounds}`,
    ['build', 'processor time'],
    [
      ['from nothing', seconds(median(cold))],
      ['again', seconds(median(warm))],
    ],
  );
  const share = median(warm) / median(cold);
  return [
    {
      what: 'cost of building again, of building from nothing',
      wanted: 'below 20 %',
      measured: `${(100 * share).toFixed(0)} %`,
      met: share < 1 / 5,
    },
  ];
}

function buildOurs(site: string, env: Record<string, string>): Cost {
  for (const kept of ['bundles', 'pages', 'fonts', 'compiled', 'bench/site']) {
    rmSync(path.join(site, '.cache', kept), { recursive: true, force: true });
  }
  return costOf([ourBuild(site, env)]);
}

function ourBuild(site: string, env: Record<string, string>): Command {
  const out = path.join(site, '.cache', 'bench', 'site');
  return { run: [path.join('scripts', 'build.ts'), '--outDir', out], cwd: site, env };
}

function middle(costs: readonly Cost[]): number {
  return median(costs.map((cost) => cost.seconds));
}

function mostMemory(costs: readonly Cost[]): number {
  return Math.max(...costs.map(({ megabytes }) => megabytes));
}

function seconds(time: number): string {
  return `${time.toFixed(1)} s`;
}
