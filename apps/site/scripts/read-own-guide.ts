import { fileURLToPath } from 'node:url';

import { readGuide, type ParsedGuide } from '@mlguide/core/author';

/**
 * Somebody's own guide, parsed once for the one who says its messages and the one who builds its pages, and not again
 * until something in it changes.
 *
 * @throws {import('@mlguide/core/author').InputError} if there is nothing to read.
 */
export function readOwnGuide(source: string): Promise<ParsedGuide> {
  return readGuide(source, { cache: fileURLToPath(new URL('../.cache/own-guides/', import.meta.url)) });
}
