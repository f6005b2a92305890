/** The whole guide as an EPUB 3: one document per page, the same rendering as the site's. */
import { childrenOf, isPage, pagesOf, type Body, type Guide, type PageNode } from '@mlguide/core';

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
}

/**
 * The text files of an EPUB by their paths in it.
 *
 * @see https://www.w3.org/TR/epub-33/
 */
export async function epubFiles(guide: Guide, source: EpubSource): Promise<Map<string, string>> {
  const pages = pagesOf(guide);
  const names = new Map(pages.map((page, index) => [page.id, `page-${index + 1}.xhtml`]));
  const files = new Map([
    ['META-INF/container.xml', container],
    ['book/style.css', style],
    ['book/nav.xhtml', document('Contents', `<nav epub:type="toc"><h1>Contents</h1>${contents(guide, names)}</nav>`)],
    ['book/package.opf', packageDocument(guide, [...names.values()], source)],
  ]);
  for (const page of pages) {
    files.set(`book/${names.get(page.id)!}`, document(page.title, await chapter(guide, page, names, source)));
  }
  return files;
}

async function chapter(guide: Guide, page: PageNode, names: Map<string, string>, source: EpubSource): Promise<string> {
  const node = (id: string, fragment?: string): string | undefined => {
    const target = guide.nodes[id];
    const owner = target && !isPage(target) ? guide.nodes[target.parent ?? ''] : target;
    const name = owner && names.get(owner.id);
    const place = fragment ?? (target?.kind === 'question' ? questionFragment(target) : undefined);
    return name && (place === undefined ? name : `${name}#${place}`);
  };
  const render = async (id: string, prefix: string, topRank: number) => {
    const body = await source.loadBody(id);
    return body ? renderBody(body, { node, asset: (path) => `assets/${path}`, prefix, topRank }) : '';
  };

  const parts = [`<h1>${escapeHtml(page.title)}</h1>`];
  if (page.kind === 'topic' && page.summary) parts.push(`<p class="summary">${escapeHtml(page.summary)}</p>`);
  parts.push(await render(page.id, '', 2));
  const questions = childrenOf(guide, page.id, 'question');
  if (questions.length > 0) parts.push('<h2>Questions</h2>');
  for (const question of questions) {
    const fragment = questionFragment(question);
    parts.push(`<h3 id="${escapeHtml(fragment)}">${escapeHtml(question.title)}</h3>`);
    parts.push(await render(question.id, `${fragment}-`, 4));
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

function contents(guide: Guide, names: Map<string, string>): string {
  const list = (ids: readonly string[]): string => {
    const items = ids.flatMap((id) => {
      const page = guide.nodes[id];
      if (page === undefined || !isPage(page)) return [];
      return [`<li><a href="${names.get(id)!}">${escapeHtml(page.title)}</a>${list(page.children)}</li>`];
    });
    return items.length > 0 ? `<ol>${items.join('\n')}</ol>` : '';
  };
  return list(guide.modules);
}

function packageDocument(guide: Guide, names: string[], { assets, modified }: EpubSource): string {
  const manifest = names.map((name, index) => {
    return `<item id="p${index}" href="${name}" media-type="application/xhtml+xml" properties="mathml svg"/>`;
  });
  const files = assets.map((path, index) => {
    const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
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
<spine><itemref idref="nav"/>${names.map((_, index) => `<itemref idref="p${index}"/>`).join('')}</spine>
</package>
`;
}

const types: Record<string, string> = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };

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
