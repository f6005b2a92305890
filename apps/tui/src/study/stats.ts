import { dayOf, studyStatistics, type DayCount, type Statistics } from '@mlguide/study';

import { print, printJson, type Call } from '../commands/command.ts';
import { openOwnGuide } from '../guide.ts';
import { paintLine } from '../theme.ts';
import { span, type Line } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';
import { whatIsAhead } from './ahead.ts';
import { StudyLog } from './study-log.ts';
import { count, dayName, localClock } from './words.ts';

/** `mlguide study stats`: retention, and the last and the next two weeks. */
export async function printStudyStatistics(path: string, call: Call): Promise<number> {
  const { guide } = await openOwnGuide();
  const log = new StudyLog(path, guide);
  if (log.remark !== '') process.stderr.write(`mlguide: ${log.remark}\n`);
  const now = Date.now();
  const clock = localClock(now);
  const statistics = studyStatistics(guide, log.state, now, clock);
  if (call.options['json'] === true) {
    printJson(statistics);
    return 0;
  }
  const said = [...statisticsWords(statistics, dayOf(now, clock)), whatIsAhead(guide, log.state, now, clock)];
  const isLinear = call.options['linear'] === true || call.config.linear === true;
  const width = Math.min(call.columns, 80);
  for (const sentence of said) for (const line of wrap([span(sentence)], width)) print(paintLine(line, call.theme));
  if (isLinear) return 0;
  for (const line of statisticsLines(statistics, width)) print(paintLine(line, call.theme).trimEnd());
  return 0;
}

/** What the bars show, in sentences: for those who do not see them. */
export function statisticsWords({ retention, retentionOf, past, ahead, streak }: Statistics, today: string): string[] {
  const known =
    retention === null
      ? 'No question has been asked twice yet, so there is no retention to speak of.'
      : `Retention: ${Math.round(retention * 100)} %, of ${count(retentionOf, 'answer')} to questions asked before.`;
  const days = streak === 0 ? 'No streak.' : `Streak: ${count(streak, 'day')} in a row.`;
  return [`${known} ${days}`, weeks('The last two weeks', past, today), weeks('The next two weeks', ahead, today)];
}

function weeks(name: string, days: readonly DayCount[], today: string): string {
  const total = days.reduce((sum, { count: cards }) => sum + cards, 0);
  const most = days.reduce((best, day) => (day.count > best.count ? day : best), days[0]!);
  if (total === 0) return `${name}: none.`;
  const when = most.day === today ? 'today' : `on ${dayName(most.day)}`;
  return `${name}: ${count(total, 'card')}, most of them ${when}, ${most.count}.`;
}

/** The two weeks behind and before us as bars, each with its day and number. */
export function statisticsLines({ past, ahead }: Statistics, width: number): Line[] {
  const most = Math.max(1, ...past.map((day) => day.count), ...ahead.map((day) => day.count));
  const numbers = String(most).length;
  const room = Math.max(1, Math.min(40, width - 13 - numbers));
  const bars = (days: readonly DayCount[]): Line[] =>
    days.map(({ day, count: cards }) => [
      span(`${dayName(day).padEnd(10)}  `, 'muted'),
      span(`${String(cards).padStart(numbers)} `),
      span('█'.repeat(cards === 0 ? 0 : Math.max(1, Math.round((cards / most) * room))), 'good'),
    ]);
  return [[], [span('Answered', 'heading')], ...bars(past), [], [span('Due', 'heading')], ...bars(ahead)];
}
