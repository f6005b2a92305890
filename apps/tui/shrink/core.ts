import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Plugin } from './plugin.ts';

const CORE = fileURLToPath(new URL('../../../packages/core/', import.meta.url));
const FACES = new Map(
  ['index', 'author', 'typeset'].map((face) => [
    face === 'index' ? '@mlguide/core' : `@mlguide/core/${face}`,
    join(CORE, 'src', `${face}.ts`),
  ]),
);

/** Core begins at its source: in its own bundle nothing could be left out any more. */
export const coreFromSource: Plugin = {
  name: 'core-from-source',
  resolveId: (id) => FACES.get(id),
};

const TEMML = join(CORE, 'node_modules/temml');
const CUT = join(TEMML, 'without-chemistry.js');

/**
 * Temml's bundle carries a parser of chemistry, a quarter of its weight. Ours begins at its source, with the macros of
 * MediaWiki (`\\R`, `\\N`) that people write formulas with. `\\ce{…}` stays what the author wrote.
 */
export const noChemistry: Plugin = {
  name: 'no-chemistry',
  resolveId: (id, from) => (id === 'temml' && from !== undefined ? CUT : undefined),
  load: (id) =>
    id === CUT
      ? `import temml from './temml.js';\n${readFileSync(join(TEMML, 'contrib/texvc/texvc.js'), 'utf8')}\nexport default temml;`
      : undefined,
};
