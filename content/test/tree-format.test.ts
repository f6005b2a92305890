/** A guide and the list that the package holds of it are the same. */
import { parseGuide } from '@mlguide/core/author';
import { expect, test } from 'vitest';

import { flattenGuide } from '../src/flatten-tree.ts';
import { restoreGuide } from '../src/restore-tree.ts';

test.each([
  [
    'topics in a module',
    { 'trees/index.md': '---\ntitle: Trees\n---\n', 'trees/a.md': '# A\n\n## Questions\n\n### Why?\n\nSo.' },
  ],
  [
    'an id that its author chose',
    { 'trees/index.md': '# Trees', 'trees/a.md': '---\nid: elsewhere\ntitle: A\n---\n\n# B' },
  ],
  ['a node with other anchors', { 'README.md': '# G\n\n## <a name="x"></a> A\n\n## B\n\n- [C](https://c.example)\n' }],
  ['a redirect', { 'a.md': '---\ntitle: A\nformerly: [b/c]\n---\n\nWords.' }],
  [
    'names that are not plain English',
    {
      'a.md': [
        '---\ntitle: Über λ\n---\n\nWords.\n\n## C++ & C#\n\nMore.\n\n## It’s a_b\n\nMore.\n\n## Questions\n\n',
        '### Why does one ask a question with so many words in it that no address could ever hold them all?\n\nSo.\n\n',
        `### ${'word '.repeat(15)}and${'letters'.repeat(20)}?\n\nSo.\n\n### ${'long'.repeat(40)}?\n\nSo.\n\n### -- ?!\n\nSo.\n`,
      ].join(''),
    },
  ],
  [
    'links from file to file',
    {
      'index.md': '# G\n\nSee [B](x/b.md).',
      'a.md':
        '---\ntitle: A\n---\n\n[B](x/b.md), [so](./x/b.md#part), [home](index.md), [gone](none.md), [here](#part)\n\n## Part\n\nWords.',
      'x/b.md': '---\ntitle: B\n---\n\n[A](../a.md#part) and [up](../index.md)\n\n## Part\n\nWords.',
    },
  ],
  ['nothing', {}],
])('%s', (_name, files) => {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { guide } = parseGuide(sources);
  const again = restoreGuide(JSON.parse(JSON.stringify(flattenGuide(guide))));
  expect(JSON.stringify(again)).toBe(JSON.stringify(guide));
});
