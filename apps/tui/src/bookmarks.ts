import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import type { NodeId } from '@mlguide/core';

/** The bookmarks of our own guide, kept between sessions. */
export interface BookmarkFile {
  /** What it held, in the order of marking. */
  ids: NodeId[];
  /** Writes the bookmarks; gives a sentence for the reader if it cannot. */
  save: (ids: readonly NodeId[]) => string | undefined;
}

/** Opens `$XDG_STATE_HOME/mlguide/bookmarks.json`, by default below `~/.local/state`. A broken file is left as it is. */
export function openBookmarks(env: Readonly<Record<string, string | undefined>>): BookmarkFile {
  const home = env['XDG_STATE_HOME'];
  const path = join(
    home?.startsWith('/') === true ? home : join(homedir(), '.local', 'state'),
    'mlguide',
    'bookmarks.json',
  );
  let ids: NodeId[] = [];
  let broken = false;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(value) && value.every((id) => typeof id === 'string')) ids = value;
    else broken = true;
  } catch (error) {
    broken = (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
  return {
    ids,
    save(next) {
      if (broken) return `Not kept: ${path} is not a list of ids`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        // Written beside and moved into place: a crash leaves the old file whole.
        writeFileSync(`${path}.new`, `${JSON.stringify(next, null, 2)}\n`);
        renameSync(`${path}.new`, path);
        return undefined;
      } catch (error) {
        return `Not kept: ${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
      }
    },
  };
}
