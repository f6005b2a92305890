/** The picture that stands for a page where somebody shares a link to it. */
import { ancestors, type Guide, type PageNode } from '@mlguide/core';

import { escapeHtml } from './escape.ts';

const width = 1200;
const height = 630;
const margin = 90;

/** A page as a PNG: where it stands, its title, and our mark. Its text is set in the face that `fonts.ts` cuts. */
export async function renderSocialImage(guide: Guide, page: PageNode): Promise<Uint8Array> {
  // Read by the library that sharp brings along, when it first draws text: it must not depend on this machine's fonts.
  process.env['FONTCONFIG_FILE'] = `${import.meta.env.MLGUIDE_FONTS}fonts.conf`;
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(drawSocialImage(guide, page)))
    .png({ palette: true, colours: 32, effort: 1 })
    .toBuffer();
}

function drawSocialImage(guide: Guide, page: PageNode): string {
  const place = [guide.title, ...ancestors(guide, page.id).map(({ title }) => title)].join(' › ');
  const size = page.title.length > 60 ? 64 : 84;
  const lines = wrap(page.title, Math.floor((width - 2 * margin) / (size * 0.5))).slice(0, 4);
  const first = 335 - ((lines.length - 1) * size * 1.15) / 2;
  const title = lines.map((line, index) => text(line, first + index * size * 1.15, size, '#211f1c'));
  const [where = ''] = wrap(place, 66);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#fcfbf8"/>
${text(where.length < place.length ? `${where} …` : where, 120, 30, '#6c665d')}
${title.join('\n')}
<g transform="translate(${margin} 500) scale(2)" stroke="#a32d1c" stroke-width="1.5">
<path d="M1 12h8v8H1z" fill="none"/><path d="M12 12h8v8h-8z" fill="#d79489"/><path d="M12 1h8v8h-8z" fill="#a32d1c"/>
</g></svg>`;
}

function text(line: string, y: number, size: number, colour: string): string {
  const style = `font-family="STIX Two Text" font-weight="500" font-size="${size}" fill="${colour}"`;
  return `<text x="${margin}" y="${y}" ${style}>${escapeHtml(line)}</text>`;
}

/** Lines of at most so many characters, broken between words; a longer word stands alone. */
function wrap(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
