import { openMarkdown, readMarkdown } from '../foreign.ts';
import { openOwnGuide } from '../guide.ts';
import { runProgram } from '../program.ts';
import { UsageError, type Call } from './command.ts';
import { findNode } from './find-node.ts';

/** `mlguide`, `mlguide topic ID`, `mlguide open PATH`: the program itself. */
export async function run(call: Call, name: 'mlguide' | 'topic' | 'open'): Promise<number> {
  const instead =
    name === 'open' ? '`mlguide tree PATH`' : '`mlguide show ID`, `mlguide list` or `mlguide search TEXT`';
  const word = call.words[0];
  if (!process.stdout.isTTY || process.env['TERM'] === 'dumb') {
    throw new UsageError(`this needs a terminal that can draw a screen; here, use ${instead}`);
  }
  const { theme } = call;
  const mouse = call.options['mouse'] === true;
  if (name === 'open') {
    if (!process.stdin.isTTY && word !== '-')
      throw new UsageError(`this needs a keyboard on standard input; without one, use ${instead}`);
    // Read before the terminal is taken: a bad path is one line and no flicker.
    const library = openMarkdown(await readMarkdown(word!));
    return runProgram({ open: () => Promise.resolve(library), theme, mouse });
  }
  if (!process.stdin.isTTY)
    throw new UsageError(`this needs a keyboard on standard input; without one, use ${instead}`);
  if (word === undefined) return runProgram({ open: openOwnGuide, theme, mouse });
  return runProgram({ open: openOwnGuide, id: ({ guide }) => findNode(guide, word).id, theme, mouse });
}
