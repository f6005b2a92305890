/** How studying goes, and the file that takes it elsewhere. */
import { questionsOf } from '@mlguide/core';
import { dayOf, moduleProgress, studyStatistics } from '@mlguide/study';

import { make } from './dom.ts';
import { makeKeeping } from './keeping.ts';
import { makeLimits } from './limits.ts';
import { startStudyPage, type StudyPage } from './page.ts';
import { linkToPage } from './questions.ts';
import { makePlot } from './plot.ts';
import { many } from './words.ts';

void startStudyPage((page) => {
  const place = make('div', { class: 'statistics' });
  page.root.append(place, makeLimits(page), makeKeeping(page));
  const draw = () => place.replaceChildren(...drawStatistics(page));
  page.store.subscribe(draw);
  draw();
});

function drawStatistics(page: StudyPage): HTMLElement[] {
  const { guide, store, clock } = page;
  const { retention, retentionOf, retentionInMocks, past, ahead, streak } = studyStatistics(
    guide,
    store.state,
    Date.now(),
    clock,
  );
  const today = dayOf(Date.now(), clock);
  const figure = (value: string, text: string) => make('div', {}, make('dt', {}, text), make('dd', {}, value));
  return [
    make(
      'dl',
      { class: 'figures' },
      figure(
        retention === null ? '–' : `${Math.round(retention * 100)} %`,
        sayRetention(retentionOf, retentionInMocks),
      ),
      figure(many(streak, 'day'), 'in a row'),
      figure(many(store.state.cards.size, 'question'), `seen, of ${questionsOf(guide).length.toLocaleString('en-GB')}`),
    ),
    make(
      'div',
      { class: 'plots' },
      makePlot('The last two weeks', 'review', past, today),
      makePlot('The next two weeks', 'card', ahead, today),
    ),
    drawModules(page),
  ];
}

function sayRetention(of: number, inMocks: number): string {
  if (of === 0) return 'remembered: no second look yet';
  return `remembered, of ${many(of, 'second look')}${inMocks > 0 ? `, ${inMocks} in mock interviews` : ''}`;
}

function drawModules({ guide, store }: StudyPage): HTMLElement {
  const rows = moduleProgress(guide, store.state).map(({ module, topics, read, questions, seen }) => {
    const bar = make('progress', {
      max: Math.max(1, topics),
      value: read,
      'aria-label': `Topics read in ${guide.nodes[module]!.title}`,
    });
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, linkToPage(guide, module)),
      make('td', {}, make('div', {}, bar, make('span', { class: 'right' }, `${read} of ${topics}`))),
      make('td', { class: 'right' }, `${seen} of ${questions}`),
    );
  });
  const head = make(
    'tr',
    {},
    make('th', { scope: 'col' }, 'Module'),
    make('th', { scope: 'col' }, 'Topics read'),
    make('th', { scope: 'col', class: 'right' }, 'Questions seen'),
  );
  return make(
    'section',
    { 'aria-labelledby': 'by-module' },
    make('h2', { id: 'by-module' }, 'By module'),
    make('table', { class: 'modules' }, make('thead', {}, head), make('tbody', {}, ...rows)),
  );
}
