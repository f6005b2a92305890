/** Somebody who uses one function of the reader's face; see `size.test.ts`. */
export { walk } from '../src/index.ts';
