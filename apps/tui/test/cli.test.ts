import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guideFromJson, openSearch } from '@mlguide/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { COMMANDS } from '../src/command-table.ts';
import { KEYMAP } from '../src/keymap.ts';
import { FIXTURE } from './guide-fixture.ts';
import { PROGRAM } from './program-path.ts';
import { PtySession } from './pty-session.ts';

interface Result {
  code: number;
  out: string;
  err: string;
}

function run(
  args: string[],
  { env = {}, input }: { env?: Record<string, string>; input?: string | Buffer } = {},
): Promise<Result> {
  const { FORCE_COLOR: _force, ...inherited } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      { env: { ...inherited, ...env }, maxBuffer: 1e8 },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, out, err });
      },
    );
    child.stdin!.end(input ?? '');
  });
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlguide-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('our own guide', () => {
  const firstId = async () => (await run(['list'])).out.split('\t')[0]!;

  test('list prints ids and titles, and show prints a topic plainly in a pipe', async () => {
    const list = await run(['list']);
    expect(list.code).toBe(0);
    const [id, title] = list.out.split('\n')[0]!.split('\t') as [string, string];
    const shown = await run(['show', id, '--width', '60']);
    expect(shown.code).toBe(0);
    expect(shown.out.replace(/\s+/g, ' ').startsWith(title)).toBe(true);
    // eslint-disable-next-line no-control-regex -- no escape sequences in a pipe.
    expect(shown.out).not.toMatch(/\u001b/);
    const coloured = await run(['show', id], { env: { FORCE_COLOR: '1' } });
    expect(coloured.out).toContain('\u001b[1;34m');
  });

  test('show prints JSON and Markdown', async () => {
    const id = await firstId();
    const data = JSON.parse((await run(['show', id, '--json'])).out) as {
      id: string;
      questions: unknown[];
      prose: { type: string } | null;
    };
    expect(data.id).toBe(id);
    expect(data.prose?.type).toBe('root');
    expect((await run(['show', id, '--markdown'])).out).toMatch(/^# \S/);
  });

  test('search finds short names and forgives slips', async () => {
    expect((await run(['search', 'svm'])).out).toContain('/support-vector-machines\t');
    expect((await run(['search', 'linear', 'regresion', '--most', '5'])).out).toContain('/linear-regression\t');
    expect((await run(['search', 'zzzzzz'])).err).toBe('Nothing found for `zzzzzz`.\n');
  });

  test('a wrong id offers the nearest, and exits with 2', async () => {
    const { code, out, err } = await run(['show', 'linear-regresion']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^mlguide: no topic `linear-regresion`\. Did you mean `[^`]*linear-regression`.*\n$/);
  });

  test('questions are of one module and difficulty', async () => {
    const all = (await run(['questions'])).out.split('\n').length;
    const { out, code } = await run(['questions', '--module', 'classic-ml', '--difficulty', 'senior']);
    expect(code).toBe(0);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.length).toBeLessThan(all);
    expect(rows.every(([id, difficulty]) => id!.startsWith('classic-ml/') && difficulty === 'senior')).toBe(true);
    expect((await run(['questions', '--module', 'clasic-ml'])).err).toContain('`classic-ml`');
  });

  test.each([['list'], ['tree'], ['questions']])('%s | head shows no error', async (command) => {
    const { FORCE_COLOR: _force, ...env } = process.env;
    const result = await new Promise<{ out: string; err: string }>((resolve) => {
      const line = `"${process.execPath}" "${PROGRAM}" ${command} | head -1; echo "codes \${PIPESTATUS[*]}"`;
      execFile('/bin/bash', ['-c', line], { env }, (_error, out, err) => resolve({ out, err }));
    });
    expect(result.err).toBe('');
    expect(result.out).toMatch(/codes 0 0\n$/);
  });
});

describe('Markdown of others', () => {
  test('tree, stats and check speak of a folder', async () => {
    const tree = await run(['tree', FIXTURE]);
    expect(tree.out).toMatchSnapshot();
    const stats = JSON.parse((await run(['stats', FIXTURE, '--json'])).out) as {
      total: { topics: number; questions: number };
    };
    expect(stats.total).toMatchObject({ topics: 11, questions: 3, resources: 2 });
    expect((await run(['stats', FIXTURE])).out).toMatch(/^Advanced +0 +8 /m);
  });

  test('check misses the ids of an earlier build', async () => {
    const before = join(folder, 'before.md');
    const after = join(folder, 'after.md');
    writeFileSync(before, '# G\n\n## Trees\n\nThey ask.\n\n## Pruning\n\nIt forgets.\n');
    writeFileSync(after, '# G\n\n## Trees\n\nThey ask.\n');
    await run(['build', before, '--out', join(folder, 'built')]);
    const built = join(folder, 'built', 'guide.json');
    const { code, out } = await run(['check', after, '--published', built]);
    expect(code).toBe(1);
    expect(out).toContain('`pruning`');
    expect(out).toContain('lost-id');
    expect(await run(['check', before, '--published', built])).toMatchObject({ code: 0 });
    expect((await run(['check', after, '--published', join(folder, 'nowhere')])).code).toBe(2);
  });

  test('check names file, line and column, and exits with 1 for an error', async () => {
    const file = join(folder, 'broken.md');
    writeFileSync(file, '# Guide\n\n## One\n\nSee [two](#nowhere).\n\n#### Too deep\n\nText.\n');
    const { code, out } = await run(['check', file]);
    expect(out).toMatch(/^\S*\/broken\.md:\d+:\d+ {2}(error|warning) {2}/m);
    const messages = JSON.parse((await run(['check', file, '--format', 'json'])).out) as { severity: string }[];
    expect(code).toBe(messages.some(({ severity }) => severity === 'error') ? 1 : 0);
    expect((await run(['check', file, '--format', 'github'])).out).toMatch(
      /^::(error|warning) file=\S*\/broken\.md,line=\d+,/m,
    );
    const sarif = JSON.parse((await run(['check', file, '--format', 'sarif'])).out) as {
      version: string;
      runs: { results: unknown[] }[];
    };
    expect([sarif.version, sarif.runs[0]!.results.length]).toEqual(['2.1.0', messages.length]);
  });

  test('reads standard input as -', async () => {
    expect((await run(['tree', '-'], { input: '# A\n\n## B\n\nText.\n' })).out).toContain('B');
    expect(await run(['tree', '-'], { input: Buffer.from([0x23, 0x20, 0xff, 0xfe]) })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^mlguide: -: .*UTF-8.*\n$/),
    });
  });
});

describe('bad input is one line and 2', () => {
  const cases: [name: string, args: () => string[], says: RegExp][] = [
    ['a missing file', () => ['tree', join(folder, 'none.md')], /none\.md: no such file/],
    [
      'a folder without Markdown',
      () => {
        mkdirSync(join(folder, 'empty'), { recursive: true });
        return ['stats', join(folder, 'empty')];
      },
      /empty: no Markdown/,
    ],
    [
      'a file that is not UTF-8',
      () => {
        writeFileSync(join(folder, 'latin.md'), Buffer.from('# caf\xe9\n', 'latin1'));
        return ['check', join(folder, 'latin.md')];
      },
      /latin\.md: not UTF-8/,
    ],
    [
      'a binary file',
      () => {
        writeFileSync(join(folder, 'bin.md'), Buffer.from([0, 1, 2]));
        return ['tree', join(folder, 'bin.md')];
      },
      /bin\.md: a binary file/,
    ],
    [
      'a file of 300 MB',
      () => {
        writeFileSync(join(folder, 'big.md'), '');
        truncateSync(join(folder, 'big.md'), 300e6);
        return ['check', join(folder, 'big.md')];
      },
      /big\.md: .*300.*too large/,
    ],
    ['an unknown command', () => ['frobnicate'], /no command `frobnicate`/],
    ['an unknown option', () => ['show', 'x', '--colour'], /--colour/],
    ['a missing word', () => ['show'], /ID is missing/],
    ['a word too many', () => ['show', 'a', 'b'], /one word too many, `b`/],
    ['a width that is none', () => ['show', 'x', '--width', 'wide'], /--width wide: expected a whole number/],
    ['no terminal', () => [], /needs a terminal.*mlguide show/],
    ['open without a terminal', () => ['open', FIXTURE], /needs a terminal.*mlguide tree/],
  ];
  test.each(cases)('%s', async (_name, args, says) => {
    const { code, out, err } = await run(args());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a dumb terminal is told what to use instead', async () => {
    const session = new PtySession(process.execPath, [PROGRAM], { env: { TERM: 'dumb' } });
    expect(await session.untilExit()).toBe(2);
    expect(session.raw).toContain('use `mlguide show ID`');
    expect(session.raw).not.toContain('\u001b');
  });
});

describe('--linear', () => {
  test('is a conversation of lines: choose, hear the answer, search, go back, quit', async () => {
    const { code, out } = await run(['open', FIXTURE, '--linear'], {
      input: '1\n1\n1\n1\nt\n1\nd\nb\ns bek\nx\nq\n',
    });
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
    // eslint-disable-next-line no-control-regex -- nothing is ever drawn over.
    expect(out).not.toMatch(/[\u001b\r\u0008]/);
    expect(out).not.toMatch(/[│┌┬▏▌]/);
  });

  test('ends where its input ends', async () => {
    expect((await run(['open', FIXTURE, '--linear'])).code).toBe(0);
  });
});

describe('completion', () => {
  test('bash completes commands, options and ids', async () => {
    const script = join(folder, 'completion.bash');
    writeFileSync(script, (await run(['completion', 'bash'])).out);
    const complete = (...words: string[]) =>
      new Promise<string[]>((resolve, reject) => {
        const line = `mlguide() { "${process.execPath}" "${PROGRAM}" "$@"; }; source "${script}"; COMP_WORDS=(mlguide "$@"); COMP_CWORD=$#; _mlguide; printf '%s\\n' "\${COMPREPLY[@]}"`;
        execFile('/bin/bash', ['-c', line, 'bash', ...words], (error, out) =>
          error ? reject(error) : resolve(out.trim().split('\n')),
        );
      });
    expect(await complete('sh')).toEqual(['show']);
    expect(await complete('show', '--wi')).toEqual(['--width']);
    expect(await complete('show', 'classic-ml/linear-models/linear-r')).toEqual([
      'classic-ml/linear-models/linear-regression',
    ]);
  });

  test.each(['zsh', 'fish'])('%s names every command', async (shell) => {
    const { out } = await run(['completion', shell]);
    for (const { name } of COMMANDS) expect(out).toContain(name);
    expect((await run(['completion', 'tcsh'])).code).toBe(2);
  });
});

describe('build', () => {
  test('writes the tree, the prose and an index, and again in their place', async () => {
    const out = join(folder, 'built');
    for (const _time of [1, 2]) {
      const result = await run(['build', FIXTURE, '--out', out]);
      expect(result).toMatchObject({ code: 0, out: expect.stringContaining('in 17 files') });
    }
    const read = (path: string) => JSON.parse(readFileSync(join(out, path), 'utf8')) as unknown;
    const guide = guideFromJson(readFileSync(join(out, 'guide.json'), 'utf8'));
    const withProse = Object.values(guide.nodes).filter(({ body }) => body !== null);
    for (const { id } of withProse) expect(read(`bodies/${id}.json`)).toMatchObject({ type: 'root' });
    expect(read('opening.json')).toMatchObject({ type: 'root' });
    const search = openSearch(readFileSync(join(out, 'search.json'), 'utf8'));
    expect(search.search('diagrams', 1)[0]?.id).toBe('basics/shapes/diagrams');
    expect(JSON.stringify(read('bodies/advanced/formulas.json'))).toContain('<math');
    expect(existsSync(`${out}.new`)).toBe(false);
  });

  test('writes nothing if there is an error, unless it is a draft', async () => {
    const file = join(folder, 'wrong.md');
    const out = join(folder, 'wrong');
    writeFileSync(file, '# Guide\n\n## One\n\nSee [two](#nowhere).\n');
    const refused = await run(['build', file, '--out', out]);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('wrong.md:5:5');
    expect(existsSync(out)).toBe(false);
    expect((await run(['build', file, '--out', out, '--draft'])).code).toBe(0);
    expect(existsSync(join(out, 'guide.json'))).toBe(true);
  });

  test('replaces no folder that holds something else, nor the guide itself', async () => {
    const file = join(folder, 'guide', 'one.md');
    mkdirSync(join(folder, 'guide'), { recursive: true });
    writeFileSync(file, '# One\n\nText.\n');
    for (const out of [join(folder, 'guide'), folder]) {
      const { code, err } = await run(['build', join(folder, 'guide'), '--out', out]);
      expect([code, err]).toEqual([2, expect.stringMatching(/^mlguide: --out .*: the guide itself is in there/)]);
    }
    expect(existsSync(file)).toBe(true);
    const { code, err } = await run(['build', FIXTURE, '--out', join(folder, 'guide')]);
    expect([code, err]).toEqual([2, expect.stringContaining('holds something else')]);
  });
});

describe('formulas of others', () => {
  test('are set with the macros that people use; chemistry stays as it is', async () => {
    const file = join(folder, 'formulas.md');
    writeFileSync(file, '# A\n\n## B\n\n$$x \\in \\R$$\n\n$$\\ce{H2O}$$\n');
    const { out } = await run(['open', file, '--linear'], { input: '1\nq\n' });
    expect(out).toContain('Formula: x ∈ ℝ\nFormula: \\ce{H2O}\n');
  });
});

describe('diff', () => {
  test('names what came, went, moved and changed', async () => {
    const [before, after] = [join(folder, 'before.md'), join(folder, 'after.md')];
    writeFileSync(before, '# Guide\n\n## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.\n');
    writeFileSync(after, '# Guide\n\n## One\n\nOther text.\n\n## Three\n\nText.\n\n## Four\n\nText.\n');
    const { code, out, err } = await run(['diff', before, after]);
    expect(out).toBe(
      'major  The topic `two` is gone, and no redirect leads on from it\nminor  The topic `four` is new\npatch  The words of `one` changed\n',
    );
    expect([code, err]).toEqual([1, 'In all, a major change.\n']);
    expect(await run(['diff', before, before])).toMatchObject({ code: 0, out: '' });
  });
});

describe('help', () => {
  test.each(COMMANDS.map(({ name }) => [name]))('explains “mlguide %s” with examples', async (name) => {
    const { code, out } = await run([...(name === '' ? [] : [name]), '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Examples');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('the man page has every command and every key', async () => {
    const { out } = await run(['man']);
    for (const { name } of COMMANDS) expect(out).toContain(`.B mlguide${name === '' ? '' : ` ${name}`}`);
    for (const { help } of KEYMAP) expect(out).toContain(help.replaceAll('-', '\\-'));
  });

  test('prints the version', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+/);
  });
});
