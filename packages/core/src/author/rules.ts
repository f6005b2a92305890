/** One editorial check: what it is called, how bad it is, and why anybody should care. */
export interface Rule {
  /** How bad a finding is, unless the guide says otherwise. */
  severity: 'error' | 'warning' | 'info';
  /** Silent unless the guide switches it on. */
  optional?: true;
  /** One line: what is wrong. */
  summary: string;
  /** Why it matters and what to do. */
  why: string;
  /** Markdown that raises it. */
  bad: string;
  /** The same, mended. */
  good: string;
}

const rule = <T extends Rule>(value: T): Rule => value;

/**
 * Every rule by its id. Ids are promises, like public names: never reused, never renamed quietly.
 * `docs/diagnostics.md` is generated from this table.
 */
export const rules = {
  'too-large': rule({
    severity: 'error',
    summary: 'A file is larger than the limit.',
    why: 'The Markdown parser takes seconds for a few megabytes in one file, and nobody edits such a file by hand. Split it into a file per topic.',
    bad: 'a file of more than 8 MB',
    good: 'a folder of files',
  }),
  'too-deep': rule({
    severity: 'error',
    summary: 'Lists, quotes or emphasis nest deeper than the limit.',
    why: 'No reader follows a hundred levels, and hostile nesting can bring a parser down. The file is left out.',
    bad: '> '.repeat(101) + 'a',
    good: '> a quotation',
  }),
  'too-slow': rule({
    severity: 'error',
    summary: 'A guide takes longer to parse, or more memory, than its reader allows.',
    why: 'Whoever parses text from strangers sets a limit. Nothing of the guide is kept. Split large files, and look for thousands of marks of emphasis, brackets or nested lists in one place.',
    bad: 'a guide that takes longer than the limit',
    good: 'a guide that is parsed in time',
  }),
  'bad-frontmatter': rule({
    severity: 'error',
    summary: 'The frontmatter is not YAML, or a value has the wrong type.',
    why: 'What cannot be read is ignored: a topic would lose its difficulty or its old ids without a word.',
    bad: '---\nminutes: soon\n---',
    good: '---\nminutes: 9\n---',
  }),
  'unknown-key': rule({
    severity: 'warning',
    summary: 'The frontmatter has a key that means nothing here.',
    why: 'Most unknown keys are misspelt ones, and a misspelt key does nothing. Keys of your own go below `extra:`.',
    bad: '---\ndificulty: core\n---',
    good: '---\ndifficulty: core\n---',
  }),
  'duplicate-id': rule({
    severity: 'error',
    summary: 'Two nodes claim the same id.',
    why: 'An id is a promise to everybody who links to it. The second node gets a number behind its id until one of them is renamed.',
    bad: '# Guide\n\n## <a name="trees"></a>Trees\n\n## <a name="trees"></a>More trees',
    good: '# Guide\n\n## <a name="trees"></a>Trees\n\n## <a name="more-trees"></a>More trees',
  }),
  'broken-link': rule({
    severity: 'error',
    summary: 'A link inside the guide leads nowhere.',
    why: 'A reader who follows it is lost. The message names the nearest target that exists.',
    bad: '[Pruning](#prunning)\n\n## Pruning',
    good: '[Pruning](#pruning)\n\n## Pruning',
  }),
  'undefined-reference': rule({
    severity: 'warning',
    summary: 'A reference link or footnote has no definition.',
    why: 'It is printed with its brackets. Define it, or write the address in the link.',
    bad: 'See [the paper][nowhere] and more[^nowhere].',
    good: 'See [the paper][here].\n\n[here]: https://example.org',
  }),
  'unused-footnote': rule({
    severity: 'warning',
    summary: 'A footnote is never referred to, or defined twice.',
    why: 'Nobody gets to see it: a footnote stands below the text that refers to it.',
    bad: 'Trees ask.\n\n[^cart]: Breiman and others, 1984.',
    good: 'Trees ask.[^cart]\n\n[^cart]: Breiman and others, 1984.',
  }),
  'unsafe-link': rule({
    severity: 'warning',
    summary: 'An address could run code or embed data.',
    why: 'Only `http:`, `https:`, `mailto:` and addresses inside the guide are handed on; the text of the link stays.',
    bad: '[click](javascript:alert(1))',
    good: '[click](https://example.org)',
  }),
  'skipped-rank': rule({
    severity: 'warning',
    summary: 'A heading skips a rank.',
    why: 'A reader, and a screen reader, takes the missing level for a missing part. No level is invented: the heading hangs below the nearest one above it. Of several of one rank below one heading only the first is named.',
    bad: '# Guide\n\n## Trees\n\n#### Pruning',
    good: '# Guide\n\n## Trees\n\n### Pruning',
  }),
  'title-twice': rule({
    severity: 'info',
    summary: 'The first heading differs from the title in the frontmatter.',
    why: 'A file has one title. The frontmatter wins; the heading is left out.',
    bad: '---\ntitle: Trees\n---\n\n# All about trees',
    good: '---\ntitle: Trees\n---',
  }),
  'split-list': rule({
    severity: 'warning',
    summary: 'A numbered item loses its children, because they are not indented far enough.',
    why: 'Children of `8.` need three spaces, of `10.` four; with two, Markdown ends the list and starts another. The children are given back to their item here, but GitHub shows them beside it.',
    bad: '7. Serve\n8. Scale\n  - Partition the data\n9. Test',
    good: '7. Serve\n8. Scale\n   - Partition the data\n9. Test',
  }),
  'list-numbering': rule({
    severity: 'warning',
    summary: 'The numbers of a list repeat or jump.',
    why: 'GitHub counts for itself and shows other numbers than the source. Number on, or start every item with `1.`.',
    bad: '1. Coding\n2. Depth\n2. Breadth',
    good: '1. Coding\n2. Depth\n3. Breadth',
  }),
  'mixed-indentation': rule({
    severity: 'warning',
    summary: 'Items of one list are indented differently.',
    why: 'They look like parent and child and are siblings to every Markdown parser. Indent them alike, or further.',
    bad: '  - Linear models\n- Feature selection',
    good: '- Linear models\n- Feature selection',
  }),
  contents: rule({
    severity: 'info',
    summary: 'A table of contents was left out.',
    why: 'The tree makes its own, and that one cannot be out of date.',
    bad: '- [Trees](#trees)\n- [Forests](#forests)\n\n## Trees\n\n## Forests',
    good: '## Trees\n\n## Forests',
  }),
  'empty-topic': rule({
    severity: 'warning',
    summary: 'A heading or a file has no text and nothing below it.',
    why: 'A reader who opens it finds nothing. Write it, or mark it `[TBD]`. The items of an outline are excused: they are a plan.',
    bad: '## Pruning',
    good: '## Pruning [TBD]',
  }),
  'question-without-answer': rule({
    severity: 'warning',
    summary: 'A question has no answer.',
    why: 'A reader asked the question already; the answer is what they came for. Of a list in which none has an answer only the first is named.',
    bad: '## Questions\n\n### Why prune?',
    good: '## Questions\n\n### Why prune?\n\nA full tree learns the noise.',
  }),
  'tight-details': rule({
    severity: 'warning',
    summary: '`<details>` without a blank line after its summary.',
    why: 'GitHub then shows the Markdown inside as plain text. Put a blank line after `</summary>` and before `</details>`.',
    bad: '<details><summary>Why prune?</summary>\nA full tree learns the **noise**.\n</details>',
    good: '<details><summary>Why prune?</summary>\n\nA full tree learns the **noise**.\n\n</details>',
  }),
  'unclosed-details': rule({
    severity: 'warning',
    summary: '`<details>` is never closed.',
    why: 'All that follows would vanish into it. The answer is taken to end before the next heading.',
    bad: '<details><summary>Why prune?</summary>\n\nA full tree learns the noise.',
    good: '<details><summary>Why prune?</summary>\n\nA full tree learns the noise.\n\n</details>',
  }),
  'image-alt': rule({
    severity: 'warning',
    summary: 'An image has no text alternative.',
    why: 'Readers with a screen reader, in a terminal or offline get nothing. Say what the image shows.',
    bad: '![](tree.svg)',
    good: '![A tree of depth two](tree.svg)',
  }),
  'missing-file': rule({
    severity: 'error',
    summary: 'An image that is part of the guide does not exist.',
    why: 'The reader sees a broken image.',
    bad: '![A tree](nowhere.svg)',
    good: '![A tree](https://example.org/tree.svg)',
  }),
  'unbalanced-math': rule({
    severity: 'warning',
    summary: 'A display formula is never closed, or a brace in a formula has no partner.',
    why: 'An unclosed `$$` swallows the rest of its container, and the formula cannot be set.',
    bad: 'The loss is $\\frac{1}{2$ here.',
    good: 'The loss is $\\frac{1}{2}$ here.',
  }),
  'unknown-difficulty': rule({
    severity: 'warning',
    summary: 'A comment below a question names something that means nothing here.',
    why: 'A question is `warm-up`, `core` or `senior`; a misspelt word would silently mean `core`.',
    bad: '## Questions\n\n### Why prune?\n\n<!-- difficulty: expert -->\n\nA full tree learns the noise.',
    good: '## Questions\n\n### Why prune?\n\n<!-- difficulty: senior -->\n\nA full tree learns the noise.',
  }),
  'unknown-topic': rule({
    severity: 'error',
    summary: 'The frontmatter names a topic that does not exist.',
    why: '`prerequisites` and `related` hold ids of topics; a wrong one sends the reader nowhere.',
    bad: '---\ntitle: Trees\nprerequisites: [nowhere]\n---',
    good: '---\ntitle: Trees\nprerequisites: []\n---',
  }),
  'prerequisite-cycle': rule({
    severity: 'error',
    summary: 'Topics require each other in a circle.',
    why: 'Nobody can start. Drop the weakest of the links, or make it `related`.',
    bad: '---\ntitle: Trees\nid: trees\nprerequisites: [trees]\n---',
    good: '---\ntitle: Trees\nid: trees\n---',
  }),
  'former-id': rule({
    severity: 'error',
    summary: 'An entry of `formerly` is still the id of a node.',
    why: 'An old id leads to the node that took its place; it cannot be both.',
    bad: '---\ntitle: Trees\nid: trees\nformerly: [trees]\n---',
    good: '---\ntitle: Trees\nid: trees\nformerly: [decision-trees]\n---',
  }),
  'lost-id': rule({
    severity: 'error',
    summary: 'An id that was published is gone.',
    why: 'Links, bookmarks and the progress of readers hang on it. Name it in `formerly:` of the node that took its place.',
    bad: 'a topic renamed without `formerly:`',
    good: '---\ntitle: Trees\nformerly: [classic-ml/decision-trees]\n---',
  }),
  'not-in-summary': rule({
    severity: 'warning',
    summary: 'A file is not in `SUMMARY.md`.',
    why: '`SUMMARY.md` decides the order of the guide; what it does not name comes last.',
    bad: 'a file that `SUMMARY.md` does not name',
    good: 'every file is named in `SUMMARY.md`',
  }),
  'raw-html': rule({
    severity: 'info',
    summary: 'Raw HTML was reduced to its text.',
    why: 'A guide is read in terminals too. Most HTML has a Markdown form that works everywhere. Each kind of tag is named once a file.',
    bad: '<marquee>Trees</marquee>',
    good: '**Trees**',
  }),
  'topic-opening': rule({
    severity: 'error',
    optional: true,
    summary: 'A topic starts with a heading instead of an opening.',
    why: 'A topic opens with the two sentences one would say aloud when asked "what is it?".',
    bad: '---\ntitle: Trees\ndifficulty: core\n---\n\n## Splits\n\nA split asks one question.',
    good: '---\ntitle: Trees\ndifficulty: core\n---\n\nA decision tree asks one question after the other.\n\n## Splits\n\nA split asks one question.',
  }),
  'topic-length': rule({
    severity: 'error',
    optional: true,
    summary: 'A topic is shorter than 250 words.',
    why: 'That is a note, not an explanation. A reading list says `format: list` in its frontmatter.',
    bad: '---\ntitle: Trees\ndifficulty: core\n---\n\nA decision tree asks one question after the other.',
    good: '---\ntitle: Trees\ndifficulty: core\nformat: list\n---\n\nA decision tree asks one question after the other.',
  }),
  'topic-questions': rule({
    severity: 'error',
    optional: true,
    summary: 'A topic has no questions.',
    why: 'People learn by being asked, and every question is a flashcard.',
    bad: '---\ntitle: Trees\ndifficulty: core\n---\n\nA decision tree asks one question after the other.',
    good: '---\ntitle: Trees\ndifficulty: core\n---\n\nA decision tree asks.\n\n## Questions\n\n### Why prune?\n\nA full tree learns the noise.',
  }),
  'code-info': rule({
    severity: 'error',
    optional: true,
    summary: 'A block of code does not say what runs it.',
    why: 'Every block of code in the guide is run by a test. Say `python run`, `typescript run`, `text output`, `mermaid` or `text`.',
    bad: '---\ntitle: Trees\ndifficulty: core\n---\n\n```python\nprint(1)\n```',
    good: '---\ntitle: Trees\ndifficulty: core\n---\n\n```python run\nprint(1)\n```',
  }),
} as const;

/** The ids of the rules. */
export type RuleId = keyof typeof rules;

/** Whether a text is the id of a rule. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(rules, text);
}
