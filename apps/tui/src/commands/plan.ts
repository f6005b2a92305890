import { addDays, dayOf, makePlan, type Plan, type PlanRequest, type Role } from '@mlguide/study';
import { studyFilePath } from '@mlguide/study/file';
import type { Guide } from '@mlguide/core';

import { openOwnGuide } from '../guide.ts';
import { planLines } from '../study/plan-lines.ts';
import { newEvent, StudyLog } from '../study/study-log.ts';
import { localClock } from '../study/words.ts';
import { paintLine } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { needTerminal, numberOption, print, printJson, textOption, UsageError, type Call } from './command.ts';

const ROLES = [
  'ml-engineer',
  'applied-scientist',
  'research-scientist',
  'data-scientist',
  'ai-engineer',
] as const satisfies readonly Role[];
const DEFAULT_ROLE: Role = 'ml-engineer';
const DEFAULT_MINUTES = 60;
const MOST_MINUTES = 16 * 60;

/** `mlguide plan`: sets a plan, or shows what it asks for from today on. */
export async function run(call: Call): Promise<number> {
  const { guide } = await openOwnGuide();
  const path = studyFilePath(process.env);
  if (call.options['check'] === true) {
    needTerminal('`mlguide questions --module ID --answers`');
    const { runSelfCheck } = await import('../study/run-self-check.ts');
    return runSelfCheck(path, call.theme, call.config.width);
  }
  const log = await StudyLog.open(path, guide);
  if (log.remark !== '') process.stderr.write(`mlguide: ${log.remark}\n`);
  const now = Date.now();
  if (call.options['clear'] === true) {
    log.append(newEvent({ type: 'plan-set', plan: null }, now));
    print('There is no plan any more. What you have read and answered is kept.');
    return 0;
  }
  const asked = readRequest(call, log.state.plan, dayOf(now, localClock));
  if (asked !== null) log.append(newEvent({ type: 'plan-set', plan: asked }, now));
  const request = log.state.plan;
  if (request === null)
    throw new UsageError('there is no plan yet: `mlguide plan --date 2027-03-01 --role ml-engineer --minutes 60`');
  const plan = makePlan(guide, log.state, request, now, localClock);
  if (call.options['json'] === true) printJson({ ...request, ...plan });
  else if (!call.isTerminal && call.theme.depth === 'none') printRows(guide, plan);
  else
    for (const line of planLines(guide, log.state, plan, dayOf(now, localClock), Math.min(call.columns, 100)))
      print(paintLine(line, call.theme).trimEnd());
  if (log.state.checked.size === 0)
    process.stderr.write('`mlguide plan --check` asks what you know, and puts weak modules first.\n');
  return 0;
}

/** The plan asked for; what is not said stays as it was. Nothing if nothing is asked for. */
function readRequest(call: Call, before: PlanRequest | null, today: string): PlanRequest | null {
  const [date, role] = [textOption(call, 'date'), textOption(call, 'role')];
  const minutes = numberOption(call, 'minutes', 5, MOST_MINUTES);
  if (date === undefined && role === undefined && minutes === undefined) return null;
  const interviewDay = date ?? before?.interviewDay;
  if (interviewDay === undefined)
    throw new UsageError('--date is missing: the day of the interview, such as 2027-03-01');
  if (date !== undefined && !isDay(date)) throw new UsageError(`--date ${date}: expected a day, such as 2027-03-01`);
  if (date !== undefined && date <= today) throw new UsageError(`--date ${date}: expected a day after today, ${today}`);
  if (date !== undefined && date > addDays(today, 730))
    throw new UsageError(`--date ${date}: expected a day within two years`);
  const known = ROLES.find((one) => one === (role ?? before?.role ?? DEFAULT_ROLE));
  if (known === undefined) throw new UsageError(`--role ${String(role)}: expected ${ROLES.join(', ')}`);
  return { interviewDay, role: known, minutesPerDay: minutes ?? before?.minutesPerDay ?? DEFAULT_MINUTES };
}

function isDay(text: string): boolean {
  // `2027-02-30` parses, and is another day.
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** The plan for other programs: a day, an id and a title in each row. */
function printRows(guide: Guide, { days }: Plan): void {
  for (const { day, topics } of days)
    for (const id of topics) print(`${day}\t${id}\t${cleanText(guide.nodes[id]?.title ?? id)}`);
}
