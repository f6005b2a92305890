/** The recipes of the README, run as they stand. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { guide } from '@mlguide/content';
import { questionsOf, resourcesOf, topicsOf } from '@mlguide/core';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const recipes = new Map(
  [...readme.matchAll(/^### (.+)\n(?:(?!^###|^##)[\s\S])*?```js\n([\s\S]*?)```/gmu)].map(([, title, code]) => [
    title,
    code!,
  ]),
);

function cook(title: string): string {
  const code = recipes.get(title);
  if (code === undefined)
    throw new Error(`Unexpected title \`${title}\`, expected one of ${[...recipes.keys()].join(', ')}`);
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  }).trim();
}

test('there are five recipes', () => {
  expect(recipes.size).toBe(5);
});

test('a flashcard of the day', () => {
  const [title, ...answer] = cook('A flashcard of the day').split('\n');
  expect(questionsOf(guide).map((question) => question.title)).toContain(title);
  expect(answer.join('').length).toBeGreaterThan(20);
});

test('a topic as HTML', () => {
  const html = cook('A topic as HTML');
  expect(html).toMatch(/<p>.*<math/su);
  expect(html).toContain('<h2>');
});

test('a random question for a senior candidate', () => {
  const said = cook('A random question for a senior candidate');
  const senior = questionsOf(guide).filter(({ difficulty }) => difficulty === 'senior');
  expect(senior.map(({ title, parent }) => `${title} (${guide.nodes[parent!]!.title})`)).toContain(said);
});

test('a retrieval index', () => {
  const lines = cook('A retrieval index').split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { id: string; text: string });
  const written = [...topicsOf(guide), ...questionsOf(guide)].filter(({ body }) => body !== null);
  expect(entries.map(({ id }) => id).toSorted()).toEqual(written.map(({ id }) => id).toSorted());
  expect(entries.filter(({ text }) => text.trim() === '')).toEqual([]);
});

test('all resources of a module as CSV', () => {
  const [head, ...rows] = cook('All resources of a module as CSV').split('\n');
  expect(head).toBe('title,authors,year,url,remark');
  expect(rows.length).toBe(resourcesOf(guide, 'classic-ml').length);
  for (const row of rows) expect(row).toMatch(/^(?:"(?:[^"]|"")*",){4}"(?:[^"]|"")*"$/u);
});
