import type { Guide } from '@mlguide/core';
import { moduleProgress, type Plan, type StudyState } from '@mlguide/study';

import { cleanText } from '../typeset/clean.ts';
import { span, type Line } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';
import { progressBar } from './question-lines.ts';
import { count, dayName } from './words.ts';

/** The plan day by day, for readers. */
export function planLines(
  guide: Guide,
  state: StudyState,
  { days, dropped }: Plan,
  today: string,
  width: number,
): Line[] {
  const request = state.plan;
  if (request === null) return [];
  const head = `Interview on ${dayName(request.interviewDay)}, as ${request.role.replaceAll('-', ' ')}, ${request.minutesPerDay} minutes a day`;
  const lines: Line[] = [...wrap([span(head, 'title')], width)];
  if (request.interviewDay <= today) {
    return [...lines, ...wrap([span('That day has come. `mlguide plan --date` sets another.')], width)];
  }
  lines.push(...readLines(guide, state, width));
  const title = (id: string) => cleanText(guide.nodes[id]?.title ?? id);
  for (const { day, topics, minutes } of days) {
    const name = day === today ? `Today, ${dayName(day)}` : dayName(day);
    lines.push(
      [],
      [span(name, 'heading'), span(`  ${topics.length === 0 ? 'reviews only' : `${minutes} min`}`, 'muted')],
    );
    for (const id of topics)
      for (const [index, line] of wrap([span(title(id)), span(`  ${id}`, 'muted')], Math.max(1, width - 2)).entries())
        lines.push([span(index === 0 ? '• ' : '  ', 'bullet'), ...line]);
  }
  lines.push(
    [],
    ...wrap([span('The day before the interview is kept for second looks: `mlguide study`.', 'muted')], width),
  );
  if (dropped.length > 0) {
    const first = dropped.slice(0, 5).map(title).join(', ');
    const text = `No time for ${count(dropped.length, 'topic')}: ${first}${dropped.length > 5 ? ' and others' : ''}.`;
    lines.push(...wrap([span(text, 'warn')], width));
  }
  return lines;
}

/* How much of the guide is read, in words and as a bar. */
function readLines(guide: Guide, state: StudyState, width: number): Line[] {
  const modules = moduleProgress(guide, state);
  const [read, topics] = [
    modules.reduce((sum, one) => sum + one.read, 0),
    modules.reduce((sum, one) => sum + one.topics, 0),
  ];
  if (read === 0) return [];
  return [[span(`${read} of ${count(topics, 'topic')} read`, 'muted')], ...progressBar(read, topics, width)];
}
