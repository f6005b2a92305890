/** The built package, as those who install it see it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { guide, getTopic, loadBody, loadMarkdown, loadPage, searchGuide } from '@mlguide/content';
import { childrenOf, guideToJson, pagesOf, questionsOf, topicsOf, walk, type Guide } from '@mlguide/core';

const dist = (path: string) => new URL(`../dist/${path}`, import.meta.url);
const read = (path: string) => readFileSync(dist(path), 'utf8');

/* Without `prepack`, which asks whether turbo has built what is published. */
function pack(folder: string): string {
  const how = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  return execFileSync('npm', how, { cwd: new URL('..', import.meta.url), encoding: 'utf8' })
    .trim()
    .split('\n')
    .at(-1)!;
}

test('guide.json is what schema.json says, and a changed one is not', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(read('schema.json')) as object);
  const json = JSON.parse(read('guide.json')) as Guide;
  validate(json);
  expect(validate.errors).toBeNull();
  const topic = topicsOf(json)[0]!;
  expect(validate({ ...json, nodes: { ...json.nodes, [topic.id]: { ...topic, minutes: 'soon' } } })).toBe(false);
  expect(validate({ ...json, extra: true })).toBe(false);
});

test('the tree that is imported is the one in guide.json, word for word', () => {
  expect(guideToJson(guide)).toBe(read('guide.json'));
});

test('the Markdown of a page and of its answers stands in its file', async () => {
  for (const page of pagesOf(guide)) {
    const file = read(`markdown/${page.id}.md`);
    for (const node of [page, ...childrenOf(guide, page.id, 'question')]) {
      expect(file).toContain((await loadMarkdown(node.id))!.trim());
    }
  }
});

test('these names are exported, and no other', async () => {
  expect(Object.keys(await import('@mlguide/content')).toSorted()).toEqual([
    'ancestors',
    'childrenOf',
    'findNodes',
    'getNode',
    'getTopic',
    'guide',
    'isPage',
    'loadBody',
    'loadMarkdown',
    'loadPage',
    'moduleOf',
    'nodesOfKind',
    'pagesOf',
    'questionsOf',
    'resourcesOf',
    'searchGuide',
    'topicsOf',
    'walk',
  ]);
});

test('these subpaths are exported, and no other', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    exports: object;
  };
  // One that goes is a major version.
  expect(Object.keys(exports).toSorted()).toEqual([
    '.',
    './anki.tsv',
    './guide.json',
    './llms.txt',
    './markdown/*',
    './package.json',
    './schema.json',
    './search.json',
    './topics/*',
  ]);
});

test('every page and every answer loads, and internal links lead somewhere', async () => {
  for (const page of pagesOf(guide)) {
    const loaded = await loadPage(page.id);
    expect(loaded?.node.id).toBe(page.id);
    expect(loaded?.body === null).toBe(page.body === null);
    for (const { question, body } of loaded?.questions ?? []) expect(body === null).toBe(question.body === null);
  }
  for (const node of walk(guide)) {
    for (const link of node.links)
      if (link.target !== undefined && link.target !== '') expect(guide.nodes[link.target]).toBeDefined();
  }
});

test('a body carries its formulas as MathML and as text, and its code as tokens', async () => {
  const json = JSON.stringify(await loadBody('classic-ml/linear-models/linear-regression'));
  expect(json).toContain('"mathml":"<math');
  expect(json).toContain('β̂');
  expect(json).toMatch(/\["def","keyword"\]|\["def ","keyword"\]/u);
  expect(json).not.toContain(' style=');
});

test('an answer, an unknown id and the opening of the guide', async () => {
  const [question] = questionsOf(guide);
  expect((await loadMarkdown(question!.id))?.length).toBeGreaterThan(50);
  expect(await loadBody('no/such/topic')).toBeUndefined();
  expect(await loadMarkdown('constructor')).toBeUndefined();
  expect((await loadBody(''))?.children.length).toBeGreaterThan(0);
  expect(getTopic('no/such/topic')).toBeUndefined();
});

test.each([
  ['auc', 'classic-ml/evaluation/auc'],
  ['knn', 'ml-coding/classic-algorithms/k-nearest-neighbours-from-scratch'],
  ['svm', 'classic-ml/linear-models/support-vector-machines'],
  ['bptt', 'deep-learning/recurrent/backpropagation-through-time'],
  ['logistc regresion', 'classic-ml/linear-models/logistic-regression'],
  ['gradient boo', 'classic-ml/ensembles/gradient-boosting'],
  ['kmeans', 'classic-ml/unsupervised/k-means'],
])('searching for %s finds %s among the first three', async (text, id) => {
  expect((await searchGuide(text, 3)).map((hit) => hit.id)).toContain(id);
});

test('anki.tsv has one card a question, each with a GUID of its own', () => {
  const text = read('anki.tsv');
  const guids = [...text.matchAll(/^mlguide:\S+/gmu)].map(([guid]) => guid);
  expect(guids.length).toBe(questionsOf(guide).length);
  expect(new Set(guids).size).toBe(guids.length);
  expect(text.startsWith('#separator:tab\n')).toBe(true);
});

test('llms.txt names the Markdown of every topic, and it is there', () => {
  const paths = [...read('llms.txt').matchAll(/\]\((markdown\/[^)]+)\)/gu)].map(([, path]) => path!);
  expect(paths.length).toBe(topicsOf(guide).length);
  for (const path of paths) expect(read(path)).toMatch(/^# /u);
});

test('publint and attw find nothing wrong', () => {
  const root = new URL('..', import.meta.url);
  execFileSync('publint', ['--strict'], { cwd: root, stdio: 'pipe' });
  // The JSON and text exports have no types to resolve.
  const entries = ['.', './topics/classic-ml/trees/pruning'];
  const folder = mkdtempSync(join(tmpdir(), 'mlguide-content-'));
  try {
    const attw = ['--profile', 'esm-only', '--entrypoints', ...entries];
    execFileSync('attw', [join(folder, pack(folder)), ...attw], { cwd: root, stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('installed in an empty folder', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mlguide-content-'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, pack(folder))], {
      cwd: folder,
      stdio: 'pipe',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('it prints a topic from plain JavaScript', () => {
    const code = `import { getTopic, loadMarkdown } from '@mlguide/content';
      const topic = getTopic('classic-ml/trees/pruning');
      console.log(topic.title, (await loadMarkdown(topic.id)).length > 1000);`;
    writeFileSync(join(folder, 'print.js'), code);
    expect(execFileSync(process.execPath, ['print.js'], { cwd: folder, encoding: 'utf8' })).toMatch(
      /^Pruning.* true\n$/u,
    );
  });

  test('it type-checks, and a wrong id does not', () => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const compile = (code: string) => {
      writeFileSync(join(folder, 'use.ts'), code);
      const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2023'];
      execFileSync(process.execPath, [tsc, ...options, 'use.ts'], { cwd: folder, stdio: 'pipe' });
    };
    const use = (id: string) => `import { getTopic, type TopicId } from '@mlguide/content';
      import page from '@mlguide/content/topics/classic-ml/trees/pruning';
      const id: TopicId = '${id}';
      export const title: string = getTopic(id).title + page.questions[0]?.question.difficulty;`;
    compile(use('classic-ml/trees/pruning'));
    expect(() => compile(use('classic-ml/trees/prunning'))).toThrow();
  });
});
