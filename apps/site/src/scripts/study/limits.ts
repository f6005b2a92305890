import { make, makeField } from './dom.ts';
import type { StudyPage } from './page.ts';

/** How many cards a day may bring. */
export function makeLimits({ store }: StudyPage): HTMLElement {
  const number = (max: number) =>
    make('input', { type: 'number', required: true, min: 0, max, step: 1, inputmode: 'numeric' });
  const fresh = number(500);
  const due = number(5000);
  const status = make('p', { class: 'label', role: 'status' });
  const show = () => {
    fresh.value = String(store.state.limits.newPerDay);
    due.value = String(store.state.limits.duePerDay);
  };
  store.subscribe(show);
  show();
  const submit = (event: Event) => {
    event.preventDefault();
    const limits = { newPerDay: Number(fresh.value), duePerDay: Number(due.value) };
    void store.record({ type: 'limits-set', ...limits }).then(() => (status.textContent = 'Changed.'));
  };
  return make(
    'section',
    { 'aria-labelledby': 'limits' },
    make('h2', { id: 'limits' }, 'Cards a day'),
    make('p', {}, 'A plan with an interview day asks for more, if more is needed to see everything twice.'),
    make(
      'form',
      { class: 'fields', onsubmit: submit },
      makeField('New questions', fresh),
      makeField('Due cards', due),
      make('p', { class: 'controls' }, make('button', { type: 'submit', class: 'button' }, 'Change'), status),
    ),
  );
}
