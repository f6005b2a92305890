/** What a command costs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What one run of a command took. */
export interface Cost {
  /** Seconds of processor time, of the command and everything it started. */
  seconds: number;
  /** Megabytes of memory at the most, of the one process that took most. */
  megabytes: number;
}

/** A program of Node's to run. */
export interface Command {
  /** Its arguments, the file first. */
  run: readonly string[];
  cwd: string;
  env?: Record<string, string>;
}

/**
 * Runs programs one after the other and adds up what they cost.
 *
 * @throws {Error} if one fails, with what it printed.
 */
export function costOf(commands: readonly Command[]): Cost {
  const costs = commands.map(costOfOne);
  return {
    seconds: costs.reduce((sum, { seconds }) => sum + seconds, 0),
    megabytes: Math.max(...costs.map(({ megabytes }) => megabytes)),
  };
}

function costOfOne({ run, cwd, env }: Command): Cost {
  const folder = mkdtempSync(path.join(tmpdir(), 'mlguide-cost-'));
  // Each process of Node's says at its end how much memory it took at most.
  const note = `process.on('exit',()=>require('node:fs').writeFileSync(${JSON.stringify(folder)}+'/'+process.pid,String(process.resourceUsage().maxRSS)))`;
  const hook = `data:text/javascript,${encodeURIComponent(
    `import{createRequire}from'node:module';const require=createRequire('file:///');${note}`,
  )}`;
  // The shell's `times` prints what its children took of the processor; the clock would measure the neighbours too.
  const script = 'out="$1"; shift; "$0" "$@" >"$out" 2>&1 || { cat "$out"; exit 1; }; times';
  try {
    const printed = execFileSync('sh', ['-c', script, process.execPath, path.join(folder, 'out'), ...run], {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...env,
        NODE_ENV: 'production',
        NODE_OPTIONS: `--import=${hook}`,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    const children = printed.trim().split('\n').at(-1) ?? '';
    const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, m, s]) => sum + Number(m) * 60 + Number(s),
      0,
    );
    return { seconds, megabytes: peakIn(folder) };
  } catch (cause) {
    const printed = cause instanceof Error && 'stdout' in cause ? String(cause.stdout).slice(-2000) : '';
    throw new Error(`Unexpected failure of \`${run.join(' ')}\`:\n${printed}`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function peakIn(folder: string): number {
  const notes = readdirSync(folder).filter((name) => /^\d+$/.test(name));
  const kilobytes = notes.map((name) => Number(readFileSync(path.join(folder, name), 'utf8')));
  return Math.max(0, ...kilobytes) / 1024;
}
