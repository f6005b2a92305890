import { expect, it } from 'vitest';

import { ancestors, pagesOf, questionsOf } from '@mlguide/core';

import { packGuide, unpackGuide } from '../src/study-guide.ts';
import { guide } from './fixture/content.ts';

it('packs and unpacks everything that studying asks of a guide', () => {
  const unpacked = unpackGuide(JSON.parse(JSON.stringify(packGuide(guide))) as ReturnType<typeof packGuide>);
  expect(unpacked.modules).toEqual(guide.modules);
  expect(unpacked.redirects).toEqual(guide.redirects);
  const kept = [...pagesOf(guide), ...questionsOf(guide)];
  expect(Object.keys(unpacked.nodes)).toHaveLength(kept.length);
  for (const node of kept) {
    const again = unpacked.nodes[node.id]!;
    expect(again).toMatchObject({ kind: node.kind, title: node.title, parent: node.parent });
    expect(ancestors(unpacked, node.id).map(({ id }) => id)).toEqual(ancestors(guide, node.id).map(({ id }) => id));
    if (node.kind === 'topic') {
      const { difficulty, minutes, prerequisites, status } = node;
      expect(again).toMatchObject({ difficulty, minutes, prerequisites, status });
    }
    if (node.kind === 'question') {
      expect(again).toMatchObject({ difficulty: node.difficulty });
      expect(again.body === null).toBe(node.body === null);
    }
  }
});
