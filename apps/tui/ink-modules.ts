import { fileURLToPath } from 'node:url';

const ours = (name: string) => fileURLToPath(new URL(`src/ink/${name}.ts`, import.meta.url));

/** Parts of Ink that we have in a form that suits a whole screen of finished lines; each says why. */
const MODULES = new Map([
  ['./output.js', ours('output')],
  ['./squash-text-nodes.js', ours('squash-text-nodes')],
  ['./line-update.js', ours('line-update')],
  ['./wrap-text.js', ours('wrap-text')],
  ['widest-line', ours('widest-line')],
]);

/** Puts them in Ink's place: in the bundle and, so that the tests see the same program, in the tests. */
export const inkModules = {
  name: 'ink-modules',
  enforce: 'pre' as const,
  resolveId(id: string, from: string | undefined): string | undefined {
    return from !== undefined && /[\\/]ink[\\/]build[\\/][^\\/]*\.js/.test(from) ? MODULES.get(id) : undefined;
  },
};
