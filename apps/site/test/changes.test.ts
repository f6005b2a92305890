import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readGuide } from '@mlguide/core/author';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { changesOf, dayOf } from '../src/changes.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mlguide-changes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(cwd: string, ...command: string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...command], { cwd, stdio: 'ignore' });
}

function commit(day: string): void {
  vi.stubEnv('GIT_COMMITTER_DATE', `${day}T12:00:00Z`);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--message', 'words that no reader sees');
  vi.unstubAllEnvs();
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

async function changes(source: string = folder): Promise<string[]> {
  const { guide } = await readGuide(source);
  return changesOf(guide, folder).map(({ id, kind, at, titleBefore }) =>
    [dayOf(at), kind, id, ...(titleBefore === undefined ? [] : [`was ${titleBefore}`])].join(' '),
  );
}

const prose = 'A sentence that stays as it is, long enough for git to know the file again.\n'.repeat(5);

it('tells what was added, changed, renamed and moved, by day, and follows a file through its names', async () => {
  git(folder, 'init');
  write('01-trees/index.md', '# Trees\n');
  write('01-trees/01-pruning.md', `---\ntitle: Pruning\n---\n\n${prose}`);
  write('01-trees/02-splits.md', `---\ntitle: "Splits"\n---\n\n${prose}Splits.\n`);
  commit('2024-01-01');
  write('01-trees/01-pruning.md', `---\ntitle: Pruning\n---\n\n${prose}More.\n`);
  commit('2024-02-01');
  renameSync(path.join(folder, '01-trees/01-pruning.md'), path.join(folder, '01-trees/03-pruning.md'));
  write('01-trees/02-splits.md', `---\ntitle: Where to split\n---\n\n${prose}Splits.\n`);
  commit('2024-03-01');
  renameSync(path.join(folder, '01-trees/03-pruning.md'), path.join(folder, '01-trees/03-cutting-back.md'));
  commit('2024-04-01');
  write('01-trees/04-not-committed.md', '---\ntitle: Later\n---\n');
  expect(await changes()).toEqual([
    '2024-04-01 moved trees/cutting-back',
    '2024-03-01 renamed trees/splits was Splits',
    '2024-02-01 changed trees/cutting-back',
    '2024-01-01 added trees',
    '2024-01-01 added trees/splits',
    '2024-01-01 added trees/cutting-back',
  ]);
});

it('reads names in every script, whatever somebody has told git to show them', async () => {
  git(folder, 'init');
  git(folder, 'config', 'color.ui', 'always');
  git(folder, 'config', 'diff.noprefix', 'true');
  write('b/index.md', '# Sorting\n');
  write('b/01-排序.md', `---\ntitle: 排序\n---\n\n${prose}`);
  commit('2024-01-01');
  write('b/01-排序.md', `---\ntitle: 快速排序\n---\n\n${prose}`);
  commit('2024-02-01');
  expect(await changes()).toEqual([
    '2024-02-01 renamed b/排序 was 排序',
    '2024-01-01 added b',
    '2024-01-01 added b/排序',
  ]);
});

it('is one entry a day, and does not mention what is gone', async () => {
  git(folder, 'init');
  write('a/one.md', `---\ntitle: One\n---\n\n${prose}`);
  write('b/three.md', '---\ntitle: Three\n---\n\nWords of its own.\n');
  write('a/two.md', '---\ntitle: Two\n---\n\nOther words.\n');
  commit('2024-01-01');
  write('a/one.md', `---\ntitle: One\n---\n\n${prose}Twice.\n`);
  rmSync(path.join(folder, 'a/two.md'));
  commit('2024-01-01');
  expect(await changes()).toEqual(['2024-01-01 added a/one', '2024-01-01 added b/three']);
});

it('dates the parts of one README by their lines', async () => {
  git(folder, 'init');
  write('README.md', '# Notes\n\n## Heaps\n\n- push\n- pop\n\n## Trees\n\n- insert\n- remove\n');
  commit('2024-01-01');
  write('README.md', readFileSync(path.join(folder, 'README.md'), 'utf8').replace('- insert', '- insert: walk down'));
  commit('2024-05-05');
  const all = await changes(path.join(folder, 'README.md'));
  expect(all[0]).toMatch(/^2024-05-05 added trees\/insert/);
  expect(all.slice(1).every((line) => line.startsWith('2024-01-01'))).toBe(true);
});

it('says nothing without git, without commits, and of a clone without its past', async () => {
  write('a/one.md', '---\ntitle: One\n---\n\nWords.\n');
  expect(await changes()).toEqual([]);
  git(folder, 'init');
  expect(await changes()).toEqual([]);
  commit('2024-01-01');
  write('a/one.md', '---\ntitle: One\n---\n\nOther words.\n');
  commit('2024-01-02');
  const shallow = mkdtempSync(path.join(tmpdir(), 'mlguide-shallow-'));
  git(shallow, 'clone', '--depth', '1', `file://${folder}`, '.');
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { guide } = await readGuide(shallow);
  expect(changesOf(guide, shallow)).toEqual([]);
  expect(said.mock.calls.flat()).toEqual([expect.stringContaining('shallow')]);
  vi.restoreAllMocks();
  rmSync(shallow, { recursive: true, force: true });
});
