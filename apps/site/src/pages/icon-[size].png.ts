/** Our mark as a PNG, for systems that install the site and take no SVG. */
import { readFile } from 'node:fs/promises';

import { iconSizes } from '../site.ts';

export function getStaticPaths() {
  return iconSizes.map((size) => ({ params: { size: String(size) } }));
}

export async function GET({ params }: { params: { size: string } }): Promise<Response> {
  const { default: sharp } = await import('sharp');
  const size = Number(params.size);
  // Drawn at the size it is wanted in: the mark is 32 units wide, at 72 dots an inch one pixel each.
  const icon = await sharp(await readFile('public/favicon.svg'), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ palette: true })
    .toBuffer();
  return new Response(new Uint8Array(icon), { headers: { 'content-type': 'image/png' } });
}
