import type { Key } from './keys.ts';

/** Shows the keys of the site in a dialog. */
export function openKeyList(keys: Key[]): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'key-list';
  dialog.setAttribute('aria-labelledby', 'key-list-title');

  const title = document.createElement('h2');
  title.id = 'key-list-title';
  title.textContent = 'Keys';
  const list = document.createElement('dl');
  for (const { name, does } of keys) {
    const term = document.createElement('dt');
    term.append(
      ...name.split(/( or )/).map((part) => {
        if (part === ' or ') return part;
        const key = document.createElement('kbd');
        key.textContent = part;
        return key;
      }),
    );
    const meaning = document.createElement('dd');
    meaning.textContent = does;
    list.append(term, meaning);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());

  dialog.append(title, list, close);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
