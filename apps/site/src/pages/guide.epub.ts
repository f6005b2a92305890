/** The guide as a book for an e-reader. */
import { buffer } from 'node:stream/consumers';

import { ZipFile } from 'yazl';

import { epubFiles } from '../epub.ts';
import { lastChange } from '../guide-changes.ts';
import { guide, listAssets, loadBody, readAsset } from '../guide.ts';
import { remember } from '../remember.ts';

export async function GET(): Promise<Response> {
  const assets = await listAssets();
  // Two builds of one commit should give one file: https://reproducible-builds.org/docs/source-date-epoch/
  const epoch = Number(process.env['SOURCE_DATE_EPOCH']) || lastChange();
  const modified = epoch ? new Date(epoch * 1000) : new Date();
  const texts = await epubFiles(guide, { loadBody, assets, modified, remember });

  const zip = new ZipFile();
  // A newer kind of time takes a field of its own, which the format forbids to its first file.
  const options = { mtime: modified, forceDosTimestamp: true };
  // It wants this one first, and as it is.
  zip.addBuffer(Buffer.from('application/epub+zip'), 'mimetype', { ...options, compress: false });
  for (const [path, text] of texts) zip.addBuffer(Buffer.from(text), path, options);
  for (const path of assets) zip.addBuffer(Buffer.from(await readAsset(path)), `book/assets/${path}`, options);
  zip.end();
  const book = await buffer(zip.outputStream);
  return new Response(new Uint8Array(book), { headers: { 'content-type': 'application/epub+zip' } });
}
