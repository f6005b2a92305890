/** A mock interview that is over: points, questions, and what to read next. */
import type { Guide } from '@mlguide/core';
import { mockSummary, type MockAnswer, type MockRequest } from '@mlguide/study';

import { listen } from './card.ts';
import { make, makeButton, moveFocus, saveFile } from './dom.ts';
import { ROUNDS, SCORES } from './mock-words.ts';
import type { StudyPage } from './page.ts';
import { linkToPage, linkToQuestion } from './questions.ts';
import { clockTime, many } from './words.ts';

/** Shows how an interview went; `again` begins another. */
export function sumUp(page: StudyPage, request: MockRequest, answers: readonly MockAnswer[], again: () => void): void {
  const { guide, root } = page;
  listen(undefined);
  const points = answers.reduce((sum, { score }) => sum + score, 0);
  const heading = make('h2', {}, `${points} of ${many(answers.length * 2, 'point')}`);
  const title = ROUNDS.find(([round]) => round === request.round)?.[1];
  const save = () =>
    saveFile(`mock-${request.round}-${request.seed}.md`, 'text/markdown', mockSummary(guide, request, answers));
  root.replaceChildren(
    heading,
    make('p', { class: 'label' }, `${title}, ${request.minutes} minutes, seed ${request.seed}`),
    ...(answers.length > 0 ? [makeTable(guide, answers)] : [make('p', {}, 'No question was answered.')]),
    ...makeReadNext(guide, answers),
    ...(answers.length > 0
      ? [
          make(
            'p',
            { class: 'label' },
            'Every answer counts as a review of its question: missed as again, in part as hard, well as good.',
          ),
        ]
      : []),
    make('p', { class: 'controls' }, makeButton('Save as Markdown', save), makeButton('Another interview', again)),
  );
  moveFocus(heading);
}

function makeTable(guide: Guide, answers: readonly MockAnswer[]): HTMLElement {
  const rows = answers.map(({ question, score, seconds }) =>
    make(
      'tr',
      {},
      make('td', {}, linkToQuestion(guide, question, guide.nodes[question]?.title ?? question)),
      make('td', { class: `score-${score}` }, SCORES[score]!),
      make('td', { class: 'right' }, clockTime(seconds)),
    ),
  );
  const head = ['Question', 'Answered', 'Time'].map((text) => make('th', { scope: 'col' }, text));
  return make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
}

function makeReadNext(guide: Guide, answers: readonly MockAnswer[]): HTMLElement[] {
  const weak = new Set(
    answers.flatMap(({ question, score }) => (score < 2 ? (guide.nodes[question]?.parent ?? []) : [])),
  );
  if (weak.size === 0) return [];
  const list = make('ul', { class: 'plain rows' }, ...[...weak].map((id) => make('li', {}, linkToPage(guide, id))));
  return [make('h2', {}, 'Read next'), list];
}
