import path from 'node:path';

import { cutFonts } from '../fonts.ts';
import { writeOfflineList } from '../offline-list.ts';
import { prepareBundle } from './bundle.ts';
import { renderSite } from './render-site.ts';

/**
 * Builds the site: fonts, then the bundle that Astro makes of the code, then the pages. Each is kept in `.cache/` and made
 * again only if something that it was made of has changed.
 *
 * @param root The folder of this package.
 * @param out The folder to build into.
 */
export async function buildSite(root: string, out: string): Promise<void> {
  await cutFonts();
  const bundle = await prepareBundle(root);
  const { made, kept, digests } = await renderSite(bundle, out);
  await writeOfflineList(out, digests);
  const number = (of: number) => of.toLocaleString('en-GB');
  console.log(`${path.relative(root, out) || out}: ${number(made)} pages and files made, ${number(kept)} kept`);
}
