import { computeState } from '@mlguide/study';
import { StudyFile } from '@mlguide/study/file';

import { numberOption, print, type Call } from '../commands/command.ts';
import { newEvent } from './study-log.ts';
import { count } from './words.ts';

const MOST_NEW = 500;
const MOST_DUE = 5000;

/** `mlguide study limits`: how many cards a day may bring; `--new` and `--due` change it. */
export function setLimits(path: string, call: Call): number {
  const asked = {
    newPerDay: numberOption(call, 'new', 0, MOST_NEW),
    duePerDay: numberOption(call, 'due', 0, MOST_DUE),
  };
  const file = StudyFile.open(path, { keep: ({ type }) => type === 'limits-set' || type === 'plan-set' });
  const { limits: before, plan } = computeState(file.events);
  const limits = {
    newPerDay: asked.newPerDay ?? before.newPerDay,
    duePerDay: asked.duePerDay ?? before.duePerDay,
  };
  if (limits.newPerDay !== before.newPerDay || limits.duePerDay !== before.duePerDay)
    file.append([newEvent({ type: 'limits-set', ...limits }, Date.now())]);
  print(`At most ${count(limits.newPerDay, 'new question')} and ${count(limits.duePerDay, 'due card')} a day.`);
  if (plan !== null) print('The plan asks for more, if more is needed to see everything twice before the interview.');
  return 0;
}
