import { createInterface } from 'node:readline/promises';

import type { Library } from '../library.ts';
import { PageLoader } from '../page-loader.ts';
import { ROOT } from '../tree.ts';
import { cleanText } from '../typeset/clean.ts';
import { bodyText } from './body-text.ts';
import { pageText, type Choice } from './page-text.ts';

const HELP = [
  'Type a number to choose it, or a letter:',
  'n, the next page. p, the page before. u, up. b, back.',
  's and some words, to search. r, to read the page again. q, to quit.',
];

/** A conversation: one line is typed, some lines are answered, and nothing that was said is ever drawn over. */
export async function readLinear(library: Library, start: string): Promise<number> {
  const { guide } = library;
  const pages = new PageLoader(library);
  const order = [
    ROOT,
    ...Object.values(guide.nodes)
      .filter(({ kind }) => kind !== 'question' && kind !== 'resource')
      .map(({ id }) => id),
  ];
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  const say = (...text: string[]) => process.stdout.write(`${text.join('\n')}\n`);
  const history: string[] = [];
  let at = start;
  let choices: Choice[] = [];

  const read = async () => {
    const page = pageText(library, at, await pages.load(at));
    choices = page.choices;
    say(...page.lines, 'Type a number, or h for help.');
  };
  const go = async (id: string | undefined) => {
    if (id === undefined) return say('There is no such page.');
    history.push(at);
    at = id;
    return read();
  };
  const choose = async (choice: Choice | undefined) => {
    if (choice === undefined) return say('There is no such number here.');
    if (choice.kind === 'page') return go(choice.id);
    if (choice.kind === 'resource') return say(cleanText(choice.url));
    const answer = (await pages.load(at)).answers.get(choice.id) ?? (await library.loadBody(choice.id));
    return say(...(answer === undefined ? ['No answer yet.'] : ['Answer:', ...bodyText(answer), 'End of answer.']));
  };
  const search = async (text: string) => {
    const hits = await library.search(text, 10);
    // A question is read on its own; whoever wants its topic goes up from there.
    choices = hits.map(({ id, kind }): Choice => (kind === 'question' ? { kind, id } : { kind: 'page', id }));
    say(
      hits.length === 0 ? 'Nothing found.' : `${hits.length} found:`,
      ...hits.map(
        ({ title, path }, index) => `${index + 1}. ${[title, ...path.slice(-1)].map(cleanText).join(', in ')}`,
      ),
    );
  };

  await read();
  for await (const typed of lines) {
    const [word = '', ...rest] = typed.trim().split(/\s+/);
    if (/^\d+$/.test(word)) await choose(choices[Number(word) - 1]);
    else if (word === 'n') await go(order[order.indexOf(at) + 1]);
    else if (word === 'p') await go(order[order.indexOf(at) - 1]);
    else if (word === 'u') await go(at === ROOT ? undefined : (guide.nodes[at]?.parent ?? ROOT));
    else if (word === 'r') await read();
    else if (word === 's' && rest.length > 0) await search(rest.join(' '));
    else if (word === 'b') {
      at = history.pop() ?? at;
      await read();
    } else if (word === 'q') break;
    else if (word !== '') say(...HELP);
  }
  lines.close();
  return 0;
}
