/** The public names of each face: a promise, so a list. */
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import * as author from '../src/author.ts';
import * as reader from '../src/index.ts';
import * as satteri from '../src/satteri.ts';
import * as worker from '../src/worker.ts';

test('the reader’s face', () => {
  expect(Object.keys(reader).toSorted()).toEqual([
    'SCHEMA_VERSION',
    'ancestors',
    'buildSearchIndex',
    'childrenOf',
    'countGuide',
    'diffGuides',
    'digestBodies',
    'findNodes',
    'getNode',
    'getTopic',
    'guideFromJson',
    'guideToJson',
    'isPage',
    'moduleOf',
    'nearestIds',
    'nodesOfKind',
    'openSearch',
    'pagesOf',
    'questionsOf',
    'resourcesOf',
    'topicsOf',
    'walk',
  ]);
});

test('the author’s face', () => {
  expect(Object.keys(author).toSorted()).toEqual([
    'InputError',
    'bodyToMarkdown',
    'formatMessages',
    'parseGuide',
    'readGuide',
    'readSources',
    'rules',
  ]);
});

test('the face for text from strangers', () => {
  expect(Object.keys(worker).toSorted()).toEqual(['parseGuideInWorker', 'readGuideInWorker']);
});

test('the optional engine', () => {
  expect(Object.keys(satteri)).toEqual(['satteri']);
});

test('the package exports its faces and nothing else', () => {
  const about = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    exports: Record<string, unknown>;
  };
  expect(Object.keys(about.exports)).toEqual([
    '.',
    './author',
    './worker',
    './satteri',
    './typeset',
    './highlight',
    './diagram',
    './package.json',
  ]);
});
