import { shapes, tags } from './dictionary.js';
import { unpackValue } from './unpack-value.ts';

/** A value of this release, as the files of `dist/` hold it. */
export function unpack(text: string): unknown {
  return unpackValue(text, { shapes, tags });
}
