/** The log as a file, out and in, and the way to forget it all. */
import type { Imported } from '../study-store.ts';
import { make, makeButton } from './dom.ts';
import { saveLog, type StudyPage } from './page.ts';
import { many } from './words.ts';

/** The part of a page that exports, imports and resets. */
export function makeKeeping({ store }: StudyPage): HTMLElement {
  const status = make('p', { class: 'label', role: 'status' });
  const field = make('input', {
    type: 'file',
    accept: '.jsonl,application/jsonl,text/plain',
    class: 'hidden-visually',
    tabindex: -1,
    'aria-hidden': 'true',
  });
  field.addEventListener('change', async () => {
    const file = field.files?.[0];
    if (!file) return;
    status.textContent = 'Importing …';
    const text = await file.text().catch(() => undefined);
    status.textContent = text === undefined ? 'The file cannot be read.' : sayImported(await store.importLog(text));
    // The same file may be chosen again.
    field.value = '';
  });
  const reset = makeButton('Forget everything …', () =>
    confirmReset(async () => {
      await store.clear();
      status.textContent = store.trouble === null ? 'Everything is forgotten.' : 'It could not be forgotten.';
    }),
  );
  return make(
    'section',
    { 'aria-labelledby': 'keeping' },
    make('h2', { id: 'keeping' }, 'Take it with you'),
    make(
      'p',
      {},
      'All of this is kept in this browser and sent to nobody; a browser may forget it. The file is the same as that of ',
      make('code', {}, 'mlguide study export'),
      ' and ',
      make('code', {}, 'import'),
      ' in the terminal. Importing adds what is missing and takes nothing away.',
    ),
    make(
      'div',
      { class: 'controls' },
      makeButton('Export', () => void saveLog(store)),
      makeButton('Import …', () => field.click()),
      field,
      reset,
    ),
    status,
  );
}

function sayImported({ added, known, torn, unknown }: Imported): string {
  if (torn > 0 && added + known + unknown === 0) return 'This is no study log, and nothing was changed.';
  const said = [
    `${many(added, 'event')} added`,
    ...(known > 0 ? [`${known.toLocaleString('en-GB')} known already`] : []),
  ];
  if (torn > 0) said.push(`${many(torn, 'damaged line')} left out`);
  if (unknown > 0) said.push(`${many(unknown, 'line')} of a newer version kept for it`);
  return `${said.join(', ')}.`;
}

function confirmReset(then: () => void): void {
  const dialog = make(
    'dialog',
    { 'aria-labelledby': 'reset-title', onclose: () => dialog.remove() },
    make('h2', { id: 'reset-title' }, 'Forget everything?'),
    make(
      'p',
      {},
      'Reviews, marks, bookmarks, notes and the plan of this browser are gone for good, unless you export them first.',
    ),
    make(
      'p',
      { class: 'controls' },
      makeButton('Keep it', () => dialog.close()),
      makeButton('Forget everything', () => {
        dialog.close();
        then();
      }),
    ),
  );
  dialog.className = 'confirm';
  document.body.append(dialog);
  dialog.showModal();
}
