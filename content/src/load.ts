import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { readGuide, type Message, type ParsedGuide } from '@mlguide/core/author';

/** Where the words live. */
export const GUIDE_FOLDER = fileURLToPath(new URL('../guide/', import.meta.url));

/** The ids that a release has promised, one a line, the oldest first; a line that goes is a major version. */
export const PUBLISHED_IDS = new URL('../published-ids.txt', import.meta.url);

/** The ids that a release has promised, the oldest first; none before the first release. */
export async function readPublishedIds(): Promise<string[]> {
  const text = await readFile(PUBLISHED_IDS, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter(Boolean);
}

/** Parses the guide as it stands on disk, held against the ids published so far. */
export async function loadGuide(folder: string = GUIDE_FOLDER): Promise<ParsedGuide> {
  return readGuide(folder, { publishedIds: await readPublishedIds() });
}

/** A message as compilers print one: `file:line:column: severity: sentence (rule)`. */
export function formatMessage({ file, line, column, severity, reason, rule }: Message): string {
  return `${file}:${line}:${column}: ${severity}: ${reason} (${rule})`;
}
