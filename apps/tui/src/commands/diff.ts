import { diffGuides, digestBodies, type Change, type ChangeLevel } from '@mlguide/core';

import { readMarkdown } from '../markdown/read.ts';
import { paintLine } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { span, type Line, type Meaning } from '../typeset/line.ts';
import { print, printJson, type Call } from './command.ts';

const MEANING: Record<ChangeLevel, Meaning> = { major: 'bad', minor: 'good', patch: 'note' };

/** `mlguide diff OLD NEW`: prints what changed between two versions of a guide. 1 if it breaks a promise. */
export async function run(call: Call): Promise<number> {
  const [before, after] = [await readMarkdown(call.words[0]!), await readMarkdown(call.words[1]!)];
  const digests = { before: digestBodies(before.bodies), after: digestBodies(after.bodies) };
  const diff = diffGuides(before.guide, after.guide, digests);
  if (call.options['json'] === true) printJson(diff);
  else for (const change of diff.changes) print(paintLine(changeLine(change), call.theme));
  process.stderr.write(
    diff.level === 'none' ? 'No changes in the tree or its prose.\n' : `In all, a ${diff.level} change.\n`,
  );
  return diff.level === 'major' ? 1 : 0;
}

function changeLine({ level, reason }: Change): Line {
  return [span(level, MEANING[level]), span(`  ${cleanText(reason)}`)];
}
