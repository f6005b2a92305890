import { expect, it } from 'vitest';

import { parseGuide } from '../src/author.ts';
import { guideFromJson, guideToJson } from '../src/index.ts';

const { guide } = parseGuide([{ path: 'README.md', text: '# Guide\n\n## Trees\n\n- Splits\n' }]);

it('reads what it wrote', () => {
  expect(guideFromJson(guideToJson(guide))).toEqual(guide);
});

it.each(['null', '1', '"guide"', '[]', '{}', '{"nodes":{}}', '{"schemaVersion":1}'])('refuses %s', (text) => {
  expect(() => guideFromJson(text)).toThrow(
    new TypeError('Unexpected JSON, expected a guide with `schemaVersion` and `nodes`'),
  );
});

it('refuses a guide of another version, and names it', () => {
  const text = guideToJson(guide).replace('"schemaVersion":1', '"schemaVersion":2');
  expect(() => guideFromJson(text)).toThrow(new TypeError('Unexpected schema version `2`, expected `1`'));
});

it('refuses what is no JSON', () => {
  expect(() => guideFromJson('{')).toThrow(SyntaxError);
});
