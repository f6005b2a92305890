import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/**
 * Keeps the content package out of the bundle: it reads its files next to itself, which a bundler would tear apart.
 *
 * @param file A module in the shape of `@mlguide/content` to build another guide from; by default the package itself.
 */
export function contentPlugin(file: string | undefined): Plugin {
  const id = file ? pathToFileURL(path.resolve(file)).href : '@mlguide/content';
  const assets = fileURLToPath(new URL('assets/', file ? id : import.meta.resolve(id)));
  return {
    name: 'mlguide-content',
    enforce: 'pre',
    config: () => ({ define: { 'import.meta.env.MLGUIDE_ASSETS': JSON.stringify(assets) } }),
    resolveId: (source) => (source === '@mlguide/content' ? { id, external: true } : null),
  };
}
