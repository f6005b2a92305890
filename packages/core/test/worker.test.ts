/** Text from strangers: a thread of its own, a limit of time and one of memory. */
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { InputError, parseGuide, readGuide } from '../src/author.ts';
import { parseGuideInWorker, readGuideInWorker } from '../src/worker.ts';

const text = '# Guide\n\n## Trees\n\nSee [pruning](#prunning).\n\n## Pruning\n\nA full tree learns the noise.\n';
const sources = [{ path: 'README.md', text }];

/* Some seconds of honest work: large, and nothing in it that a guard refuses. */
const long =
  '# Guide\n\n' + '## Heading of a *long* text\n\nWith [a link](#a), `code` and **more**.\n\n'.repeat(40_000);

test('gives what the parser gives', async () => {
  expect(await parseGuideInWorker(sources, { title: 'T' })).toEqual(parseGuide(sources, { title: 'T' }));
});

test('reads from the disk, too', async () => {
  const path = join(import.meta.dirname, 'fixtures', 'folder-guide', 'input');
  expect(await readGuideInWorker(path)).toEqual(await readGuide(path));
  await expect(readGuideInWorker(join(path, 'nowhere'))).rejects.toThrow(InputError);
});

test('a text that takes too long ends with a message, and this thread goes on meanwhile', async () => {
  let beats = 0;
  const heart = setInterval(() => (beats += 1), 20);
  const { guide, messages } = await parseGuideInWorker([{ path: 'long.md', text: long }], { timeLimit: 500 });
  clearInterval(heart);
  expect(messages).toMatchObject([
    {
      rule: 'too-slow',
      severity: 'error',
      file: 'long.md',
      line: 1,
      reason: 'Unexpected guide that takes longer than 0.5 s to parse; nothing of it is kept',
      url: expect.stringMatching(/diagnostics\.md#too-slow$/),
    },
  ]);
  expect(guide).toEqual(parseGuide([]).guide);
  expect(beats).toBeGreaterThan(5);
});

test('so does a text that takes too much memory', async () => {
  const { messages } = await parseGuideInWorker([{ path: 'long.md', text: long }], { memoryLimit: 30 });
  expect(messages.map(({ reason }) => reason)).toEqual([
    'Unexpected guide that takes more than 30 MB of memory to parse; nothing of it is kept',
  ]);
});
