import source from './scripts/early.js?raw';

/** What runs before the first paint. Every page carries it, so it goes without its comments and its line breaks. */
export const early: string = source.replaceAll(/^\s*\/\/.*/gm, '').replaceAll(/\s*\n\s*/g, '');
