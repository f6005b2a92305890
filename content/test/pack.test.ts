/** What is packed is the same when it is read again. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { FIRST_TAG } from '../src/pack-format.ts';
import { Packer } from '../src/pack.ts';
import { unpackValue } from '../src/unpack-value.ts';

function again(value: unknown): unknown {
  const packer = new Packer([value]);
  const text = JSON.stringify(packer.pack(value));
  return unpackValue(text, packer.dictionary);
}

const code = (value: string, tokens: unknown) => ({
  type: 'code',
  lang: 'python',
  meta: null,
  value,
  data: { tokens },
});
const long = 'a string that is long enough';

test.each([
  ['a number', 3],
  ['nothing', null],
  ['an empty array', []],
  ['arrays that begin with numbers', [[1, 2], [-1], [0, [0]], [[1]]]],
  ['an empty object', { a: {}, b: [{}] }],
  ['repeated strings', { a: long, b: [long, { c: long }], d: long.repeat(2) }],
  [
    'a key that shapes an object, and one that is no string',
    [{ type: 'text', value: 'x' }, { type: 3 }, { kind: null }],
  ],
  ['the keys of a prototype', { constructor: 'x', toString: { length: 1 } }],
  ['backticks, dollars and backslashes', ['`${x}`', '\\', '\\`', '\\\\${', '\u2028']],
  ['formulas', [{ mathml: '<math><mi>x</mi><mi>y</mi></math>' }, { mathml: '<math><mi>x</mi><mi>y</mi></math>' }]],
  ['a drawing', { svg: '<svg><style>\na { b: c }\n</style><g></g><g></g></svg>', drawing: '┌─┐' }],
  [
    'code',
    code('def f():\n\n  😀', [
      [
        ['def', 'keyword'],
        [' f():', ''],
      ],
      [],
      [
        ['  ', ''],
        ['😀', 'string'],
      ],
    ]),
  ],
  ['code whose tokens say something else', code('a\r\nb', [[['a', '']], [['b', '']]])],
  ['code without tokens', { type: 'code', value: 'x', data: { diagram: { svg: '<svg></svg>', drawing: 'x' } } }],
])('%s', (_name, value) => {
  expect(again(value)).toEqual(value);
});

test('a private character in a formula stops the build, as it stands for a tag', () => {
  const value = { mathml: `<mi>${String.fromCharCode(FIRST_TAG)}</mi>` };
  expect(() => again(value)).toThrow(/private character/u);
});

test('a property that is undefined is left out, as in JSON', () => {
  expect(again({ a: 1, b: undefined })).toStrictEqual({ a: 1 });
});

test('the pages of the guide take less than two thirds of their JSON', async () => {
  const topics = fileURLToPath(new URL('../dist/topics', import.meta.url));
  const files = readdirSync(topics, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  let packed = 0;
  let plain = 0;
  for (const file of files) {
    const { default: page } = (await import(join(topics, file))) as { default: unknown };
    packed += statSync(join(topics, file)).size;
    plain += Buffer.byteLength(JSON.stringify(page));
  }
  expect(readFileSync(join(topics, 'index.js'), 'utf8')).toContain('String.raw');
  expect(packed).toBeLessThan((plain * 2) / 3);
});
