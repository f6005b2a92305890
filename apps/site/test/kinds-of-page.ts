import type { BuiltSite } from './built-sites.ts';
import { pagesIn } from './site-files.ts';

/** One page of every kind, by what it is: the paths of those that are made for what they hold, not by hand. */
export function kindsOfPage(site: BuiltSite): Record<string, string> {
  const pages = pagesIn(site).filter(({ html }) => !html.includes('http-equiv="refresh"'));
  const byLength = (fits: (html: string, path: string) => boolean) =>
    pages
      .map(({ url, html }) => ({ path: url.slice(site.url.length), html }))
      .filter(({ path, html }) => fits(html, path))
      .toSorted((a, b) => a.html.length - b.html.length);
  const longest = (fits: (html: string, path: string) => boolean) => byLength(fits).at(-1)?.path;
  const kinds: Record<string, string | undefined> = {
    home: '',
    module: longest((html, path) => path.split('/').length === 2 && html.includes('class="topic-list')),
    section: longest(
      (html, path) => path.split('/').length === 3 && html.includes('class="topic-list') && !path.startsWith('tags/'),
    ),
    'longest topic': longest((html) => html.includes('rel="tag"')),
    'topic with a diagram': longest((html) => html.includes('class="diagram"') && html.includes('rel="tag"')),
    'announced topic': longest((html) => html.includes('class="announced"')),
    questions: 'questions/',
    resources: 'resources/',
    'due cards': 'study/',
    plan: 'study/plan/',
    'mock interview': 'study/mock/',
    statistics: 'study/statistics/',
    tags: 'tags/',
    'recent changes': longest((_, path) => path === 'changes/'),
    tag: longest((_, path) => /^tags\/./.test(path)),
    // The longest takes axe minutes and shows nothing that the shortest does not.
    'page to print': byLength((_, path) => path.startsWith('print/'))[0]?.path,
    'not found': '404.html',
  };
  return Object.fromEntries(Object.entries(kinds).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
