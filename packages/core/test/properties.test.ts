/**
 * What must hold of every input. `RUNS=20000 pnpm test:long` looks longer than the normal run.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bodyToMarkdown, parseGuide, type ParsedGuide } from '../src/author.ts';
import { guideFromJson, guideToJson, walk, type Block, type Inline } from '../src/index.ts';
import { randomDocument } from './random-markdown.ts';

const numRuns = Number(process.env['RUNS'] ?? 500);
const parse = (text: string, path = 'README.md') => parseGuide([{ path, text }]);

/** Any text, from letters that mean something to Markdown. */
const noise = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '# ',
        '- ',
        '1. ',
        '> ',
        '`',
        '```\n',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '$',
        '|',
        '\n',
        '\n\n',
        '  ',
        '\t',
      ),
      fc.constantFrom(
        '[TBD]',
        '<details>',
        '</details>',
        '<summary>',
        '---\n',
        '<a name="x">',
        '[^1]',
        '![',
        '](x)',
        ': ',
        '?',
        '\u0000',
        '\u001b[',
        '𝔼',
        'ا',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

test('never throws, and every parent holds its children', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        noise,
        randomDocument.map(({ markdown }) => markdown),
      ),
      (text) => {
        const { guide } = parse(text);
        const seen = new Set<string>();
        for (const node of walk(guide)) {
          expect(node.id).not.toBe('');
          expect(seen.has(node.id)).toBe(false);
          seen.add(node.id);
          for (const child of node.children) expect(guide.nodes[child]?.parent).toBe(node.id);
          if (node.parent === null) expect(guide.modules).toContain(node.id);
          else expect(guide.nodes[node.parent]?.children).toContain(node.id);
        }
        expect(seen.size).toBe(Object.keys(guide.nodes).length);
      },
    ),
    { numRuns },
  );
});

test('loses no heading and no list item', () => {
  fc.assert(
    fc.property(randomDocument, ({ markdown, words }) => {
      const parsed = parse(markdown);
      const text = everyWordOf(parsed);
      const lost = [...words].filter(([word, line]) => {
        const times = text.split(new RegExp(`\\b${word}\\b`, 'u')).length - 1;
        return times !== 1 && !(times === 0 && leftOut(parsed, line, frontmatterEnd(markdown)));
      });
      expect(lost).toEqual([]);
    }),
    { numRuns },
  );
});

test('points at the line on which a node was written', () => {
  fc.assert(
    fc.property(randomDocument, ({ markdown, words }) => {
      const lines = markdown.split('\n');
      for (const node of walk(parse(markdown).guide)) {
        const word = /\bw\d+q\b/u.exec(node.title)?.[0];
        if (word === undefined) continue;
        expect(node.span.line).toBe(words.get(word));
        expect(node.span.endLine).toBeGreaterThanOrEqual(node.span.line);
        expect(node.span.endLine).toBeLessThanOrEqual(lines.length);
      }
    }),
    { numRuns },
  );
});

test('gives the same for LF, CRLF and a byte-order mark', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        noise,
        randomDocument.map(({ markdown }) => markdown),
      ),
      (raw) => {
        const text = raw.replace(/\r/gu, '');
        const plain = parse(text);
        expect(parse(`\uFEFF${text}`)).toEqual(plain);
        expect(parse(text.replace(/\n/gu, '\r\n'))).toEqual(plain);
      },
    ),
    { numRuns },
  );
});

test('goes through JSON unchanged', () => {
  fc.assert(
    fc.property(randomDocument, ({ markdown }) => {
      const { guide, bodies } = parse(markdown);
      expect(guideFromJson(guideToJson(guide))).toEqual(guide);
      expect(JSON.parse(JSON.stringify(bodies))).toEqual(bodies);
    }),
    { numRuns },
  );
});

test('does not depend on the order in which files are given', () => {
  const files = fc.uniqueArray(
    fc.record({
      path: fc.stringMatching(/^(?:[ab]\/){0,2}(?:[0-9]-)?[a-e]\.md$/u),
      text: randomDocument.map(({ markdown }) => markdown),
    }),
    { selector: ({ path }) => path, minLength: 2, maxLength: 5 },
  );
  fc.assert(
    fc.property(files, (sources) => {
      expect(parseGuide(sources.toReversed())).toEqual(parseGuide(sources));
    }),
    { numRuns },
  );
});

test('writes bodies as Markdown that holds the same words in the same order', () => {
  fc.assert(
    fc.property(randomDocument, ({ markdown }) => {
      for (const body of Object.values(parse(markdown).bodies)) {
        const again = parse(`---\ndifficulty: core\nformat: list\n---\n\n# T\n\n${bodyToMarkdown(body)}`);
        expect(wordsIn(everyWordOf(again)).toSorted()).toEqual(wordsIn(textOf(body.children)).toSorted());
      }
    }),
    { numRuns: Math.min(numRuns, 2000) },
  );
});

function wordsIn(text: string): string[] {
  return text.match(/\bw\d+q\b/gu) ?? [];
}

function everyWordOf({ guide, bodies }: ParsedGuide): string {
  const titles = [...walk(guide)].flatMap((node) => [
    node.title,
    node.note ?? '',
    node.kind === 'resource' ? `${node.authors} ${node.remark}` : '',
  ]);
  return [guide.title, ...titles, ...Object.values(bodies).map((body) => textOf(body.children))].join(' \n ');
}

/** Whether a message says of this line that what stood there was left out. */
function leftOut({ messages }: ParsedGuide, line: number, frontmatter: number): boolean {
  const rules = ['contents', 'title-twice', 'too-deep', 'unknown-key'];
  return messages.some(
    (message) =>
      (rules.includes(message.rule) && message.line <= line && line <= message.endLine) ||
      // YAML that cannot be read is left out as a whole, wherever in it the fault is.
      (message.rule === 'bad-frontmatter' && line <= frontmatter),
  );
}

/** The line of the second `---`, if the document starts with one. */
function frontmatterEnd(markdown: string): number {
  const lines = markdown.split('\n');
  return lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
}

function textOf(nodes: readonly (Block | Inline)[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return textOf(node.children as (Block | Inline)[]);
      return 'value' in node ? node.value : 'alt' in node ? node.alt : ' ';
    })
    .join(' ');
}
