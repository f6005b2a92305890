import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ChangeLevel } from '@mlguide/core';

/** How much a release can change, the least first. */
export const LEVELS = ['none', 'patch', 'minor', 'major'] as const;

/** What the changesets in a folder ask for one package; the highest of them counts. */
export async function readLevel(folder: string, name: string): Promise<ChangeLevel | 'none'> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md') && file !== 'README.md');
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.map((text) => levelIn(text, name)).reduce(higher, 'none');
}

/**
 * What one changeset asks for a package.
 *
 * @example levelIn("---\n'@mlguide/content': minor\n---\n\nAdds…", '@mlguide/content') // 'minor'
 */
export function levelIn(changeset: string, name: string): ChangeLevel | 'none' {
  const [, head = ''] = /^---\r?\n(.*?)\r?\n---/su.exec(changeset) ?? [];
  for (const line of head.split(/\r?\n/u)) {
    const [, key, level] = /^(['"]?)(?<name>.+)\1\s*:\s*(?<level>\w+)\s*$/u.exec(line)?.slice(1) ?? [];
    if (key === name && LEVELS.includes(level as ChangeLevel)) return level as ChangeLevel;
  }
  return 'none';
}

/** The higher of two levels. */
export function higher<Level extends (typeof LEVELS)[number]>(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}
