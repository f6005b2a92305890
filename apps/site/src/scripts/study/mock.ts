/** A mock interview: set up, asked against the clock, summed up. */
import type { Guide, Question } from '@mlguide/core';
import { drawMock, mockSummary, type MockAnswer, type MockRequest, type Round } from '@mlguide/study';

import { listen } from './card.ts';
import { make, makeButton, makeField, makeSelect, moveFocus, saveFile } from './dom.ts';
import { startClock, type Clock } from './mock-clock.ts';
import { showMockQuestion } from './mock-question.ts';
import { startStudyPage, type StudyPage } from './page.ts';
import { linkToPage, linkToQuestion } from './questions.ts';
import { clockTime, many } from './words.ts';

const ROUNDS: [Round, string][] = [
  ['breadth', 'Breadth'],
  ['depth', 'Depth'],
  ['coding', 'Coding'],
  ['system-design', 'System design'],
  ['behavioural', 'Behavioural'],
];
const MINUTES = [30, 45, 60] as const;
const SCORES = ['Missed', 'In part', 'Well'];

void startStudyPage((page) => setUp(page));

/* The choice of a round; a link with the same three values in its address asks the same questions. */
function setUp(page: StudyPage): void {
  const { guide, root } = page;
  listen(undefined);
  const asked = new URLSearchParams(location.search);
  const round = makeSelect(ROUNDS, asked.get('round') ?? 'breadth');
  const minutes = makeSelect(
    MINUTES.map((number) => [String(number), `${number} minutes`]),
    asked.get('minutes') ?? '45',
  );
  const seed = make('input', {
    type: 'number',
    required: true,
    min: 0,
    max: 4294967295,
    step: 1,
    inputmode: 'numeric',
  });
  seed.value = asked.get('seed') ?? String(Math.floor(Math.random() * 10_000));
  const status = make('p', { role: 'status' });
  const start = (event: Event) => {
    event.preventDefault();
    const length = MINUTES.find((number) => String(number) === minutes.value) ?? 45;
    const request: MockRequest = { round: round.value as Round, minutes: length, seed: Number(seed.value) };
    const questions = drawMock(guide, request);
    if (questions.length === 0) {
      status.textContent = 'This guide has no questions for such a round.';
      return;
    }
    const address = new URL(location.href);
    address.search = new URLSearchParams({ round: round.value, minutes: minutes.value, seed: seed.value }).toString();
    history.replaceState(null, '', address);
    ask(page, request, questions);
  };
  root.replaceChildren(
    make(
      'form',
      { class: 'fields', 'aria-label': 'The round', onsubmit: start },
      makeField('Round', round),
      makeField('Length', minutes),
      makeField('Seed', seed),
      make('p', { class: 'label' }, 'The same seed asks the same questions, here and in the terminal program.'),
      make('p', { class: 'controls' }, make('button', { type: 'submit', class: 'button primary' }, 'Start the clock')),
    ),
    status,
  );
}

function ask(page: StudyPage, request: MockRequest, questions: Question[]): void {
  const answers: MockAnswer[] = [];
  const clock: Clock = startClock(request.minutes * 60);
  const count = make('p', { class: 'label' });
  const place = make('div');
  const finish = () => {
    removeEventListener('beforeunload', hold);
    clock.stop();
    sumUp(page, request, answers);
  };
  const next = () => {
    const question = questions[answers.length];
    if (!question) return finish();
    const began = clock.seconds();
    count.textContent = `Question ${answers.length + 1} of ${questions.length}`;
    const choices = SCORES.map((title, score) => ({
      title,
      choose: () => {
        answers.push({ question: question.id, score: score as MockAnswer['score'], seconds: clock.seconds() - began });
        next();
      },
    }));
    showMockQuestion(place, page.guide, question, choices);
  };
  // An interview is not kept before it is over.
  const hold = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', hold);
  page.root.replaceChildren(
    make('div', { class: 'session mock' }, count, clock.element, makeButton('Finish now', finish)),
    clock.announcer,
    place,
  );
  next();
}

function sumUp(page: StudyPage, request: MockRequest, answers: readonly MockAnswer[]): void {
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
    make(
      'p',
      { class: 'controls' },
      makeButton('Save as Markdown', save),
      makeButton('Another interview', () => again(page)),
    ),
  );
  moveFocus(heading);
}

function again(page: StudyPage): void {
  const address = new URL(location.href);
  address.searchParams.delete('seed');
  history.replaceState(null, '', address);
  setUp(page);
  moveFocus(page.root.querySelector('select')!);
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
