import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, MessageFormat } from '@mlguide/core/author';

import type { Theme } from '../theme.ts';

/** How messages are said. */
export interface Manner {
  format: MessageFormat;
  theme: Theme;
  to: NodeJS.WritableStream;
}

/** Prints messages about a guide's Markdown, with paths that an editor and GitHub find from here. */
export async function sayMessages(
  messages: readonly Message[],
  path: string,
  { format, theme, to }: Manner,
): Promise<void> {
  const { formatMessages } = await import('@mlguide/core/author');
  const colour = theme.styled && theme.depth !== 'none';
  to.write(formatMessages(messages, format, { root: rootOf(path), colour }));
}

/** What stands before the path of each file: the folder, or that of the one file. */
function rootOf(path: string): string {
  if (path === '-') return '';
  const folder = statSync(path).isDirectory() ? path : join(path, '..');
  // `join` takes away what says nothing, as in `./guide//`.
  const root = join(folder, '/');
  return root === './' || root === '/./' ? '' : root;
}
