import type { Shape } from './pack-format.ts';

/** What the packed files share, which the build writes to `dist/dictionary.js`. */
export declare const shapes: readonly Shape[];
export declare const tags: readonly string[];
