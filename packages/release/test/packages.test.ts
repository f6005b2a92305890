/** What publint and "are the types wrong" say of everything that is published. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { guide } from '@mlguide/content';
import { topicsOf } from '@mlguide/core';

import { run } from '../src/run.ts';
import { PUBLISHED, readManifest, ROOT } from '../src/workspace.ts';

/* Without these, `attw` would look for types of text files. */
const ENTRIES: Partial<Record<string, string[]>> = {
  '@mlguide/content': ['--entrypoints', '.', `./topics/${topicsOf(guide)[0]!.id}`],
};

test.each(Object.entries(PUBLISHED))('publint --strict and attw find nothing wrong in %s', async (name, folder) => {
  const cwd = join(ROOT, folder);
  await run('publint', ['--strict', cwd], { cwd: import.meta.dirname });
  const packed = await mkdtemp(join(tmpdir(), 'mlguide-packed-'));
  try {
    // Without `prepack`: what it asks is no matter of the package's form.
    const said = await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', packed], { cwd });
    const file = join(packed, said.trim().split('\n').at(-1)!);
    const entries = ENTRIES[name] ?? [];
    await run('attw', [file, '--profile', 'esm-only', ...entries], { cwd: import.meta.dirname });
  } finally {
    await rm(packed, { recursive: true });
  }
});

test.each(Object.entries(PUBLISHED))('%s says where it comes from, as provenance demands', async (_name, folder) => {
  const { repository, license } = await readManifest(join(ROOT, folder));
  expect(repository).toEqual({ type: 'git', url: expect.stringMatching(/^git\+https:/u), directory: folder });
  expect(license).toBe('MIT');
});

test.each(Object.entries(PUBLISHED))('%s is packed only after a build that succeeded', async (_name, folder) => {
  const { scripts } = await readManifest(join(ROOT, folder));
  expect(scripts?.['prepack']).toContain('packages/release/src/guard.ts');
});
