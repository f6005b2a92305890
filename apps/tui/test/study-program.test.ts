import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { PROGRAM } from './program-path.ts';
import { PtySession } from './pty-session.ts';

let home: string;
let log: string;
const sessions: PtySession[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mlguide-study-'));
  log = join(home, 'mlguide', 'study.jsonl');
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.kill();
  rmSync(home, { recursive: true });
});

function open(args: string[], options: { columns?: number; rows?: number } = {}): PtySession {
  const session = PtySession.open({ ...options, env: { XDG_DATA_HOME: home } }, args);
  sessions.push(session);
  return session;
}

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { FORCE_COLOR: _force, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...env, XDG_DATA_HOME: home } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
    child.stdin.end();
  });
}

interface Logged {
  id: string;
  type: string;
  question?: string;
  grade?: string;
}
function events(): Logged[] {
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Logged);
}
function line(event: object): string {
  return `${JSON.stringify(event)}\n`;
}
function keep(text: string): void {
  mkdirSync(join(home, 'mlguide'), { recursive: true });
  appendFileSync(log, text);
}

describe('study', () => {
  test('asks, shows, grades, and keeps each grade before it says so', async () => {
    const session = open(['study']);
    await session.untilShown('0 done, 10 to go');
    await session.type('3');
    expect(events()).toEqual([]);
    await session.type('\r');
    await session.untilShown('3 good 3 days');
    await session.type('3');
    await session.untilShown('Good: comes again in 3 days.');
    expect(events()).toMatchObject([{ type: 'question-graded', grade: 'good' }]);
    await session.type('\r');
    await session.untilShown('1 again today');
    await session.type('1');
    await session.untilShown('Again: comes again in a moment.');
    await session.type('q');
    expect(await session.untilExit()).toBe(0);
    expect(session.screen.isAlternate()).toBe(false);
    expect(session.screen.text()).toContain('2 answers graded. 9 cards left for today.');
    expect(events()).toHaveLength(2);
    // The next session goes on where this one ended.
    const next = open(['study']);
    await next.untilShown('0 done, 9 to go');
  });

  test('u takes the last grade back, here and in the next session', async () => {
    const session = open(['study']);
    await session.untilShown('10 to go');
    await session.type('\r');
    await session.untilShown('4 easy');
    await session.type('4');
    await session.untilShown('1 done, 9 to go');
    await session.type('u');
    await session.untilShown('Easy is taken back: grade it anew.');
    await session.untilShown('0 done, 10 to go');
    await session.untilShown('1 again');
    const [graded, undone] = events();
    expect(undone).toMatchObject({ type: 'grade-undone', question: graded!.question, event: graded!.id });
    await session.type('2');
    await session.untilShown('1 done, 9 to go');
    await session.type('u');
    await session.untilShown('0 done, 10 to go');
    await session.type('q');
    expect(await session.untilExit()).toBe(0);
    const next = open(['study']);
    await next.untilShown('0 done, 10 to go');
  });

  test.each([
    ['Ctrl-C', (session: PtySession) => session.type('\u0003'), 0],
    ['SIGTERM', (session: PtySession) => Promise.resolve(process.kill(session.pty.pid, 'SIGTERM')), 143],
    ['SIGHUP', (session: PtySession) => Promise.resolve(process.kill(session.pty.pid, 'SIGHUP')), 129],
    ['Esc', (session: PtySession) => session.type('\u001b'), 0],
  ] as const)('%s restores the screen', async (_name, leave, code) => {
    const session = open(['study']);
    await session.untilShown('to go');
    expect(session.screen.isAlternate()).toBe(true);
    await leave(session);
    expect(await session.untilExit()).toBe(code);
    expect(session.screen.isAlternate()).toBe(false);
    for (const mode of ['?25', '?1049', '?1004'])
      expect(session.raw.lastIndexOf(`\u001b[${mode}${mode === '?25' ? 'h' : 'l'}`)).toBeGreaterThan(
        session.raw.lastIndexOf(`\u001b[${mode}${mode === '?25' ? 'l' : 'h'}`),
      );
  });

  test('killed in the middle of grading, it has kept all that it had acknowledged', async () => {
    for (let round = 0; round < 6; round++) {
      const session = open(['study']);
      await session.untilShown('to go');
      const before = events().length;
      for (let card = 0; card < 3; card++) await session.type('\r', '1');
      await new Promise((resolve) => setTimeout(resolve, round * 7));
      process.kill(session.pty.pid, 'SIGKILL');
      await session.untilExit();
      // eslint-disable-next-line no-control-regex -- what the program wrote, colours taken out.
      const said = [...session.raw.replace(/\u001b\[[^a-zA-Z]*[a-zA-Z]/g, '').matchAll(/(\d+) done, /g)];
      const acknowledged = Math.max(...said.map(([, number]) => Number(number)));
      expect(events().length - before).toBeGreaterThanOrEqual(acknowledged);
    }
  });

  test('two programs see each other', async () => {
    const [one, two] = [open(['study']), open(['study'])];
    await Promise.all([one.untilShown('10 to go'), two.untilShown('10 to go')]);
    await one.type('\r');
    await one.untilShown('1 again');
    await one.type('4');
    await one.untilShown('1 done, 9 to go');
    await two.type('\u001b[I');
    await two.untilShown('1 card was graded elsewhere.');
    await two.untilShown('0 done, 9 to go');
  });

  test.runIf(existsSync('/dev/full'))('a full disk keeps the card and says why', async () => {
    mkdirSync(join(home, 'mlguide'));
    symlinkSync('/dev/full', log);
    // A log on a device without an end cannot be read; the one that is written can be full all the same.
    const session = open(['study'], { columns: 60 });
    await session.untilShown('to go');
    await session.type('\r', '3');
    await session.untilShown('disk is full');
    await session.untilShown('0 done, 10 to go');
    await session.type('q');
    expect(await session.untilExit()).toBe(0);
  });

  test.runIf(existsSync('/sys/kernel'))('a folder that cannot be written to is one sentence', async () => {
    const session = PtySession.open({ columns: 70, env: { XDG_DATA_HOME: '/sys/kernel' } }, ['study']);
    sessions.push(session);
    await session.untilShown('to go');
    await session.type('\r', '3');
    await session.untilShown('cannot be written');
    await session.untilShown('0 done, 10 to go');
  });

  test('a torn line and lines of a newer version are said and left alone', async () => {
    keep(`${line({ id: 'n', at: 1, type: 'card-suspended', card: 'x' })}{"id":"to`);
    const before = readFileSync(log, 'utf8');
    const session = open(['study']);
    await session.untilShown('1 line of the study log was written by a newer mlguide: kept');
    await session.type('\r', '3');
    await session.untilShown('1 done');
    expect(readFileSync(log, 'utf8').startsWith(`${before}\n{"`)).toBe(true);
    const browser = open([], { columns: 120 });
    await browser.untilShown('written by a newer mlguide');
  });

  test('a log that is a folder ends in one line and 2', async () => {
    mkdirSync(log, { recursive: true });
    for (const args of [['study', 'stats'], ['plan'], ['study', 'export', '-']]) {
      const { code, err } = await run(...args);
      expect([code, err]).toEqual([2, `mlguide: The study log ${log} cannot be read: it is a folder.\n`]);
    }
    const session = open(['study']);
    expect(await session.untilExit()).toBe(2);
    expect(session.screen.isAlternate()).toBe(false);
  });
});

describe('marks in the tree', () => {
  test('r is kept, counted, and seen by another program', async () => {
    const [one, two] = [open(['topic', 'auc'], { columns: 100 }), open([], { columns: 100 })];
    await Promise.all([one.untilShown('? keys'), two.untilShown('? keys')]);
    await one.type('r');
    await one.untilShown('Marked as read');
    await one.untilShown(' ✓');
    expect(events()).toMatchObject([{ type: 'topic-read', topic: 'classic-ml/evaluation/auc', read: true }]);
    await two.type('\u001b[I');
    await two.untilShown(' 1/');
    await one.type('r');
    await one.until('the mark to go', () => !one.screen.text().includes('✓'));
  });

  test('bookmarks are in the same log', async () => {
    const first = open([]);
    await first.untilShown('? keys');
    await first.type('j', 'b');
    await first.untilShown('Bookmark set');
    await first.type('q');
    await first.untilExit();
    const second = open([]);
    await second.untilShown('★');
    expect(events()).toMatchObject([{ type: 'bookmark-set', on: true }]);
  });

  test.runIf(existsSync('/dev/full'))('a mark that cannot be kept is taken away again', async () => {
    mkdirSync(join(home, 'mlguide'));
    symlinkSync('/dev/full', log);
    const session = open(['topic', 'auc'], { columns: 100 });
    await session.untilShown('? keys');
    await session.type('r');
    await session.untilShown('Not kept, the disk is full');
    expect(session.screen.text()).not.toContain('✓');
  });
});

describe('plan', () => {
  test('is set, shown day by day, and made anew without what is read', async () => {
    const date = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
    expect(await run('plan')).toMatchObject({ code: 2, err: expect.stringContaining('there is no plan yet') });
    const set = await run('plan', '--date', date, '--role', 'data-scientist', '--minutes', '60');
    expect(set.code).toBe(0);
    expect(events()).toMatchObject([
      { type: 'plan-set', plan: { interviewDay: date, role: 'data-scientist', minutesPerDay: 60 } },
    ]);
    const [first] = set.out.split('\n').map((row) => row.split('\t')) as [string[]];
    keep(line({ id: 'r', at: Date.now() - 86_400_000, type: 'topic-read', topic: first[1], read: true }));
    expect((await run('plan')).out).not.toContain(first[1]);
    const longer = JSON.parse((await run('plan', '--minutes', '240', '--json')).out) as {
      role: string;
      minutesPerDay: number;
    };
    expect(longer).toMatchObject({ role: 'data-scientist', minutesPerDay: 240 });
    const shown = open(['plan'], { columns: 100, rows: 300 });
    expect(await shown.untilExit()).toBe(0);
    expect(shown.screen.text()).toMatch(/^Interview on .*, as data scientist, 240 minutes a day$/m);
    expect(shown.screen.text()).toMatch(/^Today, /m);
    expect((await run('plan', '--clear')).code).toBe(0);
    expect((await run('plan')).code).toBe(2);
  });

  test.each([
    [['--date', '2027-02-30'], /--date 2027-02-30: expected a day/],
    [['--date', '2001-01-01'], /expected a day after today/],
    [['--date', 'soon'], /--date soon: expected a day/],
    [['--role', 'pilot', '--date', '2027-02-20'], /--role pilot: expected ml-engineer, /],
    [['--minutes', '0'], /--minutes 0: expected a whole number from 5/],
    [['--minutes', '30'], /--date is missing/],
  ])('%j is one line and 2', async (args, says) => {
    const { code, err, out } = await run('plan', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
    expect(events()).toEqual([]);
  });

  test('--check asks what is known, module by module', async () => {
    const session = open(['plan', '--check']);
    await session.untilShown('1 of ');
    await session.type('\r', '1', '\r', '3');
    await session.untilShown('50 % known.');
    expect(events()).toMatchObject([{ type: 'module-checked', known: 0.5 }]);
    await session.type('q');
    expect(await session.untilExit()).toBe(0);
  });
});

describe('mock', () => {
  test('runs against the clock and leaves a summary', async () => {
    const target = join(home, 'mock.md');
    const session = open(['mock', '--round', 'depth', '--minutes', '30', '--seed', '7', '--export', target]);
    await session.untilShown('30:00 left');
    await session.type('\r');
    await session.untilShown('1 of 3');
    await session.until('the clock to run', () => /\b29:\d\d left/.test(session.screen.text()));
    await session.type('q');
    await session.type('\r');
    await session.untilShown('1 missed');
    await session.type('2');
    await session.untilShown('2 of 3');
    await session.type('e');
    await session.untilShown('1 of 2 points in 1 of 3 questions.');
    await session.untilShown('Every answer counts as a review');
    expect(events()).toMatchObject([{ type: 'question-graded', grade: 'hard', origin: 'mock' }]);
    await session.type('q');
    expect(await session.untilExit()).toBe(0);
    expect(readFileSync(target, 'utf8')).toMatch(/^# Mock interview: depth, 30 minutes\n[^]*\| in part \| \d:\d\d \|/);
    const again = open(['mock', '--export', target]);
    expect(await again.untilExit()).toBe(2);
    expect(again.screen.text().replace(/\n/g, '')).toContain('is there already');
  });

  test.each([
    [['--round', 'chess'], /--round chess: expected breadth, depth/],
    [['--minutes', '50'], /--minutes 50: expected 30, 45 or 60/],
    [['--seed', 'x'], /--seed x: expected a whole number/],
    [['--export', '/none/x.md'], /x\.md: its folder does not exist/],
    [[], /needs a terminal.*mlguide questions/],
  ])('%j is one line and 2', async (args, says) => {
    const { code, err } = await run('mock', ...args);
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('taking the log along', () => {
  const event = (id: string) => ({ id, at: 5, type: 'note-set', node: 'a', text: id });

  test('export and import are the same events, however often', async () => {
    keep(line(event('b')) + line(event('a')) + line({ id: 'n', at: 1, type: 'card-suspended' }));
    const target = join(home, 'out.jsonl');
    expect(await run('study', 'export', target)).toMatchObject({ code: 0, err: `3 events in ${target}.\n` });
    expect((await run('study', 'export', '-')).out).toBe(readFileSync(target, 'utf8'));
    const over = await run('study', 'export', target);
    expect([over.code, over.err]).toEqual([
      2,
      `mlguide: ${target}: is there already, and nothing is overwritten: give another name\n`,
    ]);
    rmSync(log);
    expect(await run('study', 'import', target)).toMatchObject({
      code: 0,
      out: '2 events taken, 0 known already.\n',
      err: 'mlguide: 1 line of a newer mlguide kept for it.\n',
    });
    expect(await run('study', 'import', target)).toMatchObject({ out: '0 events taken, 2 known already.\n', err: '' });
    expect(readFileSync(log, 'utf8')).toBe(readFileSync(target, 'utf8'));
  });

  test.each([
    [['import', '/none'], /\/none: no such file/],
    [['import', PROGRAM], /no study log, expected a file/],
    [['import'], /FILE is missing/],
    [['frob'], /no `study frob`: expected stats, limits, export or import/],
    [['export', '/none/x'], /its folder does not exist/],
  ])('%j is one line and 2', async (args, says) => {
    const { code, err } = await run('study', ...args);
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(events()).toEqual([]);
  });

  test('limits of a day are set and shown', async () => {
    expect((await run('study', 'limits')).out).toBe('At most 10 new questions and 100 due cards a day.\n');
    const set = await run('study', 'limits', '--new', '3', '--due', '1');
    expect(set).toMatchObject({ code: 0, out: 'At most 3 new questions and 1 due card a day.\n' });
    expect(events()).toMatchObject([{ type: 'limits-set', newPerDay: 3, duePerDay: 1 }]);
    const session = open(['study']);
    await session.untilShown('0 done, 3 to go');
    expect((await run('study', 'limits', '--due', 'x')).err).toMatch(/--due x: expected a whole number/);
  });

  test('stats are numbers and bars, or sentences alone', async () => {
    const { out } = await run('study', 'stats');
    expect(out).toContain('no retention to speak of');
    expect(out).toContain('\nDue\n');
    expect(out).toMatch(/\nTopics read\n.*\n *\S.* {2}0 of \d+ {2}┄+\n/);
    const linear = await run('study', 'stats', '--linear');
    expect(linear.out).not.toMatch(/█|\nDue\n/);
  });
});
