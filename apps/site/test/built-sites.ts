/** Serves the sites that the browser tests open: the real one as `build` left it, and one made from the fixture guide. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { TestProject } from 'vitest/node';

import { serveFolder } from '../scripts/static-server.ts';

/** A site under test. */
export interface BuiltSite {
  /** Its address, with a `/` at the end. */
  url: string;
  /** The folder it is served from. */
  folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The real guide, at the root of its host. */
    real: BuiltSite;
    /** The fixture guide, below a path. */
    fixture: BuiltSite;
  }
}

const root = fileURLToPath(new URL('..', import.meta.url));
const base = '/below/a-path/';

/** Builds what is missing, serves both, and stops when the tests are done. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = `${root}dist/`;
  if (!existsSync(`${folder}index.html`)) build('dist', {});
  const fixtureFolder = `${root}.cache/fixture-site/`;
  build('.cache/fixture-site', {
    MLGUIDE_CONTENT: 'test/fixture/content.ts',
    MLGUIDE_BASE: base,
    MLGUIDE_SITE: 'https://guide.example',
    MLGUIDE_EDIT: 'https://git.example/edit/guide',
  });

  const real = await serveFolder(folder, { port: 0 });
  const fixture = await serveFolder(fixtureFolder, { port: 0, base });
  project.provide('real', { url: real.url, folder });
  project.provide('fixture', { url: fixture.url, folder: fixtureFolder });
  return async () => {
    await real.close();
    await fixture.close();
  };
}

function build(folder: string, environment: Record<string, string>): void {
  execFileSync(process.execPath, ['scripts/build.ts', '--outDir', folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
