export { highlight } from './typeset/highlight.ts';
