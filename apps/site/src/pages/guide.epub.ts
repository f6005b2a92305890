/** The guide as a book for an e-reader. */
import { strToU8, zipSync, type Zippable } from 'fflate';

import { epubFiles } from '../epub.ts';
import { guide, listAssets, loadBody, readAsset } from '../guide.ts';

export async function GET(): Promise<Response> {
  const assets = await listAssets();
  // Two builds of one commit should give one file: https://reproducible-builds.org/docs/source-date-epoch/
  const epoch = Number(process.env['SOURCE_DATE_EPOCH']);
  const modified = epoch > 0 ? new Date(epoch * 1000) : new Date();
  const texts = await epubFiles(guide, { loadBody, assets, modified });

  // The format wants this file first, and as it is.
  const zip: Zippable = { mimetype: [strToU8('application/epub+zip'), { level: 0 }] };
  for (const [path, text] of texts) zip[path] = strToU8(text);
  for (const path of assets) zip[`book/assets/${path}`] = await readAsset(path);
  const book = zipSync(zip, { level: 6, mtime: modified });
  return new Response(new Uint8Array(book), { headers: { 'content-type': 'application/epub+zip' } });
}
