import { expect, test } from 'vitest';

import { parseGuide } from '../src/author.ts';
import { nearestIds } from '../src/index.ts';

const topics: [path: string, title: string, aliases: string][] = [
  ['evaluation/auc', 'AUC for comparing models', 'auroc, roc auc'],
  ['evaluation/roc-curve', 'ROC curve and threshold choice', 'roc'],
  ['optimisation/gradient-descent', 'Gradient descent: idea, formula, code', 'gd'],
  ['optimisation/momentum', 'Momentum and Nesterov', 'nesterov accelerated gradient'],
  ['ensembles/gradient-boosting', 'Gradient boosting machines', 'gbm'],
  ['experiments/split-tests', 'Split tests', 'a/b testing'],
  ['the-flow/train', 'Train', 'training loop'],
];
const { guide } = parseGuide(
  topics.map(([path, title, aliases]) => ({
    path: `${path}.md`,
    text: `---\ntitle: "${title}"\naliases: [${aliases}]\n---\n\n# ${title}\n\n## Questions\n\n### Why is ${title} asked?\n\nSo.`,
  })),
);

test.each([
  ['roc-auc', 'evaluation/auc'],
  ['Gradient Descent', 'optimisation/gradient-descent'],
  ['evaluation/roc-curv', 'evaluation/roc-curve'],
  ['a/b-testing', 'experiments/split-tests'],
  ['trian', 'the-flow/train'],
  ['zzzz', undefined],
  ['', undefined],
])('%j is nearest to %j', (name, id) => {
  expect(nearestIds(guide, name)[0]).toBe(id);
});

test('a word of a title comes before the same word of an alias, and both before what only looks alike', () => {
  expect(nearestIds(guide, 'gradiant', 9)).toEqual([
    'ensembles/gradient-boosting',
    'optimisation/gradient-descent',
    'optimisation/momentum',
    'the-flow/train',
  ]);
});

test('what may be meant can be given, and how many', () => {
  const questions = Object.keys(guide.nodes).filter((id) => guide.nodes[id]?.kind === 'question');
  expect(nearestIds(guide, 'why-gradiant-asked', 2, questions)).toHaveLength(2);
  expect(nearestIds(guide, 'gradiant', 1)).toEqual(['ensembles/gradient-boosting']);
  expect(nearestIds(guide, 'gradiant', 3, ['the-flow', 'evaluation', 'nowhere'])).toEqual([]);
});
