import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const guide = [process.env['MLGUIDE_CONTENT'], process.env['MLGUIDE_GUIDE']].filter(Boolean).join('\n');
const name = guide === '' ? 'guide' : createHash('sha256').update(guide).digest('hex').slice(0, 12);

/** Where the fonts of the guide that is being built are kept, with a `/` at the end: each guide has its own. */
export const fontFolder: string = fileURLToPath(new URL(`../.cache/fonts/${name}/`, import.meta.url)).replaceAll(
  path.sep,
  '/',
);
