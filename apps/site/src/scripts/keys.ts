import { toggleAnswers } from './answers.ts';
import { openKeyList, type ListedKey } from './key-list.ts';
import { openSearchDialog } from './search-button.ts';
import { toggleTheme } from './theme.ts';

/** One key of the site. */
interface Key extends ListedKey {
  run: () => void;
}

/** Every key that is pressed alone, by what `KeyboardEvent.key` says. */
const keys: Record<string, Key> = {
  '/': { name: '/ or Ctrl-K', does: 'search', run: openSearchDialog },
  n: { name: 'n', does: 'next page', run: () => follow('next') },
  p: { name: 'p', does: 'previous page', run: () => follow('prev') },
  o: { name: 'o', does: 'open or close all answers', run: toggleAnswers },
  m: { name: 'm', does: 'mark as read', run: () => press('read') },
  b: { name: 'b', does: 'bookmark', run: () => press('bookmark') },
  t: { name: 't', does: 'light or dark', run: toggleTheme },
  '?': { name: '?', does: 'this list', run: () => openKeyList(Object.values(keys)) },
};

/** Listens for the keys of the site. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openSearchDialog();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (document.querySelector('dialog[open]') || isField(event.target)) return;
    const key = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!key) return;
    event.preventDefault();
    key.run();
  });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
}

function press(mark: 'read' | 'bookmark'): void {
  document.querySelector<HTMLButtonElement>(`[data-mark=${mark}]`)?.click();
}

function follow(rel: 'next' | 'prev'): void {
  document.querySelector<HTMLAnchorElement>(`.pager a[rel=${rel}]`)?.click();
}
