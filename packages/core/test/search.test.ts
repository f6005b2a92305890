import { expect, it } from 'vitest';

import { parseGuide } from '../src/author.ts';
import { buildSearchIndex, openSearch } from '../src/index.ts';

const topic = (title: string, prose: string, aliases = '') => ({
  path: `models/${title.toLowerCase().replace(/[^a-z]+/g, '-')}.md`,
  text: `---\ntitle: "${title}"\naliases: [${aliases}]\n---\n\n${prose}\n`,
});

const { guide } = parseGuide([
  { path: 'models/index.md', text: '# Models\n' },
  topic('Generalised linear models', 'Linear and logistic regression, and what they share.', 'glm, link function'),
  topic('Linear SVM from scratch', 'A support vector machine in forty lines.'),
  topic('Support vector machines', 'The widest street.', 'svm, svc, kernel trick, soft margin, hinge'),
  topic('Linear regression from scratch', 'Linear regression in thirty lines.', 'numpy'),
  topic('Linear regression: least squares and residuals', 'A line through points.', 'ols'),
  topic('Transformer architecture in detail', 'Attention, layer by layer.'),
  topic('Transfer learning', 'A net that was trained on something else.'),
  topic('k-means, the centroid model', 'Means, again and again.'),
  topic('Adam', 'An optimiser.'),
]);
const search = openSearch(buildSearchIndex(guide));

it.each([
  ['linear regression', 'Linear regression: least squares and residuals'],
  ['linear regresion', 'Linear regression: least squares and residuals'],
  ['liner regress', 'Linear regression: least squares and residuals'],
  ['linear regression scratch', 'Linear regression from scratch'],
  ['generalized linear', 'Generalised linear models'],
  ['transfomer', 'Transformer architecture in detail'],
  ['transf learn', 'Transfer learning'],
  ['kmeans', 'k-means, the centroid model'],
  ['k means', 'k-means, the centroid model'],
  ['OLS', 'Linear regression: least squares and residuals'],
  ['adam', 'Adam'],
  ['svm', 'Support vector machines'],
  ['kernel trick', 'Support vector machines'],
])('finds for `%s` what has that name: %s', (typed, title) => {
  expect(search.search(typed)[0]?.title).toBe(title);
});

it('gives the best hits first, and no more than asked for', () => {
  const scores = search.search('linear', 2).map(({ score }) => score);
  expect(scores).toHaveLength(2);
  expect(scores[0]).toBeGreaterThanOrEqual(scores[1]!);
  expect(search.search('')).toEqual([]);
  expect(search.search('linear', -1)).toEqual([]);
});

it('looks for the beginning of a text that nobody typed', () => {
  const [best] = search.search('linear regression');
  expect(search.search(`linear regression ${' regression'.repeat(50_000)}`)[0]?.id).toBe(best!.id);
  expect(search.search('x'.repeat(1_000_000))).toEqual([]);
});

it('puts a topic before a module of that name, and a question last', () => {
  const { guide } = parseGuide([
    { path: 'a/index.md', text: '# Sorting\n' },
    { path: 'b/index.md', text: '# Lists\n' },
    { path: 'b/sorting.md', text: '---\ntitle: Sorting\nminutes: 5\n---\n\nWords.\n' },
    { path: 'b/order.md', text: '---\ntitle: Order\nminutes: 5\n---\n\n## Questions\n\n### Sorting?\n\nYes.\n' },
  ]);
  const kinds = openSearch(buildSearchIndex(guide))
    .search('sorting')
    .map(({ kind }) => kind);
  expect(kinds).toEqual(['topic', 'module', 'question']);
});
