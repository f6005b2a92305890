import type { Guide } from '@mlguide/core';

import type { View } from '../screen/draw.ts';
import { cleanText } from '../typeset/clean.ts';
import { span, type Line } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';
import { askedNow, followUpsLeft, ownFollowUps, SCORES, secondsLeft, type Mock } from './mock.ts';
import { answerLines, followUpLines, progressBar, questionLines, thinkLines } from './question-lines.ts';
import { clockTime, count } from './words.ts';

/** How a mock interview looks at a time. */
export function mockView(guide: Guide, mock: Mock, now: number, target: string | undefined): View {
  const { request, questions, answers, began, ended, isShown, followUp, asked, problem } = mock;
  const title = `Mock interview: ${request.round}`;
  const left = secondsLeft(mock, now);
  const time = left < 0 ? `${clockTime(-left)} over` : `${clockTime(left)} left`;
  const shared = { title, notice: problem, isProblem: problem !== '' };
  if (ended !== null) {
    return {
      ...shared,
      page: 'end',
      right: time,
      body: (width) => mockSummaryLines(guide, mock, width, target),
      keys: [['q', 'leave']],
    };
  }
  if (began === null) {
    const text = `${count(questions.length, 'question')} in ${request.minutes} minutes, drawn with seed ${request.seed}. Say each answer aloud before you look at it. The clock starts with Enter.`;
    return {
      ...shared,
      page: 'start',
      right: time,
      body: (width) => wrap([span(text)], width),
      keys: [
        ['Enter', 'begin'],
        ['q', 'leave'],
      ],
    };
  }
  const id = askedNow(mock)!;
  const isMore = asked < ownFollowUps(mock).length;
  const over = left < 0 ? 'The time is over: finish this question, then e ends.' : '';
  return {
    ...shared,
    page: `${id} ${asked} ${isShown}`,
    right: `${time} · ${answers.length + 1} of ${questions.length}`,
    notice: problem || over,
    isProblem: problem !== '' || left < 0,
    body: (width) => [
      ...progressBar(answers.length, questions.length, width),
      ...questionLines(guide, id, followUp === 0 ? '' : 'follow-up', width),
      ...(isShown
        ? answerLines(mock.bodies.get(id), width)
        : [
            ...ownFollowUps(mock)
              .slice(0, asked)
              .flatMap(({ asks }) => followUpLines(asks, width)),
            ...thinkLines('Answer aloud, then press Enter.', width),
          ]),
    ],
    keys: isShown
      ? [
          ...SCORES.map(({ key, word }) => [key, word] as const),
          ...(followUpsLeft(mock) > 0 ? [['f', 'follow-up'] as const] : []),
          ['e', 'end'],
        ]
      : [
          ['Enter', isMore ? 'the follow-up' : 'show the answer'],
          ['e', 'end'],
        ],
  };
}

/** How it went, and what to read next. */
export function mockSummaryLines(
  guide: Guide,
  { answers, questions }: Mock,
  width: number,
  target: string | undefined,
): Line[] {
  if (answers.length === 0) return [[span('No question was answered.')]];
  const points = answers.reduce((sum, { score }) => sum + score, 0);
  const words = `${points} of ${answers.length * 2} points in ${answers.length} of ${count(questions.length, 'question')}.`;
  const lines: Line[] = [[span(words, 'strong')], []];
  for (const { question, score, seconds } of answers) {
    const mark = span(`${SCORES[score]!.word.padEnd(8)}`, (['bad', 'warn', 'good'] as const)[score]);
    const title = wrap([span(cleanText(guide.nodes[question]?.title ?? question))], Math.max(1, width - 15));
    for (const [index, line] of title.entries())
      lines.push([
        ...(index === 0 ? [mark, span(`${clockTime(seconds).padStart(5)}  `, 'muted')] : [span(' '.repeat(15))]),
        ...line,
      ]);
  }
  const weak = answers.filter(({ score }) => score < 2).map(({ question }) => guide.nodes[question]?.parent ?? '');
  const topics = [...new Set(weak)].filter((id) => id !== '');
  lines.push([], [span(topics.length === 0 ? 'Nothing to read again.' : 'Read next', 'heading')]);
  for (const id of topics)
    lines.push(
      ...wrap([span('• ', 'bullet'), span(cleanText(guide.nodes[id]!.title)), span(`  ${id}`, 'muted')], width),
    );
  lines.push(
    [],
    ...wrap([span('Every answer counts as a review: missed as again, in part as hard, well as good.', 'muted')], width),
  );
  const kept = target === undefined ? 'Leaving prints this as Markdown.' : `Leaving writes this to ${target}.`;
  return [...lines, ...wrap([span(kept, 'muted')], width)];
}
