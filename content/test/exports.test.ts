/** The guide as files for other programs. */
import { parseGuide } from '@mlguide/core/author';
import { expect, test } from 'vitest';

import { ankiDeck, llmsText } from '../src/exports.ts';

/* A release of a guide with one topic of one question. */
function release(name: string, formerly: readonly string[] = [], question = 'Why?') {
  const head = `---\ntitle: "${name}"\nformerly: [${formerly.join(', ')}]\ntags: [two words]\n---`;
  return parseGuide([
    { path: 'index.md', text: '# A guide' },
    { path: 'm/index.md', text: '# Module' },
    { path: `m/${name}.md`, text: `${head}\n\n## Questions\n\n### ${question}\n\nIf $a < b$, "so"\n\n\tcode\n` },
  ]);
}

const cardOf = (deck: string) => deck.split('\n').slice(6).join('\n');
const guidOf = (deck: string) => cardOf(deck).split('\t', 1)[0];

test('a card keeps its GUID whatever its question is called, and wherever its author lists the names before', () => {
  const published = ['m/a/why'];
  const guid = (name: string, formerly: string[]) => {
    const { guide, bodies } = release(name, formerly);
    return guidOf(ankiDeck(guide, bodies, published));
  };
  expect(guid('a', [])).toBe('mlguide:m/a/why');
  expect(guid('b', ['m/a'])).toBe('mlguide:m/a/why');
  published.push('m/b/why');
  expect(guid('c', ['m/a', 'm/b'])).toBe('mlguide:m/a/why');
  expect(guid('c', ['m/b', 'm/a'])).toBe('mlguide:m/a/why');
});

test('a card is five fields, quoted where they must be', () => {
  const { guide, bodies } = release('a', [], 'Is a < b & "so"?');
  const deck = ankiDeck(guide, bodies, []);
  expect(deck.split('\n').slice(0, 6)).toEqual([
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#guid column:1',
    '#deck column:2',
    '#tags column:5',
  ]);
  expect(cardOf(deck)).toMatch(
    /^mlguide:m\/a\/\S+\tA guide::Module\t"Is a &lt; b &amp; ""so""\?"\t"<p>If \\\(a &#x3C; b\\\), ""so""<\/p>\n<pre><code>code\n<\/code><\/pre><p><em>a<\/em><\/p>"\tcore two-words\n$/u,
  );
});

test('llms.txt is a title, a summary, and for each module a list of links', () => {
  expect(llmsText(release('a').guide)).toMatch(/^# A guide\n\n> .+\n\n## Module\n\n- \[a\]\(markdown\/m\/a\.md\)\n$/u);
});
