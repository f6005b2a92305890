import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';

import { readMarkdown } from '../markdown/read.ts';
import { writeGuide } from '../markdown/write.ts';
import { cleanText } from '../typeset/clean.ts';
import { print, textOption, UsageError, type Call } from './command.ts';
import { sayMessages } from './say-messages.ts';

/** `mlguide build PATH`: writes a guide as JSON. 1, and nothing is written, if there is an error in it. */
export async function run(call: Call): Promise<number> {
  const path = call.words[0]!;
  const out = textOption(call, 'out') ?? 'guide-build';
  refuse(path, out);
  const { guide, bodies, messages } = await readMarkdown(path);
  const loud = messages.filter(({ severity }) => severity !== 'info');
  if (loud.length > 0) await sayMessages(loud, path, { ...call, format: 'pretty', to: process.stderr });
  const errors = messages.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && call.options['draft'] !== true) {
    process.stderr.write('Nothing was written; `--draft` writes it all the same.\n');
    return 1;
  }
  const { files, problems } = await writeGuide(guide, bodies, out);
  for (const { id, source, reason } of problems)
    process.stderr.write(cleanText(`${id || 'the opening'}: the formula ${source} stays as it is: ${reason}`) + '\n');
  const count = Object.keys(guide.nodes).length;
  print(`${cleanText(guide.title)}: ${count} nodes in ${files} files, in ${cleanText(out)}`);
  return 0;
}

/** The folder is replaced as a whole: it must be nobody's but ours. */
function refuse(path: string, out: string): void {
  const folder = resolve(out);
  if (path !== '-' && existsSync(path) && `${realpathSync(path)}${sep}`.startsWith(`${folder}${sep}`))
    throw new UsageError(`--out ${out}: the guide itself is in there, expected another folder`);
  if (!existsSync(folder)) return;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw new UsageError(`--out ${out}: not a folder`, { cause });
  }
  if (names.length > 0 && !names.includes('guide.json'))
    throw new UsageError(`--out ${out}: holds something else, expected an empty folder or one with a \`guide.json\``);
}
