/** The tables of the benchmark. */
import type { Figures } from './one.ts';

/** What was measured: for each corpus the figures of each case, one per round. */
export type Results = Record<'few' | 'many' | 'small' | 'large', Map<string, Figures[]>>;

/** The tools that are held against each other, with the case of a first run and that of a second. */
export const RIVALS: { label: string; cold: string; warm?: string }[] = [
  { label: '**core**', cold: 'core', warm: 'core-warm' },
  { label: '**core**, engine `satteri`', cold: 'core-satteri', warm: 'core-satteri-warm' },
  { label: 'velite, `s.markdown()`', cold: 'velite' },
  { label: 'content-collections, remark in its transform', cold: 'collections', warm: 'collections-warm' },
  { label: 'Astro, `glob` loader, remark', cold: 'astro', warm: 'astro-warm' },
  { label: 'Astro, `glob` loader, Sätteri', cold: 'astro-satteri', warm: 'astro-satteri-warm' },
];

/** One line about the run itself. */
export function describeRun(run: {
  seed: number;
  rounds: number;
  machine: string;
  node: string;
  minutes: number;
}): string {
  const { seed, rounds, machine, node, minutes } = run;
  return `Seed ${seed}; medians of ${rounds} interleaved rounds (1 for the large inputs); ${machine}; Node ${node}; ${minutes.toFixed(1)} minutes.`;
}

/** What core has to show, each with its goal. */
export function goalTable({ few, many, small, large }: Results, files: number): string {
  const [all, tenth] = [files.toLocaleString('en'), (files / 10).toLocaleString('en')];
  const rows: [string, string, Pair, string][] = [
    ['a', `the tree over bare remark, ${tenth} files`, more(few, 'tree', 'bare'), 'at most +10 %'],
    ['a', 'the tree over bare remark, one file of 0.3 MB', more(small, 'tree', 'bare'), 'at most +10 %'],
    ['b', 'ten times the text, 0.3 to 3 MB in one file', times(large, 'tree', small, 'tree'), 'at most × 12'],
    ['b', `ten times the files, ${tenth} to ${all}`, times(many, 'core', few, 'core'), 'at most × 12'],
    ['c', `unchanged guide from the cache, ${tenth} files`, times(few, 'core', few, 'core-warm'), 'at least × 20'],
    ['c', `unchanged guide from the cache, ${all} files`, times(many, 'core', many, 'core-warm'), 'at least × 20'],
    ['d', `engine \`satteri\`, ${tenth} files`, times(few, 'core', few, 'core-satteri'), 'at least × 15'],
    ['d', `engine \`satteri\`, ${all} files`, times(many, 'core', many, 'core-satteri'), 'at least × 15'],
    ['d', 'engine `satteri`, one file of 0.3 MB', times(small, 'tree', small, 'tree-satteri'), 'at least × 15'],
    ['d', 'engine `satteri`, one file of 3 MB', times(large, 'tree', large, 'tree-satteri'), 'at least × 15'],
  ];
  return [
    '| | what | processor time | time on the clock | wanted |\n| --- | --- | --- | --- | --- |',
    ...rows.map(([goal, what, { cpu, wall }, wanted]) => `| ${goal} | ${what} | ${cpu} | ${wall} | ${wanted} |`),
  ].join('\n');
}

/** Core and the others on the same files. */
export function rivalTable(results: Map<string, Figures[]>, files: number): string {
  const heads = [
    `e: ${files.toLocaleString('en')} files`,
    'cold',
    'on the clock',
    'memory',
    'unchanged',
    'on the clock',
  ];
  const rows = RIVALS.map(({ label, cold, warm }) => {
    const first = median(results, cold);
    const second = warm === undefined ? undefined : median(results, warm);
    const cells = [
      first ? seconds(first.cpu) : 'does not run',
      first ? seconds(first.wall) : '',
      first ? `${first.memory.toFixed(0)} MB` : '',
      second ? seconds(second.cpu) : warm === undefined ? 'no cache' : 'does not run',
      second ? seconds(second.wall) : '',
    ];
    return `| ${[label, ...cells].join(' | ')} |`;
  });
  return [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`, ...rows].join('\n');
}

interface Pair {
  cpu: string;
  wall: string;
}

function times(above: Map<string, Figures[]>, one: string, below: Map<string, Figures[]>, other: string): Pair {
  return compare(median(above, one), median(below, other), (ratio) => `× ${ratio.toFixed(1)}`);
}

function more(results: Map<string, Figures[]>, whole: string, part: string): Pair {
  const show = (ratio: number) => `${ratio >= 1 ? '+' : '−'}${Math.abs((ratio - 1) * 100).toFixed(0)} %`;
  return compare(median(results, whole), median(results, part), show);
}

function compare(above: Figures | undefined, below: Figures | undefined, show: (ratio: number) => string): Pair {
  if (!above || !below) return { cpu: 'does not run', wall: '' };
  return { cpu: show(above.cpu / below.cpu), wall: show(above.wall / below.wall) };
}

/* Each figure has a median of its own; with an even number of rounds the lower one. */
function median(results: Map<string, Figures[]>, name: string): Figures | undefined {
  const runs = results.get(name) ?? [];
  if (runs.length === 0) return undefined;
  const middle = (key: keyof Figures) => runs.map((run) => run[key]).toSorted((a, b) => a - b)[(runs.length - 1) >> 1]!;
  return { cpu: middle('cpu'), wall: middle('wall'), memory: middle('memory') };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
