/** Marks of emphasis between a letter and a sign: Sätteri by itself sees emphasis where CommonMark has none. */
import { expect, test, vi } from 'vitest';

import { satteri } from '../src/satteri.ts';
import * as syntax from '../src/author/syntax.ts';

vi.mock(import('../src/author/syntax.ts'), async (original) => {
  const actual = await original();
  return { ...actual, parseMarkdown: vi.fn(actual.parseMarkdown) };
});

test.each(['b 1,750*_* c', 'a *_*b'])('%s: is left to remark', (text) => {
  vi.mocked(syntax.parseMarkdown).mockClear();
  satteri(text);
  expect(syntax.parseMarkdown).toHaveBeenCalledOnce();
});

test.each(['a *b* c', '**Note:** c', '(*b*), *c*.', 'un*frigging*believable'])('%s: is not parsed twice', (text) => {
  vi.mocked(syntax.parseMarkdown).mockClear();
  satteri(text);
  expect(syntax.parseMarkdown).not.toHaveBeenCalled();
});
