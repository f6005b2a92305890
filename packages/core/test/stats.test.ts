import { expect, it } from 'vitest';

import { parseGuide } from '../src/author.ts';
import { countGuide } from '../src/index.ts';

it('counts each module, and all of them with the guide’s opening', () => {
  const { guide } = parseGuide([
    { path: 'index.md', text: '# Notes\n\nFour words [of](#opening) opening.\n' },
    { path: '01-trees/index.md', text: '# Trees\n' },
    {
      path: '01-trees/01-growing/01-splits.md',
      text: '---\ntitle: Splits\nminutes: 5\n---\n\nHalf of $n$.\n\n```\ncode\n```\n\n## Questions\n\n### Why?\n\nSo it is.\n\n## Resources\n\n- [CART](https://example.org/cart)\n',
    },
    { path: '01-trees/02-pruning.md', text: '---\ntitle: Pruning\nstatus: tbd\nminutes: 5\n---\n' },
    { path: '02-nets/index.md', text: '# Nets\n' },
  ]);
  const none = {
    sections: 0,
    topics: 0,
    tbd: 0,
    questions: 0,
    resources: 0,
    words: 0,
    codeBlocks: 0,
    formulas: 0,
    links: 0,
  };
  const trees = {
    ...none,
    sections: 1,
    topics: 2,
    tbd: 1,
    questions: 1,
    resources: 1,
    words: 5,
    codeBlocks: 1,
    formulas: 1,
    links: 1,
  };
  const { modules, total } = countGuide(guide);
  expect(modules).toEqual([
    { id: 'trees', title: 'Trees', ...trees },
    { id: 'nets', title: 'Nets', ...none },
  ]);
  expect(total).toEqual({ id: '', title: 'Notes', ...trees, words: trees.words + 4, links: trees.links + 1 });
});
