import { expect, test } from 'vitest';

import { parseGuide } from '../src/author.ts';
import { ancestors, childrenOf, getNode, moduleOf, questionsOf, topicsOf, walk } from '../src/index.ts';

const { guide } = parseGuide([
  { path: 'trees/index.md', text: '---\ntitle: Trees\nformerly: [forest]\n---\n' },
  { path: 'trees/a.md', text: '---\ntitle: A\nformerly: [b/c]\n---\n\n# A\n\n## Questions\n\n### Why?\n\nSo.' },
]);

test('an earlier id leads everywhere that the id of today does', () => {
  expect(getNode(guide, 'forest')?.id).toBe('trees');
  expect([...walk(guide, 'forest')]).toEqual([...walk(guide, 'trees')]);
  expect(topicsOf(guide, 'forest').map(({ id }) => id)).toEqual(['trees/a']);
  expect(questionsOf(guide, 'b/c').map(({ id }) => id)).toEqual(['trees/a/why']);
  expect(childrenOf(guide, 'b/c', 'question')).toHaveLength(1);
  expect(ancestors(guide, 'b/c').map(({ id }) => id)).toEqual(['trees']);
  expect(moduleOf(guide, 'b/c')?.id).toBe('trees');
  expect(moduleOf(guide, 'forest')?.id).toBe('trees');
});

test.each(['constructor', '__proto__', 'toString', '', 'no/such'])('an unknown id, %j, leads nowhere', (id) => {
  expect(getNode(guide, id)).toBeUndefined();
  expect([...walk(guide, id)]).toEqual([]);
  expect(questionsOf(guide, id)).toEqual([]);
  expect(childrenOf(guide, id, 'topic')).toEqual([]);
  expect(ancestors(guide, id)).toEqual([]);
  expect(moduleOf(guide, id)).toBeUndefined();
});
