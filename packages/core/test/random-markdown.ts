import fc from 'fast-check';

/**
 * Random Markdown in which every heading and every list item holds a word of its own (`w1q`, `w2q`, …), so that a test
 * can look for each of them in what became of the document.
 */
export interface RandomDocument {
  markdown: string;
  /** The words, with the lines (from 1) on which they stand. */
  words: Map<string, number>;
}

type Block =
  | { kind: 'heading'; depth: number; end: string; setext: boolean }
  | { kind: 'list'; items: Item[]; ordered: boolean; indent: number; start: number; blank: boolean }
  | { kind: 'text'; text: string };

interface Item {
  text: string;
  children: Item[];
}

const PIECES = [
  'A paragraph of prose.',
  'Two lines\nof prose with **emphasis** and `code`.',
  '> A quotation\n> - with an item',
  '```python\n# not a heading\n- not an item\n```',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '<details><summary>Hidden?</summary>\n\nAn answer.\n\n</details>',
  '<details><summary>Open?</summary>\n\nNever closed.',
  '</details>',
  '$$\nx^2\n$$',
  'It costs $5 and $10.',
  '---',
  '<div align="center"><img src="https://example.org/a.png"></div>',
  '<!-- difficulty: senior -->',
  '[^1]: A footnote.',
  'A note[^1] and a [link](#w1q).',
  '- [ ] task',
  '    indented code',
  '   A paragraph below a number?',
  '<h2 id="raw">Raw heading</h2>',
  '<div>\n<h3>Raw heading in a block</h3>\n<ul><li>item<li>item</ul></div>',
  '<table><tr><td rowspan="2">a<td>b<tr><td>c</table>',
  '<details><summary>Answer</summary>\n<p>\n\n#### Heading in an answer\n\nText.\n</p>\n</details>',
  '目录',
  '> [!TIP]\n> An alert?',
  'Term\n===',
];

const LABELS = [
  'label %',
  'label % [TBD]',
  '% (advanced)',
  'what is %?',
  'This is a sentence about %. It has two parts.',
  '[link %](https://example.org)',
  '[link %](https://example.org) (A. Author, 2006): with a remark',
  '[inside %](#nowhere)',
  'Note: %',
  '**bold** % and `code` in a label that goes on and on and on until nobody would call it a label',
  '% (a remark in brackets that is rather long)',
  '[ ] task %',
  '### heading in an item %',
];

const item: fc.Arbitrary<Item> = fc.letrec<{ item: Item }>((tie) => ({
  item: fc.record({
    text: fc.constantFrom(...LABELS),
    children: fc.oneof({ maxDepth: 3 }, fc.constant<Item[]>([]), fc.array(tie('item'), { maxLength: 3 })),
  }),
})).item;

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    depth: fc.integer({ min: 1, max: 6 }),
    end: fc.constantFrom('', '?', '？', ' [TBD]', ':', ' :book:', ' Questions', ' Resources', ' 问题', ' المحتويات'),
    setext: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
    ordered: fc.boolean(),
    indent: fc.constantFrom(2, 3, 4, 5),
    start: fc.constantFrom(1, 8, 98),
    blank: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom(...PIECES) }),
);

const HEADS = [
  '',
  '---\ntitle: Titled\n---\n\n',
  '---\ntitle: Topic\ndifficulty: core\n---\n\n',
  '---\nlists: topics\n---\n\n',
];

/** Random documents. */
export const randomDocument: fc.Arbitrary<RandomDocument> = fc
  .record({ head: fc.constantFrom(...HEADS), blocks: fc.array(block, { maxLength: 14 }) })
  .map(({ head, blocks }) => write(head, blocks));

function write(head: string, blocks: readonly Block[]): RandomDocument {
  const words = new Map<string, number>();
  let markdown = head;
  const next = () => {
    const word = `w${words.size + 1}q`;
    words.set(word, markdown.split('\n').length);
    return word;
  };
  const writeItems = (items: readonly Item[], list: Extract<Block, { kind: 'list' }>, depth: number): void => {
    items.forEach(({ text, children }, index) => {
      const margin = ' '.repeat(list.indent * depth);
      markdown += `${margin}${list.ordered ? `${list.start + index}.` : '-'} ${text.replace('%', next())}\n`;
      if (list.blank) markdown += '\n';
      writeItems(children, list, depth + 1);
    });
  };
  for (const one of blocks) {
    if (one.kind === 'text') markdown += `${one.text}\n\n`;
    else if (one.kind === 'list') {
      writeItems(one.items, one, 0);
      markdown += '\n';
    } else if (one.setext && one.depth <= 2)
      markdown += `Heading ${next()}${one.end}\n${one.depth === 1 ? '===' : '---'}\n\n`;
    else markdown += `${'#'.repeat(one.depth)} Heading ${next()}${one.end}\n\n`;
  }
  return { markdown, words };
}
