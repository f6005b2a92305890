import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';

import { openOwnGuide } from '../guide.ts';
import type { Library } from '../library.ts';
import { openMarkdown } from '../markdown/open.ts';
import { runProgram } from '../program.ts';
import { pageOf, ROOT } from '../tree.ts';
import { UsageError, type Call } from './command.ts';
import { findNode } from './find-node.ts';

/** `mlguide`, `mlguide topic ID`, `mlguide open PATH`: the program itself. */
export async function run(call: Call, name: 'mlguide' | 'topic' | 'open'): Promise<number> {
  const instead = name === 'open' ? '`mlguide tree PATH`' : '`mlguide show ID`, `mlguide list` or `mlguide --linear`';
  const word = call.words[0];
  if (call.options['linear'] === true || call.config.linear === true) return runLinear(name, call);
  if (!process.stdout.isTTY || process.env['TERM'] === 'dumb') {
    throw new UsageError(`this needs a terminal that can draw a screen; here, use ${instead}`);
  }
  const { theme, config } = call;
  const mouse = call.options['mouse'] === true || config.mouse === true;
  const settings = { theme, mouse, width: config.width, notice: call.warnings[0] };
  if (name === 'open') {
    if (!process.stdin.isTTY && word !== '-')
      throw new UsageError(`this needs a keyboard on standard input; without one, use ${instead}`);
    // Read before the terminal is taken: a bad path is one line and no flicker.
    const opening = openMarkdown(word!);
    // While another process parses, this one has time for what it needs next.
    void import('../mount.tsx').catch(() => undefined);
    const library = await opening;
    const keyboard = word === '-' ? openKeyboard() : undefined;
    return runProgram({ open: () => Promise.resolve(library), keyboard, ...settings });
  }
  if (!process.stdin.isTTY)
    throw new UsageError(`this needs a keyboard on standard input; without one, use ${instead}`);
  const id = word === undefined ? undefined : ({ guide }: Library) => findNode(guide, word).id;
  return runProgram({ open: openOwnGuide, isKept: true, ...(id && { id }), ...settings });
}

/** The terminal itself, to take keys from when standard input was the text. */
function openKeyboard(): ReadStream {
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch (cause) {
    throw new UsageError('open -: this needs a terminal to take keys from; without one, use `mlguide tree -`', {
      cause,
    });
  }
}

/** The same guide as a conversation of lines: it needs neither a screen nor raw keys, so any standard input will do. */
async function runLinear(name: 'mlguide' | 'topic' | 'open', { words: [word], warnings }: Call): Promise<number> {
  for (const warning of warnings) process.stderr.write(`mlguide: ${warning}\n`);
  const [{ readLinear }, { keptMarks }] = await Promise.all([
    import('../linear/session.ts'),
    import('../linear/linear-marks.ts'),
  ]);
  if (name === 'open' && word === '-')
    throw new UsageError('--linear reads what you type from standard input: give a path');
  if (name === 'open') return readLinear(await openMarkdown(word!), ROOT);
  const library = await openOwnGuide();
  const { openMarks } = await import('../study/marks.ts');
  const marks = await openMarks(library.guide);
  if (marks.remark !== '') process.stderr.write(`mlguide: ${marks.remark}\n`);
  const start = name === 'topic' ? pageOf(library.guide, findNode(library.guide, word!).id) : ROOT;
  return readLinear(library, start, keptMarks(marks, library.guide));
}
