import type { Guide } from '@mlguide/core';
import {
  dayOf,
  moduleProgress,
  studyStatistics,
  type DayCount,
  type ModuleProgress,
  type Statistics,
} from '@mlguide/study';

import { print, printJson, type Call } from '../commands/command.ts';
import { openOwnGuide } from '../guide.ts';
import { paintLine } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { fitLine, span, type Line } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';
import { whatIsAhead } from './ahead.ts';
import { StudyLog } from './study-log.ts';
import { count, dayName, localClock } from './words.ts';

/** `mlguide study stats`: retention, and the last and the next two weeks. */
export async function printStudyStatistics(path: string, call: Call): Promise<number> {
  const { guide } = await openOwnGuide();
  const log = await StudyLog.open(path, guide);
  if (log.remark !== '') process.stderr.write(`mlguide: ${log.remark}\n`);
  const now = Date.now();
  const statistics = studyStatistics(guide, log.state, now, localClock);
  const progress = moduleProgress(guide, log.state);
  if (call.options['json'] === true) {
    printJson({ ...statistics, modules: progress });
    return 0;
  }
  const isLinear = call.options['linear'] === true || call.config.linear === true;
  const said = [
    ...statisticsWords(statistics, dayOf(now, localClock)),
    whatIsAhead(guide, log.state, now, localClock),
    ...(isLinear ? progressWords(guide, progress) : []),
  ];
  const width = Math.min(call.columns, 80);
  for (const sentence of said) for (const line of wrap([span(sentence)], width)) print(paintLine(line, call.theme));
  if (isLinear) return 0;
  for (const line of [...statisticsLines(statistics, width), ...progressLines(guide, progress, width)])
    print(paintLine(line, call.theme).trimEnd());
  return 0;
}

/** What the bars show, in sentences: for those who do not see them. */
export function statisticsWords(
  { retention, retentionOf, retentionInMocks, past, ahead, streak }: Statistics,
  today: string,
): string[] {
  const mocks = retentionInMocks === 0 ? '' : `, ${retentionInMocks} of them in mock interviews`;
  const known =
    retention === null
      ? 'No question has been asked twice yet, so there is no retention to speak of.'
      : `Retention: ${Math.round(retention * 100)} %, of ${count(retentionOf, 'answer')} to questions asked before${mocks}.`;
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

/** How far each module is, in one sentence: those that were begun, then how many were not. */
export function progressWords(guide: Guide, progress: readonly ModuleProgress[]): string[] {
  const begun = progress.filter(({ read, seen }) => read + seen > 0);
  const said = begun.map(
    ({ module, topics, read, questions, seen }) =>
      `${titleOf(guide, module)}: ${read} of ${count(topics, 'topic')} read, ${seen} of ${count(questions, 'question')} seen.`,
  );
  const rest = progress.length - begun.length;
  return rest === 0 ? said : [...said, `Not begun: ${count(rest, 'module')}.`];
}

/** The topics read of each module as a bar, with its numbers. */
export function progressLines(guide: Guide, progress: readonly ModuleProgress[], width: number): Line[] {
  if (progress.length === 0) return [];
  const words = progress.map(({ read, topics }) => `${read} of ${topics}`);
  const numbers = Math.max(...words.map((word) => word.length));
  const room = Math.max(4, Math.min(30, Math.floor(width / 3)));
  const names = Math.max(1, width - room - numbers - 4);
  const lines = progress.map(({ module, read, topics }, index) => {
    const full = topics === 0 ? 0 : Math.round((read / topics) * room);
    return [
      ...fitLine([span(titleOf(guide, module))], names),
      span(`  ${words[index]!.padStart(numbers)}  `, 'muted'),
      span('━'.repeat(full), 'good'),
      span('┄'.repeat(room - full), 'frame'),
    ];
  });
  return [[], [span('Topics read', 'heading')], ...lines];
}

function titleOf(guide: Guide, id: string): string {
  return cleanText(guide.nodes[id]?.title ?? id);
}
