import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { run } from './run.ts';

/** The folder of this workspace. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The packages that are published, by name, with their folders. A package after what it depends on. */
export const PUBLISHED = {
  '@mlguide/core': 'packages/core',
  '@mlguide/content': 'content',
  '@mlguide/study': 'packages/study',
  mlguide: 'apps/tui',
} as const;

/** What turbo is told, so that it does something for the published packages and nothing else. */
export const FILTERS = Object.keys(PUBLISHED).map((name) => `--filter=${name}`);

/** Copies what git would have of the workspace, committed or not, into an empty folder with a git of its own. */
export async function copyWorkspace(to: string): Promise<void> {
  const list = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const path of new Set(list.split('\0').filter(Boolean))) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    // A file may be known to git and deleted since.
    await cp(join(ROOT, path), join(to, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: to });
  await commitAll(to, 'rehearsal: copy the workspace');
}

/** Commits everything in a copy of the workspace. */
export async function commitAll(copy: string, subject: string): Promise<void> {
  await run('git', ['add', '--all'], { cwd: copy });
  const author = ['-c', 'user.name=Rehearsal', '-c', 'user.email=rehearsal@localhost', '-c', 'commit.gpgsign=false'];
  await run('git', [...author, 'commit', '--quiet', '--allow-empty', '--message', subject], { cwd: copy });
}

/** What a package's manifest says, as far as releasing needs it. */
export interface Manifest {
  name: string;
  version: string;
  license?: string;
  repository?: { type: string; url: string; directory?: string };
  scripts?: Record<string, string>;
}

/** Reads the manifest of the package in a folder. */
export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}
