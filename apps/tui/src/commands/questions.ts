import { questionsOf, type QuestionDifficulty } from '@mlguide/core';

import { openOwnGuide } from '../guide.ts';
import { paintLine } from '../theme.ts';
import { typesetBody } from '../typeset/body.ts';
import { cleanText } from '../typeset/clean.ts';
import { span } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';
import { print, printJson, textOption, UsageError, type Call } from './command.ts';
import { findNode } from './find-node.ts';

const DIFFICULTIES: readonly QuestionDifficulty[] = ['warm-up', 'core', 'senior'];

/** `mlguide questions`: prints interview questions, of one module and difficulty if asked. */
export async function run(call: Call): Promise<number> {
  const library = await openOwnGuide();
  const { guide } = library;
  const name = textOption(call, 'module') ?? textOption(call, 'in');
  const from =
    name === undefined
      ? undefined
      : findNode(guide, name, textOption(call, 'module') === undefined ? ['module', 'section', 'topic'] : ['module'])
          .id;
  const wanted = textOption(call, 'difficulty');
  if (wanted !== undefined && !DIFFICULTIES.some((difficulty) => difficulty === wanted)) {
    throw new UsageError(`--difficulty ${wanted}: expected warm-up, core or senior`);
  }
  const questions = questionsOf(guide, from).filter(({ difficulty }) => wanted === undefined || difficulty === wanted);
  if (call.options['json'] === true) {
    printJson(questions.map(({ id, title, difficulty, parent }) => ({ id, title, difficulty, topic: parent })));
    return 0;
  }
  for (const { id, title, difficulty } of questions) {
    if (call.options['answers'] === true) {
      const body = await library.loadBody(id);
      const lines = [
        ...wrap([span(cleanText(title), 'question')], call.columns),
        [],
        ...(body === undefined ? [] : typesetBody(body, call.columns)),
        [],
      ];
      for (const line of lines) print(paintLine(line, call.theme).trimEnd());
    } else if (call.isTerminal) {
      const line = [span(`${difficulty.padEnd(8)} `, 'muted'), span(cleanText(title), 'strong')];
      print(paintLine(line, call.theme));
      print(paintLine([span(`         ${id}`, 'muted')], call.theme));
    } else {
      print(`${id}\t${difficulty}\t${cleanText(title)}`);
    }
  }
  if (questions.length === 0) process.stderr.write('No such questions yet.\n');
  return 0;
}
