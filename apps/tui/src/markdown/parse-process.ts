/**
 * A process of its own that parses a guide and hands it over on standard output: parsing takes ten times the memory of
 * what comes of it, and only a process that ends gives all of it back.
 */
import { buildSearchIndex } from '@mlguide/core';

import { isSentence } from '../sentence.ts';
import { parcelLines } from './parcel.ts';
import { readMarkdown } from './read.ts';

try {
  const { guide, bodies } = await readMarkdown(process.argv[2]!);
  for (const line of parcelLines(guide, bodies, () => buildSearchIndex(guide))) {
    if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
} catch (error) {
  if (!isSentence(error)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 2;
}
