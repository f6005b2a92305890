/**
 * What a build does with the site once Astro has bundled it: this file is the door of the bundle, and `scripts/build/`
 * comes in by it. See https://docs.astro.build/en/reference/modules/astro-static-paths/
 */
import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';

import { collectReads, type Read } from './reads.ts';

export { digestOf } from './digests.ts';
export { keptParts, recallPart } from './remember.ts';

const app = createApp();

/** Something that the site consists of: a page, or a file made by an endpoint. */
export interface SitePath {
  /** Where it is below the base, with a `/` in front. */
  pathname: string;
  route: RouteData;
  /** What else than the guide it shows; the page says so in `getStaticPaths`. */
  cacheKey?: string | undefined;
}

/** Everything that the site consists of. */
export function listPaths(): Promise<SitePath[]> {
  return new StaticPaths(app).getAll();
}

/** Makes a page or a file, and says what it was made of. One without a body is not to be. */
export async function renderPath(
  request: Request,
  { route }: SitePath,
): Promise<{ body: Uint8Array | undefined; reads: Read[] }> {
  const { made, reads } = await collectReads(async () => {
    const response = await app.render(request, { routeData: route });
    if (response.status >= 500) throw new Error(`Unexpected status \`${response.status}\` of \`${request.url}\``);
    return response.body === null ? undefined : new Uint8Array(await response.arrayBuffer());
  });
  return { body: made, reads };
}
