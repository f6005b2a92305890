import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { diagnosticsPage } from '../scripts/diagnostics.ts';
import { parseGuide, rules, type RuleId } from '../src/author.ts';

/** Rules whose examples are not one small text; each has a test of its own below or in the fixtures. */
const BY_HAND: RuleId[] = ['too-large', 'too-slow', 'lost-id', 'not-in-summary'];

function rulesRaised(markdown: string, rule: RuleId): RuleId[] {
  const index = { path: 'index.md', text: `---\ntitle: Guide\nrules:\n  ${rule}: error\n---\n` };
  // The rule is set in a root of its own, so that the example may have frontmatter too.
  const sources = [index, { path: 'example.md', text: markdown }];
  const { messages } = parseGuide(sources, { hasFile: () => false });
  return messages.map((message) => message.rule);
}

describe.each(Object.keys(rules).filter((rule): rule is RuleId => !BY_HAND.includes(rule as RuleId)))('%s', (rule) => {
  test('is raised by its bad example', () => {
    expect(rulesRaised(rules[rule].bad, rule)).toContain(rule);
  });

  test('is silent on its good example', () => {
    expect(rulesRaised(rules[rule].good, rule)).not.toContain(rule);
  });
});

test('too-large: a file over the limit is left out with a message', () => {
  const { messages, guide } = parseGuide([{ path: 'README.md', text: '# Big\n\n'.padEnd(8_000_001, 'word ') }]);
  expect(messages.map(({ rule }) => rule)).toEqual(['too-large']);
  expect(guide.modules).toEqual([]);
});

test('lost-id: an id that was published must live on', () => {
  const sources = [{ path: 'README.md', text: '# Guide\n\n## Pruning a tree\n\nText.' }];
  const { messages } = parseGuide(sources, { publishedIds: ['pruning-a-tree', 'pruning-trees'] });
  expect(messages).toMatchObject([
    { rule: 'lost-id', severity: 'error', reason: expect.stringContaining('pruning-a-tree') },
  ]);
});

test('a severity set in the root is the severity of the message, and off is silence', () => {
  const text = (severity: string) =>
    `---\ntitle: Guide\nrules:\n  skipped-rank: ${severity}\n---\n\n## A\n\n#### B\n\nText.`;
  const severities = (severity: string) =>
    parseGuide([{ path: 'index.md', text: text(severity) }]).messages.map((message) => message.severity);
  expect(severities('error')).toEqual(['error']);
  expect(severities('info')).toEqual(['info']);
  expect(severities('off')).toEqual([]);
});

test('docs/diagnostics.md is fresh', () => {
  const page = readFileSync(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8');
  expect(page).toBe(diagnosticsPage());
});
