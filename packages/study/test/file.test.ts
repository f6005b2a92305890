import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { appendToStudyFile, readStudyFile, StudyFile, StudyFileError, studyFilePath } from '../src/file.ts';
import type { StudyEvent } from '../src/index.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlguide-study-'));
  path = join(folder, 'deep', 'study.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const note = (id: string): StudyEvent => ({ id, at: 1, type: 'note-set', node: 'a', text: id });

test('lies below XDG_DATA_HOME, else below the home folder', () => {
  expect(studyFilePath({ XDG_DATA_HOME: '/data' })).toBe('/data/mlguide/study.jsonl');
  expect(studyFilePath({ HOME: '/home/ada' })).toBe('/home/ada/.local/share/mlguide/study.jsonl');
  expect(studyFilePath({ HOME: '/home/ada', XDG_DATA_HOME: 'data' })).toBe(
    '/home/ada/.local/share/mlguide/study.jsonl',
  );
});

test('a log that does not exist is empty, and is made with its folders', () => {
  expect(readStudyFile(path)).toEqual({ events: [], unreadable: [] });
  appendToStudyFile(path, [note('one')]);
  appendToStudyFile(path, []);
  appendToStudyFile(path, [note('two'), note('three')]);
  expect(readStudyFile(path).events.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
});

test('a torn last line is set aside, stays in the file, and does not swallow the next', () => {
  appendToStudyFile(path, [note('one')]);
  appendFileSync(path, '{"id":"torn","at":');
  appendToStudyFile(path, [note('two')]);
  const { events, unreadable } = readStudyFile(path);
  expect(events.map(({ id }) => id)).toEqual(['one', 'two']);
  expect(unreadable).toEqual([{ line: '{"id":"torn","at":', number: 2, kind: 'torn' }]);
  expect(readFileSync(path, 'utf8')).toContain('"torn"');
});

describe('an open log', () => {
  const ids = (events: StudyEvent[]) => events.map(({ id }) => id);

  test('sees what another program appends, each event once', () => {
    const [one, two] = [StudyFile.open(path), StudyFile.open(path)];
    expect(ids(one.append([note('a')]))).toEqual(['a']);
    expect(ids(two.append([note('b')]))).toEqual(['a', 'b']);
    expect(ids(one.refresh())).toEqual(['b']);
    expect(ids(one.refresh())).toEqual([]);
    expect(ids(one.events)).toEqual(['a', 'b']);
  });

  test('reads a line again that had no end yet', () => {
    const file = StudyFile.open(path);
    file.append([note('a')]);
    const line = JSON.stringify(note('b'));
    appendFileSync(path, line.slice(0, 20));
    expect(file.refresh()).toEqual([]);
    expect(file.unreadable).toEqual([{ line: line.slice(0, 20), number: 2, kind: 'torn' }]);
    appendFileSync(path, `${line.slice(20)}\n`);
    expect(ids(file.refresh())).toEqual(['b']);
    expect(file.unreadable).toEqual([]);
  });

  test('keeps torn lines and lines of a newer version where they are, and says which', () => {
    const newer = '{"id":"n","at":2,"type":"card-suspended","card":"x"}';
    appendToStudyFile(path, [note('a')]);
    appendFileSync(path, `${newer}\n{"id":"to`);
    const before = readFileSync(path, 'utf8');
    const file = StudyFile.open(path);
    expect(file.unreadable.map(({ number, kind }) => [number, kind])).toEqual([
      [2, 'unknown'],
      [3, 'torn'],
    ]);
    file.append([note('b')]);
    expect(ids(file.events)).toEqual(['a', 'b']);
    expect(file.unreadable.map(({ number }) => number)).toEqual([2, 3]);
    expect(readFileSync(path, 'utf8').startsWith(before)).toBe(true);
  });

  test('keeps the lines of a newer version that another log brings', () => {
    const newer = '{"id":"n","at":2,"type":"card-suspended","card":"x"}';
    const file = StudyFile.open(path);
    expect(ids(file.append([note('a')], [newer]))).toEqual(['a']);
    expect(file.unreadable).toEqual([{ line: newer, number: 2, kind: 'unknown' }]);
    expect(readFileSync(path, 'utf8')).toBe(`${JSON.stringify(note('a'))}\n${newer}\n`);
  });

  test('read in slices is the same as read at once', async () => {
    const long = 'x'.repeat(700_000);
    for (let index = 0; index < 40; index++) {
      const text = index % 13 === 5 ? long : 'y'.repeat(20_000);
      appendToStudyFile(path, [{ id: `n${index}`, at: index, type: 'note-set', node: 'a', text }]);
      if (index === 20) appendFileSync(path, '{"id":"torn\n');
    }
    appendFileSync(path, '{"id":"last');
    const [file, once] = [await StudyFile.openInSlices(path), StudyFile.open(path)];
    expect(ids(file.events)).toEqual(ids(once.events));
    expect(file.events).toHaveLength(40);
    expect(file.unreadable).toEqual(once.unreadable);
    expect(file.unreadable.map(({ number }) => number)).toEqual([22, 42]);
    expect(ids(file.append([note('more')]))).toEqual(['more']);
    expect((await StudyFile.openInSlices(join(folder, 'none'))).events).toEqual([]);
  });

  test('remembers only what it is asked to', () => {
    const file = StudyFile.open(path, { keep: ({ id }) => id !== 'b' });
    expect(ids(file.append([note('a'), note('b')]))).toEqual(['a']);
    expect(ids(file.events)).toEqual(['a']);
    expect(ids(StudyFile.open(path).events)).toEqual(['a', 'b']);
  });

  test('reads a file that was put in its place, and forgets nothing', () => {
    const file = StudyFile.open(path);
    file.append([note('a'), note('b')]);
    rmSync(path);
    writeFileSync(path, `${JSON.stringify(note('c'))}\n`);
    expect(ids(file.refresh())).toEqual(['c']);
    expect(ids(file.events)).toEqual(['a', 'b', 'c']);
  });
});

describe('when it cannot be kept', () => {
  test('a folder in its place gives one sentence', () => {
    mkdirSync(path, { recursive: true });
    expect(() => readStudyFile(path)).toThrow(StudyFileError);
    expect(() => appendToStudyFile(path, [note('one')])).toThrow(
      /^The study log .* cannot be written: it is a folder\.$/u,
    );
  });

  test('a file in the place of its folder gives one sentence', () => {
    writeFileSync(join(folder, 'deep'), '');
    expect(() => appendToStudyFile(path, [note('one')])).toThrow(/cannot be written: .*\.$/u);
  });

  // /dev/full takes no byte: the disk that is always full.
  test.runIf(existsSync('/dev/full'))('a full disk gives one sentence', () => {
    expect(() => appendToStudyFile('/dev/full', [note('one')])).toThrow('the disk is full');
  });

  // Root may write anywhere, so only another user can see this.
  test.skipIf(process.getuid?.() === 0)('a read-only folder gives one sentence', () => {
    chmodSync(folder, 0o500);
    expect(() => appendToStudyFile(path, [note('one')])).toThrow('not allowed');
    chmodSync(folder, 0o700);
  });
});

test('killed at any moment, it loses nothing that was acknowledged', async () => {
  const rounds = Number(process.env['KILLS'] ?? 40);
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 2) {
    // Two programs write at once, and each is killed in the middle of whatever it does.
    const pair = [0, 1].map((offset) => runAndKill(`r${round + offset}`, 1 + Math.random() * 25));
    for (const ids of await Promise.all(pair)) acknowledged.push(...ids);
  }
  const { events, unreadable } = readStudyFile(path);
  const kept = new Set(events.map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThan(rounds);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(unreadable.every(({ kind }) => kind === 'torn')).toBe(true);
});

async function runAndKill(name: string, afterMs: number): Promise<string[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), path, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  writer.stdout.setEncoding('utf8');
  await new Promise<void>((resolve) => {
    writer.stdout.on('data', (text: string) => {
      // The clock starts with the first event, so that every round writes something.
      if (output === '') setTimeout(() => writer.kill('SIGKILL'), afterMs);
      output += text;
    });
    writer.on('close', () => resolve());
  });
  // The last line may be torn: then it was not acknowledged.
  return output.split('\n').slice(0, -1);
}
