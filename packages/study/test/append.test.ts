/** What happens when another program tears a line in the moment before ours. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { appendToStudyFile, readStudyFile, StudyFileError } from '../src/file.ts';
import type { StudyEvent } from '../src/index.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, writeSync: vi.fn(real.writeSync) };
});

let folder = '';
let path = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'mlguide-append-'));
  path = join(folder, 'study.jsonl');
});
afterEach(() => {
  vi.mocked(fs.writeSync).mockReset();
  fs.rmSync(folder, { recursive: true, force: true });
});

const note = (id: string): StudyEvent => ({ id, at: 1, type: 'note-set', node: 'a', text: id });
const idsIn = () => readStudyFile(path).events.map(({ id }) => id);

/* Another program writes something between our look at the end of the file and our writing. */
function tear(times: number): void {
  const write = vi.mocked(fs.writeSync);
  const real = write.getMockImplementation()!;
  let left = times;
  write.mockImplementation(((...given: Parameters<typeof fs.writeSync>) => {
    if (left-- > 0) fs.appendFileSync(path, '{"id":"torn","at":');
    return real(...given);
  }) as typeof fs.writeSync);
}

test('an event that became part of a torn line is written again', () => {
  appendToStudyFile(path, [note('a')]);
  tear(1);
  appendToStudyFile(path, [note('b'), note('c')]);
  expect(idsIn().toSorted()).toEqual(['a', 'b', 'c']);
  expect(readStudyFile(path).unreadable).toHaveLength(1);
});

test('what cannot be written whole is not said to be kept', () => {
  appendToStudyFile(path, [note('a')]);
  tear(Infinity);
  expect(() => appendToStudyFile(path, [note('b')])).toThrow(StudyFileError);
  expect(idsIn()).toEqual(['a']);
});
