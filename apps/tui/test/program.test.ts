import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

import { FIXTURE } from './guide-fixture.ts';
import { PROGRAM } from './program-path.ts';
import { PtySession } from './pty-session.ts';

const sessions: PtySession[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.kill();
});

function open(...args: Parameters<typeof PtySession.open>): PtySession {
  const session = PtySession.open(...args);
  sessions.push(session);
  return session;
}

/** A shell with something on its screen, in which the program is started as a reader would. */
async function openInShell(command = `${process.execPath} ${PROGRAM} open ${FIXTURE}`): Promise<PtySession> {
  const session = new PtySession('/bin/bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'shell> ' } });
  sessions.push(session);
  await session.untilShown('shell>');
  await session.type('echo before\r');
  await session.untilShown('\nbefore');
  await session.type(`${command}; echo "code $?"\r`);
  await session.untilShown('A guide for tests.');
  return session;
}

/** The same, with the process by which signals reach the program. */
async function openWithPid(node = ''): Promise<{ session: PtySession; pid: number }> {
  const session = await openInShell(
    `sh -c 'echo "pid $$ ."; exec ${process.execPath} ${node} ${PROGRAM} open ${FIXTURE}'`,
  );
  // What was typed says `pid $$`, what was printed has the number.
  return { session, pid: Number(/pid (\d+) \./.exec(session.raw)![1]) };
}

async function expectRestored(session: PtySession): Promise<void> {
  expect(session.screen.isAlternate()).toBe(false);
  expect(session.screen.text()).toContain('before');
  expect(session.screen.text()).not.toContain('A guide for tests.');
  // The cursor is shown, and what is typed is echoed again.
  expect(session.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(session.raw.lastIndexOf('\u001b[?25l'));
  await session.type('echo af', 'ter\r');
  await session.untilShown('\nafter');
}

describe('start', () => {
  test('shows the guide on the second screen', async () => {
    const session = open();
    await session.untilShown('A guide for tests.');
    expect(session.screen.isAlternate()).toBe(true);
    await session.untilShown('▾ Basics');
  });

  test('keeps keys that are typed before anything is drawn', async () => {
    const session = open();
    session.pty.write('jjl');
    await session.untilShown('Blocks of every k…');
    expect(session.screen.text()).not.toContain('jjl');
  });

  test('runs where CI is set', async () => {
    const session = open({ env: { CI: 'true' } });
    await session.untilShown('A guide for tests.');
    await session.type('j');
    await session.untilShown('What a module says');
  });
});

describe('settings', () => {
  test('a broken file is said on the first screen and left as it is', async () => {
    const home = mkdtempSync(join(tmpdir(), 'mlguide-config-'));
    mkdirSync(join(home, 'mlguide'));
    const file = join(home, 'mlguide', 'config.json');
    writeFileSync(file, '{\n  "theme": dark\n}\n');
    const session = open({ columns: 160, env: { XDG_CONFIG_HOME: home } });
    await session.untilShown('config.json:2:');
    await session.type('j');
    await session.until('the warning to go', () => !session.screen.text().includes('config.json'));
    await session.type('q');
    expect(await session.untilExit()).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('{\n  "theme": dark\n}\n');
    rmSync(home, { recursive: true });
  });
});

describe('keys and sizes', () => {
  test('reads, searches and comes back', async () => {
    const session = open();
    await session.untilShown('A guide for tests.');
    await session.type('/', 'b', 'e', 'k');
    await session.untilShown('Blocks of every kind');
    await session.type('\r');
    await session.untilShown('A paragraph with emphasis');
    await session.type('\u001b');
    // An Escape and a letter that are read together are another key.
    await session.untilShown('Tab to the topic');
    await session.type('j');
    await session.untilShown('A pipeline:');
  });

  test('follows the size of the terminal', async () => {
    const session = open({ columns: 100, rows: 30 });
    await session.untilShown('A guide for tests.');
    for (const [columns, rows] of [
      [40, 10],
      [120, 40],
      [20, 6],
      [80, 24],
    ] as const) {
      session.resize(columns, rows);
      await session.until(`the guide at ${columns} × ${rows}`, () => {
        const lines = session.screen.lines();
        return lines[0]!.startsWith(' A small guide') && /\d+\/\d+$/.test(lines[rows - 1]!);
      });
    }
  });

  test('switches the mouse on and off again', async () => {
    const session = open();
    await session.untilShown('A guide for tests.');
    expect(session.raw).not.toContain('\u001b[?1000h');
    await session.type('m');
    await session.untilShown('Mouse on');
    await session.type('\u001b[<0;5;4M');
    await session.untilShown('› Basics');
    await session.type('q');
    await session.untilExit();
    expect(session.raw.lastIndexOf('\u001b[?1000l')).toBeGreaterThan(session.raw.lastIndexOf('\u001b[?1000h'));
  });
});

describe('leaving', () => {
  test('an id that is none ends in one line and 2', async () => {
    const session = open({}, ['topic', 'linear-regresion']);
    expect(await session.untilExit()).toBe(2);
    expect(session.screen.isAlternate()).toBe(false);
    expect(session.screen.text()).toContain('Did you mean');
  });

  test.each([
    ['q', 'q', 0],
    ['Ctrl-C', '\u0003', 0],
  ])('%s restores the screen', async (_name, key, code) => {
    const session = await openInShell();
    await session.type(key);
    await session.untilShown(`code ${code}`);
    await expectRestored(session);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('%s restores the screen', async (signal, code) => {
    const { session, pid } = await openWithPid();
    process.kill(pid, signal);
    await session.untilShown(`code ${code}`);
    await expectRestored(session);
  });

  test('a crash restores the screen and says what happened', async () => {
    const { session, pid } = await openWithPid(`--import ${new URL('crash-on-signal.mjs', import.meta.url)}`);
    process.kill(pid, 'SIGUSR2');
    await session.untilShown('code 1');
    expect(session.screen.text()).toContain('boom');
    await expectRestored(session);
  });

  test('Ctrl-Z gives the shell back, and fg the page', async () => {
    const session = await openInShell();
    await session.type('j');
    await session.untilShown('What a module says');
    await session.type('\u001a');
    await session.untilShown('Stopped');
    await expectRestored(session);
    await session.type('fg\r');
    await session.untilShown('What a module says');
    expect(session.screen.isAlternate()).toBe(true);
    await session.type('j');
    await session.untilShown('› Shapes');
    await session.type('q');
    await session.untilShown('after');
    expect(session.screen.isAlternate()).toBe(false);
  });

  test('ends when the terminal is closed', async () => {
    const session = open();
    await session.untilShown('A guide for tests.');
    const { pid } = session.pty;
    session.pty.kill('SIGHUP');
    await session.untilExit();
    expect(() => process.kill(pid, 0)).toThrow();
  });
});

describe('open -', () => {
  const text = '# Piped\\n\\n## Alpha\\n\\nFirst.\\n\\n## Beta\\n\\nSecond words.\\n';

  test('reads standard input to its end, then takes keys from the terminal', async () => {
    const session = new PtySession('/bin/bash', [
      '-c',
      `printf '${text}' | "${process.execPath}" "${PROGRAM}" open -; echo "code $?"`,
    ]);
    sessions.push(session);
    await session.untilShown('• Alpha');
    expect(session.screen.isAlternate()).toBe(true);
    await session.type('j', 'j');
    await session.untilShown('Second words.');
    session.resize(50, 12);
    await session.until('one pane', () => session.screen.lines()[11]!.includes('3/3'));
    await session.type('q');
    await session.untilShown('code 0');
    expect(session.screen.isAlternate()).toBe(false);
  });

  test('comes back after Ctrl-Z', async () => {
    const session = await openInShell(`cat "${FIXTURE}/index.md" | ${process.execPath} ${PROGRAM} open -`);
    await session.type('\u001a');
    await session.untilShown('Stopped');
    await session.type('fg\r');
    await session.until('the guide again', () => session.screen.isAlternate());
    await session.type('q');
    await session.until('the shell', () => !session.screen.isAlternate());
    await expectRestored(session);
  });

  test('without a terminal to take keys from, says what to use instead', async () => {
    const session = new PtySession('/bin/bash', [
      '-c',
      `printf '${text}' | setsid -w "${process.execPath}" "${PROGRAM}" open -; echo "code $?"`,
    ]);
    sessions.push(session);
    await session.untilShown('code 2');
    expect(session.screen.text().replace(/\n/g, '')).toContain('without one, use `mlguide tree -`');
  });
});
