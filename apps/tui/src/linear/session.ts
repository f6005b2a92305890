import { createInterface } from 'node:readline/promises';

import { isPage } from '@mlguide/core';
import type { Library } from '../library.ts';
import { PageLoader } from '../page-loader.ts';
import { pageOf, ROOT } from '../tree.ts';
import { cleanText } from '../typeset/clean.ts';
import { bodyText } from './body-text.ts';
import { NO_MARKS, type LinearMarks } from './linear-marks.ts';
import { headingChoices, pageText, type Choice } from './page-text.ts';

const HELP = [
  'Type a number to choose it, or a letter:',
  'n, the next page. p, the page before. u, up. b, back.',
  's and some words, to search. t, the headings of this page. r, to read the page again.',
  'd, to mark the topic as done, or not. k, to keep a bookmark, or not. l, all bookmarks.',
  'w and some words, to write a note; w alone takes it away.',
  'q, to quit.',
];

/** A conversation: one line is typed, some lines are answered, and nothing that was said is ever drawn over. */
export async function readLinear(library: Library, start: string, marks: LinearMarks = NO_MARKS): Promise<number> {
  const input = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  // Before anything is awaited: a line typed early is answered, not lost.
  const lines = input[Symbol.asyncIterator]();
  const talk = new Conversation(library, start, marks);
  await talk.read();
  for await (const typed of lines) if ((await talk.answer(typed)) === 'quit') break;
  input.close();
  return 0;
}

class Conversation {
  readonly #library: Library;
  readonly #pages: PageLoader;
  readonly #marks: LinearMarks;
  readonly #order: readonly string[];
  readonly #history: string[] = [];
  #at: string;
  #choices: Choice[] = [];

  constructor(library: Library, start: string, marks: LinearMarks) {
    this.#library = library;
    this.#pages = new PageLoader(library);
    this.#marks = marks;
    this.#at = start;
    const pages = Object.values(library.guide.nodes).filter(isPage);
    this.#order = [ROOT, ...pages.map(({ id }) => id)];
  }

  /** Answers what was typed. */
  async answer(typed: string): Promise<'quit' | undefined> {
    const [word = '', ...rest] = typed.trim().split(/\s+/);
    const words = rest.join(' ');
    const here = this.#order.indexOf(this.#at);
    if (word === '') return undefined;
    if (word === 'q') return 'quit';
    if (/^\d+$/.test(word)) await this.#choose(this.#choices[Number(word) - 1]);
    else if (word === 'n') await this.#go(this.#order[here + 1], 'This is the last page.');
    else if (word === 'p') await this.#go(this.#order[here - 1], 'This is the first page.');
    else if (word === 'u') await this.#go(this.#parent(), 'This is the top.');
    else if (word === 'b') await this.#back();
    else if (word === 'r') await this.read();
    else if (word === 's' && words !== '') await this.#search(words);
    else if (word === 't') await this.#headings();
    else if (word === 'd') say(this.#marks.toggleRead(this.#at));
    else if (word === 'k') say(this.#marks.toggleBookmark(this.#at));
    else if (word === 'l') this.#bookmarks();
    else if (word === 'w') say(this.#marks.writeNote(this.#at, words));
    else say(...HELP);
    return undefined;
  }

  /** Reads the page. */
  async read(): Promise<void> {
    const page = pageText(this.#library, this.#at, await this.#pages.load(this.#at), this.#marks.on(this.#at));
    this.#choices = page.choices;
    say(...page.lines, 'Type a number, or h for help.');
  }

  #parent(): string | undefined {
    return this.#at === ROOT ? undefined : (this.#library.guide.nodes[this.#at]?.parent ?? ROOT);
  }

  async #go(id: string | undefined, otherwise: string): Promise<void> {
    if (id === undefined) return say(otherwise);
    this.#history.push(this.#at);
    this.#at = pageOf(this.#library.guide, id);
    return this.read();
  }

  async #back(): Promise<void> {
    const last = this.#history.pop();
    if (last === undefined) return say('This is where you began.');
    this.#at = last;
    return this.read();
  }

  async #choose(choice: Choice | undefined): Promise<void> {
    if (choice === undefined) return say('There is no such number here.');
    if (choice.kind === 'page') return this.#go(choice.id, '');
    if (choice.kind === 'resource') return say(cleanText(choice.url));
    if (choice.kind === 'part') return say(...bodyText(choice.body), 'End of this part.');
    const { answers } = await this.#pages.load(this.#at);
    const answer = answers.get(choice.id) ?? (await this.#library.loadBody(choice.id));
    return say(...(answer === undefined ? ['No answer yet.'] : ['Answer:', ...bodyText(answer), 'End of answer.']));
  }

  async #headings(): Promise<void> {
    const { body } = await this.#pages.load(this.#at);
    const text = headingChoices(body ?? { type: 'root', children: [] });
    if (text.choices.length === 0) return say('There are no headings here.');
    this.#choices = text.choices;
    say(`Headings, ${text.choices.length}:`, ...text.lines);
  }

  #bookmarks(): void {
    const ids = this.#marks.bookmarks();
    if (ids.length === 0) return say('There are no bookmarks.');
    this.#choices = ids.map((id) => ({ kind: 'page', id }));
    say(
      `Bookmarks, ${ids.length}:`,
      ...ids.map((id, index) => `${index + 1}. ${cleanText(this.#library.guide.nodes[id]?.title ?? id)}`),
    );
  }

  async #search(text: string): Promise<void> {
    const hits = await this.#library.search(text, 10);
    // A question is read on its own; whoever wants its topic goes up from there.
    this.#choices = hits.map(({ id, kind }): Choice => (kind === 'question' ? { kind, id } : { kind: 'page', id }));
    say(
      hits.length === 0 ? 'Nothing found.' : `${hits.length} found:`,
      ...hits.map(({ title, path, kind }, index) => {
        const words = [title, ...path.slice(-1)].map(cleanText).join(', in ');
        return `${index + 1}. ${kind === 'question' ? 'Question: ' : ''}${words}`;
      }),
    );
  }
}

function say(...text: string[]): void {
  process.stdout.write(`${text.join('\n')}\n`);
}
