import type { Guide } from '@mlguide/core';

import type { MockAnswer, MockRequest } from './mock.ts';

/** A finished mock interview as Markdown: each question with its score, and what to read next. */
export function mockSummary(
  guide: Guide,
  { round, minutes, seed }: MockRequest,
  answers: readonly MockAnswer[],
): string {
  const total = answers.reduce((sum, { score }) => sum + score, 0);
  const words = ['missed', 'in part', 'well'];
  const rows = answers.map(({ question, score, seconds }) => {
    const title = guide.nodes[question]?.title ?? question;
    return `| ${title.replaceAll('|', '\\|')} | ${words[score]} | ${formatTime(seconds)} |`;
  });
  const weak = [
    ...new Set(answers.filter(({ score }) => score < 2).map(({ question }) => guide.nodes[question]?.parent)),
  ];
  const next = weak.flatMap((id) => (id ? [`- ${guide.nodes[id]?.title ?? id} (\`${id}\`)`] : []));
  return [
    `# Mock interview: ${round}, ${minutes} minutes`,
    `${total} of ${answers.length * 2} points (seed ${seed}).`,
    ['| question | answered | time |', '| --- | --- | --- |', ...rows].join('\n'),
    ...(answers.length > 0
      ? ['Every answer counts as a review of its question: missed as again, in part as hard, well as good.']
      : []),
    `${next.length > 0 ? `## Read next\n\n${next.join('\n')}` : 'Nothing to read again.'}\n`,
  ].join('\n\n');
}

function formatTime(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
