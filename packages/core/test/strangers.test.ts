/** Guides nobody here wrote, too large for a fixture: generated, and looked at as their authors would. */
import { expect, test } from 'vitest';

import { parseGuide } from '../src/author.ts';
import { childrenOf, getNode, nodesOfKind, questionsOf, walk } from '../src/index.ts';

const parse = (text: string) => parseGuide([{ path: 'README.md', text }]);

test('a README of 250 KB with 1,600 headings in list items: each is a question with its answer', () => {
  const answer = 'It depends on the **data**, and on what the answer is for.\n'.repeat(2).trim();
  // Below `101.` five spaces are needed, below `7.` three.
  const pad = (n: number, text: string) => text.replaceAll('\n', `\n${' '.repeat(`${n}. `.length)}`);
  const item = (n: number) => {
    const code = `\`\`\`js\nf(${n})\n\`\`\``;
    const text = `### What is thing number ${n}?\n\n${answer}\n\n${code}\n\n**[Back to Top](#contents)**`;
    return `${n}. ${pad(n, text)}\n`;
  };
  const contents = Array.from(
    { length: 1600 },
    (_unused, n) => `| ${n + 1} | [What is thing number ${n + 1}?](#what-is-thing-number-${n + 1}) |`,
  );
  const text = `# Interview questions\n\n### Table of Contents\n\n| No. | Questions |\n| --- | --- |\n${contents.join('\n')}\n\n## Core\n\n${Array.from({ length: 1600 }, (_unused, n) => item(n + 1)).join('\n')}`;
  expect(text.length).toBeGreaterThan(250_000);
  const { guide, bodies, messages } = parse(text);
  const questions = questionsOf(guide);
  expect(questions.map(({ title }) => title)).toEqual(
    Array.from({ length: 1600 }, (_unused, n) => `What is thing number ${n + 1}?`),
  );
  expect(guide.modules).toEqual(['core']);
  // An answer and its code; the way back to the top says nothing where each question stands for itself.
  expect(questions.every(({ id }) => bodies[id]?.children.map(({ type }) => type).join() === 'paragraph,code')).toBe(
    true,
  );
  expect(new Set(messages.map(({ rule }) => rule))).toEqual(new Set(['contents', 'skipped-rank']));
});

test('titles that repeat by the hundred: ids tell them apart, and stay when one is added at the end', () => {
  const chapter = (n: number) => `## Chapter ${n}\n\n### Summary\n\nText ${n}.\n\n### Summary\n\nMore.\n`;
  const text = (count: number) => `# Guide\n\n${Array.from({ length: count }, (_unused, n) => chapter(n)).join('\n')}`;
  const before = parse(text(300)).guide;
  expect(Object.keys(before.nodes)).toHaveLength(900);
  expect(getNode(before, 'chapter-7/summary-2')?.title).toBe('Summary');
  expect(Object.keys(parse(text(301)).guide.nodes).slice(0, 900)).toEqual(Object.keys(before.nodes));
});

test('the same title in one list by the hundred', () => {
  const { guide } = parse(`# Guide\n\n## A\n\n${'- Tip\n'.repeat(500)}`);
  expect(nodesOfKind(guide, 'topic')).toHaveLength(500);
  expect(childrenOf(guide, 'a', 'topic').at(-1)?.id).toBe('a/tip-500');
});

test('a file without extension, given by name', () => {
  const { guide } = parseGuide([{ path: 'My notes & more', text: 'Some text.' }]);
  expect(guide.title).toBe('My notes & more');
});

test.each(['', '\n', '\uFEFF', ' \r\n\t', '---\n---\n', '<!-- nothing -->', '[a]: b'])(
  '%j is an empty guide',
  (text) => {
    const { guide, bodies } = parse(text);
    expect([...walk(guide)]).toEqual([]);
    expect(bodies).toEqual({});
    expect(guide.title).not.toBe('');
  },
);

test.each([
  ['机器学习', '机器学习'],
  ['تعلم الآلة', 'تعلم-الآلة'],
  ['یادگیری ماشین', 'یادگیری-ماشین'],
  ['درخت‌های تصمیم', 'درختهای-تصمیم'],
  ['Ünïcödé & más', 'ünïcödé-and-más'],
  ['C++ / C#', 'cpp-csharp'],
  ['🎉', 'topic'],
])('%s has the id %s, in both normal forms of Unicode', (title, id) => {
  for (const form of ['NFC', 'NFD']) {
    const { guide } = parse(`# G\n\n## ${title.normalize(form)}\n\nText.`);
    expect(guide.modules).toEqual([id]);
    expect(decodeURIComponent(new URL(`https://example.org/${id}`).pathname)).toBe(`/${id}`);
  }
});

test('no H1 in any file, titles only in the frontmatter', () => {
  const sources = Array.from({ length: 50 }, (_unused, n) => ({
    path: `${n % 5}-part/${n}.md`,
    text: `---\ntitle: Title ${n}\n---\n\nText.\n\n## More\n\nText.\n`,
  }));
  const { guide, messages } = parseGuide(sources);
  expect(
    nodesOfKind(guide, 'section')
      .map(({ title }) => title)
      .toSorted(),
  ).toEqual(sources.map((_unused, n) => `Title ${n}`).toSorted());
  expect(messages).toEqual([]);
});
