import type { Page } from './page.ts';

/** What the build writes to `dist/loaders.js`: one `import()` a page; `''` is the opening of the guide. */
export declare const loaders: Record<string, () => Promise<{ default: Page }>>;
