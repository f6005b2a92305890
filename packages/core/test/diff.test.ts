import { describe, expect, test } from 'vitest';

import { parseGuide } from '../src/author.ts';
import { diffGuides, digestBodies } from '../src/index.ts';

const BEFORE = '# Guide\n\n## Trees\n\nA tree asks.\n\n## Forests\n\nMany trees.';
const parse = (text: string, path = 'index.md') => parseGuide([{ path, text }]);

function diff(before: string, after: string, withDigests = true) {
  const [old, now] = [parse(before), parse(after)];
  const digests = { before: digestBodies(old.bodies), after: digestBodies(now.bodies) };
  return diffGuides(old.guide, now.guide, ...(withDigests ? [digests] : []));
}

test('nothing changed: none', () => {
  expect(diff(BEFORE, BEFORE)).toEqual({ level: 'none', changes: [] });
});

test('a line added above moves every node and changes nothing', () => {
  expect(diff(BEFORE, `<!-- a comment -->\n\n${BEFORE}`).level).toBe('none');
});

test('an id is gone without redirect: major', () => {
  expect(diff(BEFORE, BEFORE.replace('## Forests', '## Woods')).changes).toEqual([
    {
      level: 'major',
      what: 'removed',
      id: 'forests',
      reason: 'The topic `forests` is gone, and no redirect leads on from it',
    },
    { level: 'minor', what: 'added', id: 'woods', reason: 'The topic `woods` is new' },
  ]);
});

test('a rename with a redirect: minor', () => {
  const file = (title: string, head: string) => [
    { path: 'index.md', text: '# Guide' },
    { path: `${title}.md`, text: `---\n${head}---\n\nText.` },
    { path: 'z.md', text: 'Text.' },
  ];
  const before = parseGuide(file('forests', 'title: Forests\n'));
  const after = parseGuide(file('woods', 'title: Forests\nformerly: forests\n'));
  const { level, changes } = diffGuides(before.guide, after.guide);
  expect(level).toBe('minor');
  expect(changes).toMatchObject([{ what: 'renamed', id: 'forests', to: 'woods' }]);
  // And when the redirect goes, so does the promise.
  const later = parseGuide(file('woods', 'title: Forests\n'));
  expect(diffGuides(after.guide, later.guide)).toMatchObject({ level: 'major', changes: [{ id: 'forests' }] });
});

test('a changed kind: major', () => {
  const { level, changes } = diff(BEFORE, BEFORE.replace('A tree asks.', 'A tree asks.\n\n### Splits\n\nText.'));
  expect(level).toBe('major');
  expect(changes[0]).toMatchObject({ what: 'kind', id: 'trees', reason: '`trees` is a module, was a topic' });
});

test('a new node: minor', () => {
  expect(diff(BEFORE, `${BEFORE}\n\n## Boosting\n\nText.`)).toMatchObject({
    level: 'minor',
    changes: [{ id: 'boosting' }],
  });
});

test('a new field: minor, and a lost one: major', () => {
  const before = parse(BEFORE).guide;
  const after = structuredClone(before);
  Object.assign(after.nodes['trees']!, { cost: 1 });
  expect(diffGuides(before, after)).toMatchObject({ level: 'minor', changes: [{ what: 'field-added', id: 'trees' }] });
  expect(diffGuides(after, before)).toMatchObject({
    level: 'major',
    changes: [{ what: 'field-removed', id: 'trees' }],
  });
});

test('a field of another type: major, and one that may be empty: patch', () => {
  const before = parse(BEFORE).guide;
  const changed = (field: object) => {
    const after = structuredClone(before);
    Object.assign(after.nodes['trees']!, field);
    return diffGuides(before, after);
  };
  const reason = '`tags` of `trees` is of type string, was array';
  expect(changed({ tags: 'a b' })).toMatchObject({ level: 'major', changes: [{ what: 'field-type', reason }] });
  expect(changed({ tags: ['a'] }).level).toBe('patch');
  expect(before.nodes['trees']).toMatchObject({ minutes: null });
  expect(changed({ minutes: 5 }).level).toBe('patch');
});

describe('words: patch', () => {
  test.each([
    ['of the prose', BEFORE.replace('A tree asks.', 'A tree tells.'), 'trees'],
    ['of the opening', BEFORE.replace('# Guide', '# Guide\n\nWelcome.'), ''],
    ['of the title', BEFORE.replace('## Trees', '## <a name="trees"></a>The trees'), 'trees'],
  ])('%s', (_name, after, id) => {
    expect(diff(BEFORE, after)).toMatchObject({ level: 'patch', changes: [{ what: 'words', id }] });
  });

  test('without digests a change of as many words is not seen', () => {
    expect(diff(BEFORE, BEFORE.replace('asks', 'tells'), false).level).toBe('none');
    expect(diff(BEFORE, BEFORE.replace('asks', 'asks and tells'), false).level).toBe('patch');
  });

  test('typesetting is none', () => {
    const { bodies } = parse('# G\n\n```python\nx\n```\n\n> [!NOTE]\n> Text.');
    const typeset = structuredClone(bodies);
    const [code] = typeset['']!.children;
    if (code?.type === 'code') code.data = { tokens: [[['x', '']]] };
    expect(digestBodies(typeset)).toEqual(digestBodies(bodies));
  });
});
