/**
 * A faster engine for the author's face: `parseGuide(sources, { engine: satteri })`. It needs the package `satteri`,
 * an optional peer.
 *
 * @module
 */
export { satteri } from './author/satteri.ts';
export type { MarkdownEngine } from './author/syntax.ts';
