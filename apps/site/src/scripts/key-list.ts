import { openDialog } from './dialog.ts';

/** A key as the list shows it. */
export interface ListedKey {
  /** What the list calls it. */
  name: string;
  /** What it does, in a few words. */
  does: string;
}

/** Shows the keys of the site in a dialog. */
export function openKeyList(keys: readonly ListedKey[]): void {
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
  const dialog = openDialog('key-list', title, list, close);
  dialog.setAttribute('aria-labelledby', title.id);
  close.addEventListener('click', () => dialog.close());
}
