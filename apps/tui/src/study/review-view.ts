import type { Guide } from '@mlguide/core';

import type { View } from '../screen/draw.ts';
import { cleanText } from '../typeset/clean.ts';
import { span, type Line } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';
import { answerLines, progressBar, questionLines, thinkLines } from './question-lines.ts';
import { GRADES, type Review } from './review.ts';
import { count, inDays } from './words.ts';

/** The screen while a long log is read. */
export const READING: View = {
  page: 'reading',
  title: 'Study',
  right: '',
  body: (width) => thinkLines('Reading what you did so far …', width),
  notice: '',
  isProblem: false,
  keys: [['q', 'leave']],
};

/** How a session of cards looks. */
export function reviewView(guide: Guide, review: Review): View {
  const { notice, isProblem, queue, graded, isShown, intervals } = review;
  const [id] = queue;
  const undo = graded.length > 0 ? [['u', 'undo'] as const] : [];
  if (id === undefined) {
    return {
      page: 'end',
      title: 'Study',
      right: 'done',
      body: (width) => summaryLines(guide, review, width),
      notice,
      isProblem,
      keys: [...undo, ['q', 'leave']],
    };
  }
  const grades = GRADES.map(({ key, word, grade }) => [key, `${word} ${inDays(intervals?.[grade] ?? 0)}`] as const);
  return {
    page: `${graded.length} ${id} ${isShown ? 'answer' : 'question'}`,
    title: 'Study',
    right: `${graded.length} done, ${queue.length} to go`,
    body: (width) => cardLines(guide, review, id, width),
    notice,
    isProblem,
    keys: isShown ? [...grades, ...undo, ['q', 'leave']] : [['Enter', 'show the answer'], ...undo, ['q', 'leave']],
  };
}

function cardLines(guide: Guide, { fresh, again, isShown, answers, graded, queue }: Review, id: string, width: number) {
  const kind = again.has(id) ? 'once more' : fresh.has(id) ? 'new' : 'due';
  return [
    ...progressBar(graded.length, graded.length + queue.length, width),
    ...questionLines(guide, id, kind, width),
    ...(isShown
      ? answerLines(answers.get(id), width)
      : thinkLines('Answer it aloud, or on paper. Then press Enter.', width)),
  ];
}

/** What was done, and when there is more to do. */
export function summaryLines(guide: Guide, review: Review, width: number): Line[] {
  const { graded, ahead } = review;
  const lines: Line[] = [];
  if (graded.length === 0) lines.push([span('Nothing to review now.', 'strong')]);
  else {
    lines.push([span(`${count(graded.length, 'answer')} graded.`, 'strong')], []);
    for (const { grade, word } of GRADES) {
      const number = graded.filter((one) => one.grade === grade).length;
      if (number > 0)
        lines.push([
          span(`${word.padEnd(6)}`),
          span(`${'█'.repeat(Math.min(40, number))} `, 'bar'),
          span(String(number)),
        ]);
    }
    const weak = [...new Set(graded.filter(({ grade }) => grade === 'again').map(({ question }) => question))];
    const topics = [...new Set(weak.map((id) => guide.nodes[id]?.parent ?? ''))].filter((id) => id !== '');
    if (topics.length > 0) lines.push([], [span('Read again', 'heading')]);
    for (const id of topics)
      lines.push(
        ...wrap([span('• ', 'bullet'), span(cleanText(guide.nodes[id]!.title)), span(`  ${id}`, 'muted')], width),
      );
  }
  return [...lines, [], ...wrap([span(ahead)], width)];
}
