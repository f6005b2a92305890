import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ours = (name: string) => fileURLToPath(new URL(`src/ink/${name}.ts`, import.meta.url));

/** Parts of Ink that we have in a form that suits a whole screen of finished lines; each says why. */
const MODULES = new Map([
  ['./output.js', ours('output')],
  ['./squash-text-nodes.js', ours('squash-text-nodes')],
  ['./line-update.js', ours('line-update')],
  ['./wrap-text.js', ours('wrap-text')],
  ['./measure-text.js', ours('measure-text')],
  ['./styles.js', ours('styles')],
  ['yoga-layout', ours('layout')],
  ['widest-line', ours('widest-line')],
  ['wrap-ansi', ours('wrap-text')],
]);

const INK = fileURLToPath(new URL('node_modules/ink', import.meta.url));

/** Puts them in Ink's place: in the bundle and, so that the tests see the same program, in the tests. */
export const inkModules = {
  name: 'ink-modules',
  enforce: 'pre' as const,
  buildStart(): void {
    checkInk(INK);
  },
  resolveId(id: string, from: string | undefined): string | undefined {
    return from !== undefined && /[\\/]ink[\\/]build[\\/][^\\/]*\.js/.test(from) ? MODULES.get(id) : undefined;
  },
};

/**
 * Makes sure that an installed Ink still has the parts that ours take the place of. A newer Ink that has moved one would
 * otherwise use its own again, and nothing but the clock would tell.
 *
 * @throws {Error} if a part is not there, or if nothing in Ink asks for it.
 */
export function checkInk(folder: string): void {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const build = join(folder, 'build');
  const files = readdirSync(build).filter((file) => file.endsWith('.js'));
  const code = files.map((file) => readFileSync(join(build, file), 'utf8')).join('\n');
  for (const id of MODULES.keys()) {
    const isThere = !id.startsWith('./') || existsSync(join(build, id));
    if (isThere && code.includes(`from '${id}'`)) continue;
    const what = isThere
      ? `Ink ${version} no longer imports \`${id}\``
      : `Ink ${version} has no \`build/${id.slice(2)}\``;
    throw new Error(
      `${what}, which ink-modules.ts puts ours in the place of: see docs/decisions/0004-ink-internals.md`,
    );
  }
}
