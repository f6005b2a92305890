/** A guide and the list that the package holds of it are the same. */
import { parseGuide } from '@mlguide/core/author';
import { expect, test } from 'vitest';

import { flattenGuide, restoreGuide } from '../src/flat-tree.ts';

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
  ['nothing', {}],
])('%s', (_name, files) => {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { guide } = parseGuide(sources);
  const again = restoreGuide(JSON.parse(JSON.stringify(flattenGuide(guide))));
  expect(JSON.stringify(again)).toBe(JSON.stringify(guide));
});
