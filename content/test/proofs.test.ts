import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { loadPyodide } from 'pyodide';
import { describe, expect, test } from 'vitest';

import { GUIDE_FOLDER } from '../src/load.ts';
import { readProofs, type Step } from '../src/proofs.ts';

const prover = readFileSync(new URL('../src/prove.py', import.meta.url), 'utf8');
const files = readdirSync(GUIDE_FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .toSorted();
const topics = files.map((file) => ({ file, proofs: readProofs(readFileSync(join(GUIDE_FOLDER, file), 'utf8')) }));

interface Problem {
  line: number;
  problem: string;
}

const pyodide = await loadPyodide();
pyodide.runPython(prover);
const prove = pyodide.globals.get('prove') as (steps: string) => string;
const inPyodide = (steps: readonly Step[]) => JSON.parse(prove(JSON.stringify(steps))) as Problem[];

describe('the guide proves its code and its numbers', () => {
  const plain = topics.filter(({ proofs }) => !proofs.numpy && proofs.steps.length > 0);
  test.each(plain)('$file', ({ file, proofs }) => {
    expect(placed(file, inPyodide(proofs.steps))).toEqual([]);
  });

  // NumPy comes with no package of npm, so these run where the machine's own Python has it, and say so where not.
  const arrays = topics.filter(({ proofs }) => proofs.numpy);
  const python = hasNumpy() ? test : test.skip;
  python.each(arrays)('$file (with the NumPy of this machine)', ({ file, proofs }) => {
    const script = `${prover}\nimport sys\nprint(prove(sys.stdin.read()))`;
    const answer = execFileSync('python3', ['-c', script], { input: JSON.stringify(proofs.steps), encoding: 'utf8' });
    expect(placed(file, JSON.parse(answer) as Problem[])).toEqual([]);
  });

  const scripts = topics.filter(({ proofs }) => proofs.typescript.length > 0);
  test.runIf(scripts.length > 0).each(scripts)('$file (TypeScript)', ({ proofs }) => {
    for (const { code } of proofs.typescript) {
      execFileSync(process.execPath, ['--input-type=module-typescript'], {
        input: code,
        stdio: ['pipe', 'pipe', 'pipe'],
      });
    }
  });

  test('prints every number that it checks, and checks every number of a worked example', () => {
    const faults = topics.flatMap(({ file, proofs }) => [
      ...proofs.unproven.map(({ line, number }) => `${file}:${line}: nothing computes ${number}`),
      ...proofs.unprinted.map(({ line, printed }) => `${file}:${line}: the text does not print ${printed}`),
    ]);
    expect(faults).toEqual([]);
  });
});

describe('the prover', () => {
  const markdown = readFileSync(fileURLToPath(new URL('./wrong.md', import.meta.url)), 'utf8');
  const proofs = readProofs(markdown);

  test('finds wrong numbers, wrong output and code that fails', () => {
    expect(inPyodide(proofs.steps)).toEqual([
      { line: 10, problem: '4 / 3 is 1.3333333333333333, the text says 1.34' },
      { line: 18, problem: 'the code prints something else:\n2' },
      { line: 22, problem: 'ZeroDivisionError: division by zero' },
    ]);
  });

  test('finds numbers that nobody computes or prints', () => {
    expect(proofs.unproven).toEqual([{ line: 7, number: '17.5' }]);
    expect(proofs.unprinted).toEqual([{ line: 11, printed: '0.25' }]);
  });
});

function placed(file: string, problems: readonly Problem[]): string[] {
  return problems.map(({ line, problem }) => `${file}:${line}: ${problem}`);
}

function hasNumpy(): boolean {
  try {
    execFileSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(
      `skipped ${topics.filter(({ proofs }) => proofs.numpy).length} topics: this machine's python3 has no NumPy`,
    );
    return false;
  }
}
