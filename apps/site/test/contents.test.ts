import { pagesOf } from '@mlguide/core';
import { expect, it } from 'vitest';

import { contentsOf } from '../src/contents.ts';
import { neighboursOf } from '../src/order.ts';
import { tagsOf } from '../src/tags.ts';
import { totalsOf } from '../src/totals.ts';
import { count, duration } from '../src/words.ts';
import { guide } from './fixture/content.ts';

it('lists headings two ranks deep, then questions and resources', () => {
  expect(contentsOf(guide, guide.nodes['classic/linear/regression']!)).toEqual([
    { fragment: 'the-model', title: 'The model', level: 1 },
    { fragment: 'in-code', title: 'In code', level: 2 },
    { fragment: 'the-rest', title: 'The rest', level: 1 },
    { fragment: 'questions', title: 'Questions', level: 1 },
    { fragment: 'resources', title: 'Resources', level: 1 },
  ]);
});

it('lists no questions and no resources of a page that has none', () => {
  expect(contentsOf(guide, guide.nodes['classic/linear/ridge']!)).toEqual([]);
});

it('leads from the first page to the last and back', () => {
  const pages = pagesOf(guide);
  const ids = pages.map(({ id }) => id);
  expect(pages.map((page) => neighboursOf(guide, page).next?.id)).toEqual([...ids.slice(1), undefined]);
  expect(pages.map((page) => neighboursOf(guide, page).previous?.id)).toEqual([undefined, ...ids.slice(0, -1)]);
});

it('gathers topics by tag', () => {
  expect(tagsOf(guide).map(({ slug, topics }) => [slug, topics.length])).toEqual([
    ['linear-models', 2],
    ['regression', 1],
  ]);
});

it('adds up a module', () => {
  expect(totalsOf(guide, 'classic')).toEqual({ topics: 6, questions: 2, resources: 1, minutes: 21 });
});

it.each([
  [5, '5 min'],
  [60, '1 h'],
  [95, '1 h 35 min'],
  [1234, '21 h'],
])('says %i minutes as %s', (minutes, words) => {
  expect(duration(minutes)).toBe(words);
});

it('counts in words', () => {
  expect([count(1, 'topic'), count(0, 'topic'), count(1234, 'topic')]).toEqual(['1 topic', '0 topics', '1,234 topics']);
});
