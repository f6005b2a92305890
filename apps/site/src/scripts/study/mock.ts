/** A mock interview: set up, asked against the clock, summed up. */
import type { NodeId } from '@mlguide/core';
import {
  addFollowUps,
  drawMock,
  mockGrade,
  type MockAnswer,
  type MockQuestion,
  type MockRequest,
  type Round,
} from '@mlguide/study';

import { listen } from './card.ts';
import { make, makeButton, makeField, makeSelect, moveFocus } from './dom.ts';
import { startClock, type Clock } from './mock-clock.ts';
import { showMockQuestion } from './mock-question.ts';
import { sumUp } from './mock-summary.ts';
import { ROUNDS, SCORES } from './mock-words.ts';
import { startStudyPage, type StudyPage } from './page.ts';

const MINUTES = [30, 45, 60] as const;

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
    const questions = addFollowUps(guide, drawMock(guide, request));
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

function ask(page: StudyPage, request: MockRequest, questions: MockQuestion[]): void {
  const answers: MockAnswer[] = [];
  const clock: Clock = startClock(request.minutes * 60);
  const count = make('p', { class: 'label' });
  const place = make('div');
  const finish = () => {
    removeEventListener('beforeunload', hold);
    clock.stop();
    sumUp(page, request, answers, () => again(page));
  };
  const next = () => {
    const current = questions[answers.length];
    if (!current) return finish();
    const { question, followUps } = current;
    const began = clock.seconds();
    count.textContent = `Question ${answers.length + 1} of ${questions.length}`;
    const choices = ([0, 1, 2] as const).map((score) => ({
      title: SCORES[score],
      choose: () => {
        answers.push({ question, score, seconds: clock.seconds() - began });
        // Kept at once: if the rest of the interview is lost, this is not.
        void page.store.record({ type: 'question-graded', question, grade: mockGrade(score), origin: 'mock' });
        next();
      },
    }));
    const show = (id: NodeId, at: number) => {
      const more = followUps[at];
      showMockQuestion(place, page.guide, id, {
        kind: at === 0 ? '' : 'follow-up',
        choices,
        ...(more !== undefined && { more: () => show(more, at + 1) }),
      });
    };
    show(question, 0);
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

function again(page: StudyPage): void {
  const address = new URL(location.href);
  address.searchParams.delete('seed');
  history.replaceState(null, '', address);
  setUp(page);
  moveFocus(page.root.querySelector('select')!);
}
