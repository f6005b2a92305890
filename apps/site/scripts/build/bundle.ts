/** The site's code as Astro bundles it, without any page: kept under a digest of all that it is made of. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { AstroIntegration } from 'astro';

import type * as Renderer from '../../src/renderer.ts';
import { fontFolder } from '../font-folder.ts';

/** A bundle. */
export interface Bundle {
  /** Tells it from every other. */
  digest: string;
  /** The folder of the files that go into the site as they are: styles, scripts, fonts, `public/`. */
  files: string;
  /** What `src/renderer.ts` exports. */
  renderer: typeof Renderer;
  /** Where the site will live: its address, and the path below that. */
  site: URL;
}

/** How many bundles are kept: a guide of one's own, the tests and the real guide each have theirs. */
const most = 6;

/**
 * The bundle of the code as it is now.
 *
 * @param root The folder of this package.
 */
export async function prepareBundle(root: string): Promise<Bundle> {
  const digest = digestOfCode(root);
  const bundles = path.join(root, '.cache', 'bundles');
  const folder = path.join(bundles, digest);
  if (!existsSync(folder)) await makeBundle(root, folder);
  utimesSync(folder, new Date(), new Date());
  forgetOld(bundles);

  const code = path.join(folder, 'code');
  const entry = readdirSync(code).find((file) => file.startsWith('prerender-entry.'));
  if (entry === undefined) throw new Error(`Unexpected bundle in \`${folder}\`, expected one with an entry`);
  const renderer = (await import(pathToFileURL(path.join(code, entry)).href)) as Bundle['renderer'];
  const base = `/${(process.env['MLGUIDE_BASE'] ?? '').split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  return { digest, files: path.join(folder, 'files'), renderer, site: new URL(base, 'http://localhost') };
}

async function makeBundle(root: string, folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  const files = path.join(draft, 'files');
  const { build } = await import('astro'); // Most builds do without.
  await build({
    root,
    outDir: files,
    logLevel: 'warn',
    integrations: [keepRenderer(path.join(draft, 'code'))],
  });
  // Somebody else may have made the same meanwhile.
  if (existsSync(folder)) rmSync(draft, { recursive: true });
  else renameSync(draft, folder);
}

/** Has Astro put `src/renderer.ts` into its bundle and make no page: the door for adapters that render elsewhere. */
function keepRenderer(folder: string): AstroIntegration {
  const name = 'mlguide-renderer';
  let outDir: URL;
  return {
    name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const input = fileURLToPath(new URL('../../src/renderer.ts', import.meta.url));
        const configEnvironment = (environment: string) =>
          environment === 'prerender' ? { build: { rolldownOptions: { input } } } : null;
        updateConfig({ vite: { plugins: [{ name, configEnvironment }] } });
      },
      'astro:config:done': ({ config, setAdapter }) => {
        outDir = config.outDir;
        setAdapter({
          name,
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name,
          setup: () => cp(new URL('.prerender/', outDir), folder, { recursive: true }),
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('Unexpected page to render, expected none')),
        });
      },
    },
  };
}

/** A digest of everything that the bundle is made of: our files, the fonts, what is installed, and the settings. */
function digestOfCode(root: string): string {
  const hash = createHash('sha256');
  const settings = Object.entries(process.env).filter(
    ([name]) => /^(MLGUIDE_|NODE_ENV$)/.test(name) && name !== 'MLGUIDE_GUIDE',
  );
  hash.update(JSON.stringify([process.version, settings.toSorted()]));
  const places = [
    ...['src', 'scripts', 'public', 'astro.config.ts', 'package.json', 'tsconfig.json'],
    path.relative(root, fontFolder),
    // What is installed, and what of it is built here.
    ...['../../pnpm-lock.yaml', '../../packages/core/dist', '../../packages/study/dist'],
  ];
  for (const place of places) {
    for (const file of filesIn(path.join(root, place))) {
      // What is noted while fonts are cut and used is none of it.
      if (file.includes(`${path.sep}fontconfig${path.sep}`) || file.endsWith('characters.json')) continue;
      hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

function forgetOld(bundles: string): void {
  const folders = readdirSync(bundles).map((name) => path.join(bundles, name));
  const used = folders.map((folder) => ({ folder, at: statSync(folder).mtimeMs }));
  const old = used.toSorted((a, b) => b.at - a.at).slice(most);
  for (const { folder } of old) rmSync(folder, { recursive: true, force: true });
}
