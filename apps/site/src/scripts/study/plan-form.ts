import { addDays, dayOf, type Role } from '@mlguide/study';

import { make, makeButton, makeField, makeSelect } from './dom.ts';
import type { StudyPage } from './page.ts';
import { many } from './words.ts';

const ROLES: [Role, string][] = [
  ['ml-engineer', 'Machine-learning engineer'],
  ['applied-scientist', 'Applied scientist'],
  ['research-scientist', 'Research scientist'],
  ['data-scientist', 'Data scientist'],
  ['ai-engineer', 'AI engineer'],
];
const WEEKS = [1, 2, 4, 12];
/* As far ahead as the terminal program plans. */
const MOST_DAYS = 730;

/** What the reader wants a plan for; `done` is called when it is set. */
export function makePlanForm({ store, clock }: StudyPage, done: () => void): HTMLElement {
  const today = dayOf(Date.now(), clock);
  const kept = store.state.plan;
  const role = makeSelect(ROLES, kept?.role ?? 'ml-engineer');
  const day = make('input', { type: 'date', required: true, min: addDays(today, 1), max: addDays(today, MOST_DAYS) });
  day.value = kept?.interviewDay ?? addDays(today, 28);
  const minutes = make('input', { type: 'number', required: true, min: 5, max: 960, step: 1, inputmode: 'numeric' });
  minutes.value = String(kept?.minutesPerDay ?? 60);
  const weeks = make('p', { class: 'weeks' }, make('span', { class: 'label' }, 'In'));
  for (const number of WEEKS) {
    weeks.append(makeButton(many(number, 'week'), () => (day.value = addDays(dayOf(Date.now(), clock), number * 7))));
  }
  const drop = makeButton('Drop the plan', () => void store.record({ type: 'plan-set', plan: null }));
  const submit = make('button', { type: 'submit', class: 'button primary' });
  const showState = () => {
    drop.hidden = store.state.plan === null;
    submit.textContent = store.state.plan === null ? 'Make the plan' : 'Change the plan';
  };
  store.subscribe(showState);
  showState();
  return make(
    'form',
    {
      class: 'fields',
      'aria-label': 'What to plan for',
      onsubmit: (event) => {
        event.preventDefault();
        const plan = { role: role.value as Role, interviewDay: day.value, minutesPerDay: Number(minutes.value) };
        void store.record({ type: 'plan-set', plan }).then(done);
      },
    },
    makeField('Role', role),
    makeField('Day of the interview', day),
    makeField('Minutes a day', minutes),
    weeks,
    make('p', { class: 'controls' }, submit, drop),
  );
}
