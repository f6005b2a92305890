/** The examples of the README print what they say they print. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

import { expect, test } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/gu)].map(([, code]) => code!);

test('there are four examples', () => {
  expect(examples).toHaveLength(4);
});

test.each(examples)('example %#', async (code) => {
  const printed: string[] = [];
  const face = (name: string) => new URL(`../src/${name}.ts`, import.meta.url).href;
  const body = stripTypeScriptTypes(code)
    .replace(
      /import (\{[^}]*\}) from '@mlguide\/core\/(author|worker)';/gu,
      (_whole, names, name) => `const ${names} = await load('${face(name)}');`,
    )
    .replace(/import (\{[^}]*\}) from '@mlguide\/core';/gu, `const $1 = await load('${face('index')}');`);
  const print = { log: (...parts: unknown[]) => printed.push(parts.join(' ')) };
  const AsyncFunction = (async () => undefined).constructor as new (
    ...parts: string[]
  ) => (load: (url: string) => Promise<unknown>, console: typeof print) => Promise<void>;
  await new AsyncFunction('load', 'console', body)((url) => import(/* @vite-ignore */ url), print);
  const expected = [...code.matchAll(/^\/\/ ?(.*)$/gmu)].map(([, line]) => line);
  expect(printed.join('\n').trimEnd().split('\n')).toEqual(expected);
});
