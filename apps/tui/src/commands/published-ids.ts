import { readFileSync } from 'node:fs';

import { guideFromJson } from '@mlguide/core';

import { UsageError } from './command.ts';

/**
 * The ids that readers may know from an earlier build, renamed ones included.
 *
 * @param path The `guide.json` of that build, or a text with an id a line.
 * @throws {UsageError} if it cannot be read as either.
 */
export function readPublishedIds(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`--published ${path}: no file that can be read`, { cause });
  }
  if (!text.trimStart().startsWith('{'))
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  try {
    const { nodes, redirects } = guideFromJson(text);
    return [...Object.keys(nodes), ...Object.keys(redirects)];
  } catch (cause) {
    throw new UsageError(`--published ${path}: ${(cause as Error).message}`, { cause });
  }
}
