import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { AstroUserConfig } from 'astro';

import { fontFolder } from './font-folder.ts';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/**
 * Keeps the content package out of the bundle: it reads its files next to itself, which a bundler would tear apart. Says
 * where the guide's files and fonts are.
 *
 * @param file A module in the shape of `@mlguide/content` to build another guide from; by default the package itself.
 */
export function contentPlugin(file: string | undefined): Plugin {
  const id = file ? pathToFileURL(path.resolve(file)).href : '@mlguide/content';
  const entry = file ? id : import.meta.resolve(id);
  const folders = {
    ASSETS: fileURLToPath(new URL('assets/', entry)),
    VERSIONS: fileURLToPath(new URL('versions.json', entry)),
    SOURCES: fileURLToPath(new URL(file ? 'guide/' : '../guide/', entry)),
    FONTS: fontFolder,
  };
  let isServed = false;
  return {
    name: 'mlguide-content',
    enforce: 'pre',
    config: () => ({
      define: Object.fromEntries(
        Object.entries(folders).map(([name, folder]) => [`import.meta.env.MLGUIDE_${name}`, JSON.stringify(folder)]),
      ),
      resolve: { alias: { 'guide-fonts': fontFolder.slice(0, -1) } },
      ssr: { external: file ? [] : ['@mlguide/content'] },
    }),
    configResolved({ command }) {
      isServed = command === 'serve';
    },
    resolveId(source) {
      if (source !== '@mlguide/content') return null;
      // The dev server knows a package that it is to leave alone by its settings only.
      return isServed && !file ? null : { id, external: true };
    },
  };
}
