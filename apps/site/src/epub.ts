/** The whole guide as an EPUB 3: one document per page, the same rendering as the site's. */
import { childrenOf, getNode, isPage, pagesOf, type Body, type Guide, type PageNode } from '@mlguide/core';

import { escapeHtml } from './escape.ts';
import { renderBody } from './render.ts';
import { questionFragment } from './url.ts';
import { resourceNames } from './words.ts';

/** What the book is made of besides the guide. */
export interface EpubSource {
  loadBody: (id: string) => Promise<Body | undefined>;
  /** The paths of the guide's own files, which go into the book below `assets/`. */
  assets: string[];
  /** When the book was made. */
  modified: Date;
  /** Makes a text by its name, or has it from an earlier build. */
  remember?: (name: string, make: () => Promise<string>) => Promise<string>;
}

/**
 * The text files of an EPUB by their paths in it.
 *
 * @see https://www.w3.org/TR/epub-33/
 */
export async function epubFiles(guide: Guide, source: EpubSource): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const add = async (id: string, file: string, title: string, write: () => Promise<string>) => {
    const make = async () => document(title, await write());
    pages.set(file, await (source.remember?.(`epub ${id}`, make) ?? make()));
  };
  await add('', openingFile, guide.title, () => opening(guide, source));
  for (const page of pagesOf(guide))
    await add(page.id, fileNameOf(page), page.title, () => chapter(guide, page, source));
  return new Map([
    ['META-INF/container.xml', container],
    ['book/style.css', style],
    ['book/nav.xhtml', document('Contents', `<nav epub:type="toc"><h1>Contents</h1>${contents(guide)}</nav>`)],
    ['book/package.opf', packageDocument(guide, pages, source)],
    ...[...pages].map(([name, text]) => [`book/${name}`, text] as const),
  ]);
}

/* No page has it: no id begins with a slash. */
const openingFile = '_guide.xhtml';

/** The file of a page: its id in the characters that every reading system takes. No two ids have the same. */
function fileNameOf({ id }: PageNode): string {
  const name = id.replace(/[^a-z0-9-]/gu, (one) => (one === '/' ? '_' : `.${one.codePointAt(0)!.toString(16)}.`));
  return `${name}.xhtml`;
}

/** The first document: what the guide is called, and how it opens. */
async function opening(guide: Guide, source: EpubSource): Promise<string> {
  return `<h1>${escapeHtml(guide.title)}</h1>\n${await prose(guide, source, '', { topRank: 2 })}`;
}

async function prose(
  guide: Guide,
  source: EpubSource,
  id: string,
  place: { prefix?: string; topRank: number },
): Promise<string> {
  const body = await source.loadBody(id);
  if (body === undefined) return '';
  const node = (id: string, fragment?: string) => addressInBook(guide, id, fragment);
  return renderBody(body, { node, asset: (path) => `assets/${path}`, ...place });
}

function addressInBook(guide: Guide, id: string, fragment: string | undefined): string | undefined {
  const target = getNode(guide, id);
  const owner = target && !isPage(target) ? guide.nodes[target.parent ?? ''] : target;
  const name = id === '' ? openingFile : owner && isPage(owner) && fileNameOf(owner);
  const place = fragment ?? (target?.kind === 'question' ? questionFragment(target) : undefined);
  if (!name) return undefined;
  return place === undefined ? name : `${name}#${place}`;
}

async function chapter(guide: Guide, page: PageNode, source: EpubSource): Promise<string> {
  const parts = [`<h1>${escapeHtml(page.title)}</h1>`];
  if (page.kind === 'topic' && page.summary) parts.push(`<p class="summary">${escapeHtml(page.summary)}</p>`);
  parts.push(await prose(guide, source, page.id, { topRank: 2 }));
  const questions = childrenOf(guide, page.id, 'question');
  if (questions.length > 0) parts.push('<h2>Questions</h2>');
  for (const question of questions) {
    const fragment = questionFragment(question);
    parts.push(`<h3 id="${escapeHtml(fragment)}">${escapeHtml(question.title)}</h3>`);
    parts.push(await prose(guide, source, question.id, { prefix: `${fragment}-`, topRank: 4 }));
  }
  const resources = childrenOf(guide, page.id, 'resource').map((resource) => {
    const link = `<a href="${escapeHtml(resource.url)}">${escapeHtml(resource.title)}</a>`;
    const facts = [resource.authors, resource.year, resourceNames[resource.resourceKind]].filter(Boolean).join(', ');
    return `<li>${link} (${escapeHtml(facts)})${resource.remark ? `: ${escapeHtml(resource.remark)}` : ''}</li>`;
  });
  if (resources.length > 0) parts.push(`<h2>Resources</h2><ul>${resources.join('')}</ul>`);
  return parts.join('\n');
}

/** An XHTML document around what the renderer wrote as HTML. */
function document(title: string, html: string): string {
  const xhtml = html
    .replace(/<(br|hr|img)((?:\s[^<>]*?)?)\s*\/?>/g, '<$1$2/>')
    .replace(/<math(?=[\s>])/g, '<math xmlns="http://www.w3.org/1998/Math/MathML"')
    .replace(/ (?:tabindex|loading|decoding)="[^"]*"/g, '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>${escapeHtml(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${xhtml}
</body>
</html>
`;
}

function contents(guide: Guide): string {
  const list = (ids: readonly string[]): string => {
    const items = ids.flatMap((id) => {
      const page = guide.nodes[id];
      if (page === undefined || !isPage(page)) return [];
      return [`<li><a href="${fileNameOf(page)}">${escapeHtml(page.title)}</a>${list(page.children)}</li>`];
    });
    return items.length > 0 ? `<ol>${items.join('\n')}</ol>` : '';
  };
  const first = `<ol><li><a href="${openingFile}">${escapeHtml(guide.title)}</a></li>`;
  return list(guide.modules).replace('<ol>', first) || `${first}</ol>`;
}

function packageDocument(
  guide: Guide,
  pages: ReadonlyMap<string, string>,
  { assets, modified }: Pick<EpubSource, 'assets' | 'modified'>,
): string {
  const manifest = [...pages].map(([name, text], index) => {
    const kinds = ['mathml', 'svg'].filter((kind) => text.includes(kind === 'svg' ? '<svg' : '<math '));
    const properties = kinds.length > 0 ? ` properties="${kinds.join(' ')}"` : '';
    return `<item id="p${index}" href="${name}" media-type="application/xhtml+xml"${properties}/>`;
  });
  const files = assets.map((path, index) => {
    const type = types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
    return `<item id="a${index}" href="assets/${escapeHtml(encodeURI(path))}" media-type="${type}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:mlguide:${escapeHtml(encodeURIComponent(guide.title))}</dc:identifier>
<dc:title>${escapeHtml(guide.title)}</dc:title>
<dc:language>en</dc:language>
<meta property="dcterms:modified">${modified.toISOString().replace(/\.\d+Z$/, 'Z')}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${[...manifest, ...files].join('\n')}
</manifest>
<spine><itemref idref="nav"/>${[...pages.keys()].map((_, index) => `<itemref idref="p${index}"/>`).join('')}</spine>
</package>
`;
}

/* By extension. See https://www.w3.org/TR/epub-33/#sec-core-media-types */
const types: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const style = `body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.2; }
h2, h3 { margin-top: 1.6em; }
.summary, figcaption { font-style: italic; }
pre { font-size: 0.8em; white-space: pre-wrap; }
figure { margin: 1em 0; }
table { border-collapse: collapse; }
th, td { padding: 0.3em 0.6em; border-bottom: 1px solid; text-align: left; vertical-align: top; }
.hidden-visually { position: absolute; width: 1px; height: 1px; overflow: hidden; }
.diagram svg { --bg: #fff; --fg: #222; --_text: #222; --_text-sec: #444; --_text-muted: #444; --_line: #666; --_arrow: #444;
  --_node-fill: #f4f4f4; --_node-stroke: #666; --_group-fill: #fff; --_group-hdr: #eee; --_inner-stroke: #ccc; max-width: 100%; }
.xychart-line, .xychart-legend-line { fill: none; stroke: #a32d1c; stroke-width: 2; }
.xychart-color-1 { stroke: #1f5f8b; }
.xychart-line-shadow { display: none; }
.xychart-bar { fill: #ddd; stroke: #a32d1c; }
`;
