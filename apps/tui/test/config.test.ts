import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

import { configPath, configSchema, parseConfig } from '../src/config.ts';
import { PROGRAM } from './program-path.ts';

const read = (text: string) => parseConfig(text, 'config.json');

describe('config', () => {
  test('reads what is right', () => {
    const text = '{ "theme": "light", "mouse": true, "linear": false, "width": 72 }';
    expect(read(text)).toEqual({ config: { theme: 'light', mouse: true, linear: false, width: 72 }, warnings: [] });
  });

  test('warns of an unknown setting, with the nearest, and uses the rest', () => {
    const { config, warnings } = read('{\n  "mouse": true,\n  "them": "dark"\n}');
    expect(config).toEqual({ mouse: true });
    expect(warnings).toEqual(['config.json:3: unknown setting `them`, did you mean `theme`?']);
    expect(read('{"colour": 1}').warnings[0]).toContain('there are theme, mouse, linear, width');
  });

  test('warns of a wrong value', () => {
    expect(read('{"width": "wide"}')).toEqual({
      config: {},
      warnings: ['config.json:1: `width` is "wide", expected a number of columns, 20 to 300'],
    });
  });

  test.each([
    ['{\n  "theme": "dark"\n  "mouse": true\n}', /^config\.json:3:\d+: not JSON/],
    ['{\n  "theme": dark\n}\n', /^config\.json:2:12: not JSON/],
    ['', /^config\.json:1:1: not JSON/],
    ['[1]', /^config\.json:1:1: expected an object/],
    ['{"__proto__": {"theme": "dark"}, "constructor": 1}', /unknown setting/],
  ])('names the place in %j', (text, warning) => {
    expect(read(text).config).toEqual({});
    expect(read(text).warnings[0]).toMatch(warning);
  });

  test('is found under XDG paths', () => {
    expect(configPath({ XDG_CONFIG_HOME: '/x' })).toBe('/x/mlguide/config.json');
    expect(configPath({ XDG_CONFIG_HOME: 'relative' })).toMatch(/\/\.config\/mlguide\/config\.json$/);
  });
});

describe('the schema for editors', () => {
  const validate = new Ajv({ strict: true }).compile(configSchema());

  test.each([
    '{}',
    '{"theme": "auto", "mouse": false, "linear": true, "width": 20}',
    '{"$schema": "config.schema.json", "width": 300}',
    '{"theme": "blue"}',
    '{"mouse": "yes"}',
    '{"linear": null}',
    '{"width": 19}',
    '{"width": 301}',
    '{"width": 72.5}',
    '{"colour": 1}',
    '[1]',
  ])('agrees with the program about %s', (text) => {
    expect(validate(JSON.parse(text))).toBe(read(text).warnings.length === 0);
  });

  test('is in the package', () => {
    expect(JSON.parse(readFileSync(join(PROGRAM, '../config.schema.json'), 'utf8'))).toEqual(configSchema());
  });
});
