/** The changes as an Atom feed; not made where git knows nothing of the guide. See https://www.rfc-editor.org/rfc/rfc4287 */
import { Feed } from 'feed';

import { dayOf } from '../changes.ts';
import { escapeHtml } from '../escape.ts';
import { addresses, guide } from '../guide.ts';
import { listChanges } from '../guide-changes.ts';
import { changeNames } from '../words.ts';

/** How many changes a feed tells of. */
const most = 50;

export function GET({ site }: { site: URL | undefined }): Response {
  const changes = listChanges();
  if (changes.length === 0) return new Response(null, { status: 204 });
  const absolute = (address: string) => new URL(address, site).href;
  const home = absolute(addresses.fixed('home'));
  const feed = new Feed({
    id: home,
    title: `${guide.title}: changes`,
    link: absolute(addresses.fixed('changes')),
    feedLinks: { atom: absolute(addresses.file('changes.xml')) },
    author: { name: guide.title },
    updated: new Date(changes[0]!.at * 1000),
    copyright: '',
    generator: 'mlguide',
  });
  for (const { id, kind, at, titleBefore } of changes.slice(0, most)) {
    const node = guide.nodes[id]!;
    const link = absolute(addresses.node(id)!);
    const before = titleBefore && `It was called “${titleBefore}”.`;
    const summary = node.kind === 'topic' ? node.summary : '';
    feed.addItem({
      // A page may change again another day; a fragment that leads nowhere tells the two apart.
      id: `${link}#${kind}-${dayOf(at)}`,
      link,
      title: escapeHtml(`${changeNames[kind]}: ${node.title}`),
      date: new Date(at * 1000),
      description: escapeHtml([before, summary].filter(Boolean).join(' ') || node.title),
    });
  }
  return new Response(feed.atom1(), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
