/** What is read, and when: no body before somebody asks for it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { lazily } from '../src/lazily.ts';

/* Node's own list of the modules that a program has loaded, by a hook that sees every one. */
function loadedBy(code: string): string[] {
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
    const content = await import('@mlguide/content');
    ${code};
    console.log(JSON.stringify(loaded));`;
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd, encoding: 'utf8' });
  const urls = JSON.parse(said.trim().split('\n').at(-1)!) as string[];
  return urls.filter((url) => url.includes('/dist/')).map((url) => url.split('/dist/')[1]!);
}

const isHeavy = (file: string) => /^(?:topics|markdown)\/|^(?:markdown\.js|search\.json|guide\.json)$/u.test(file);

test('an import reads no body, no Markdown and no index', () => {
  const loaded = loadedBy('');
  expect(loaded).toContain('index.js');
  expect(loaded.filter(isHeavy)).toEqual([]);
});

test('what everybody imports is ASCII: one letter more, and V8 keeps and reads twice as much', () => {
  const code = readFileSync(new URL('../dist/index.js', import.meta.url));
  expect(code.findIndex((byte) => byte > 127)).toBe(-1);
});

test('looking into the tree reads no body either', () => {
  expect(
    loadedBy(`Object.values(content.guide.nodes).map((node) => content.getNode(node.id))`).filter(isHeavy),
  ).toEqual([]);
});

test('one body is one module', () => {
  const id = `Object.values(content.guide.nodes).find(({ kind, body }) => kind === 'topic' && body).id`;
  expect(loadedBy(`await content.loadBody(${id})`).filter(isHeavy)).toEqual([expect.stringMatching(/^topics\//u)]);
  expect(loadedBy(`await content.searchGuide('tree')`).filter(isHeavy)).toEqual(['search.json']);
});

test('a lazy object is made once, at the first look, and is a plain one then', () => {
  let made = 0;
  const object = lazily<{ a: number; b: string }>(['a', 'b'], () => ({ a: (made += 1), b: 'x' }));
  expect(made).toBe(0);
  expect(object).toEqual({ a: 1, b: 'x' });
  expect(made).toBe(1);
  expect(Object.getOwnPropertyDescriptor(object, 'a')).toMatchObject({ value: 1, writable: true });
  const other = lazily<{ a: number; b: string }>(['a', 'b'], () => ({ a: 1, b: 'x' }));
  other.b = 'y';
  expect(structuredClone(other)).toEqual({ a: 1, b: 'y' });
});
