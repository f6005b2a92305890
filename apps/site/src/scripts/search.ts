/** The search dialog: a field and a list of hits, worked by keyboard alone. */
import { openSearch, type GuideSearch, type SearchHit } from '@mlguide/core';

import { placeOfHit } from '../url.ts';
import { count } from '../words.ts';
import { openDialog } from './dialog.ts';

/** What `search.json` holds. */
interface SearchFile {
  /** The index, for {@link openSearch}. */
  index: unknown;
  /** The paths of nodes that are not where their id says. */
  elsewhere: Record<string, string>;
}

interface Loaded {
  search: GuideSearch;
  elsewhere: Record<string, string>;
}

/** How many hits are listed. */
const most = 12;
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
let loading: Promise<Loaded> | undefined;

/** Fetches the index, once; a failed attempt may be repeated. */
export function loadIndex(): Promise<Loaded> {
  loading ??= fetch(`${base}search.json`)
    .then(async (response) => {
      if (!response.ok) throw new Error(`Unexpected status \`${response.status}\` of the search index`);
      const file = (await response.json()) as SearchFile; // Written by our own build.
      return { search: openSearch(JSON.stringify(file.index)), elsewhere: file.elsewhere };
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** Opens the dialog. */
export function showSearch(): void {
  if (document.querySelector('dialog.search-dialog')) return;
  const field = document.createElement('input');
  // Not `search`: there the first Escape empties the field instead of closing the dialog.
  field.type = 'text';
  field.inputMode = 'search';
  field.placeholder = 'Topics and questions';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.enterKeyHint = 'go';
  field.role = 'combobox';
  field.setAttribute('aria-label', 'Search the guide');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', 'hits');
  field.setAttribute('aria-expanded', 'false');

  const list = document.createElement('div');
  list.id = 'hits';
  list.role = 'listbox';
  list.setAttribute('aria-label', 'Hits');
  const status = document.createElement('p');
  status.className = 'label';
  status.role = 'status';
  status.textContent = 'Type to search; arrows to choose, Enter to go, Esc to leave.';

  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  const choose = (index: number) => {
    for (const [at, option] of options().entries()) option.setAttribute('aria-selected', String(at === index));
    const chosen = options()[index];
    if (chosen) {
      field.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  };

  const update = async () => {
    const text = field.value.trim();
    try {
      const { search, elsewhere } = await loadIndex();
      // The reader may have typed on while the index was on its way.
      if (text !== field.value.trim()) return;
      const hits = search.search(text, most);
      list.replaceChildren(...hits.map((hit, index) => option(hit, index, elsewhere)));
      field.setAttribute('aria-expanded', String(hits.length > 0));
      if (text === '') status.textContent = 'Type to search; arrows to choose, Enter to go, Esc to leave.';
      else if (hits.length === 0) status.textContent = `Nothing is called “${text}”.`;
      else status.textContent = hits.length < most ? count(hits.length, 'hit') : `The ${most} best hits`;
      choose(hits.length > 0 ? 0 : -1);
    } catch {
      status.textContent = 'The search index cannot be loaded. Are you offline?';
    }
  };

  field.addEventListener('input', () => void update());
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const all = options();
    const at = all.findIndex((option) => option.ariaSelected === 'true');
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const next = steps[event.key];
    if (next !== undefined && all.length > 0) {
      event.preventDefault();
      choose((next + all.length) % all.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      all[at]?.click();
    }
  });
  const dialog = openDialog('search-dialog', field, status, list);
  dialog.setAttribute('aria-label', 'Search');
  // A hit on this very page would leave the dialog open.
  list.addEventListener('click', () => dialog.close());
  field.focus();
  void loadIndex().catch(() => void update());
}

function option(hit: SearchHit, index: number, elsewhere: Record<string, string>): HTMLAnchorElement {
  const link = document.createElement('a');
  link.id = `hit-${index}`;
  link.role = 'option';
  link.tabIndex = -1;
  link.href = base + (elsewhere[hit.id] ?? placeOfHit(hit));
  const title = document.createElement('span');
  title.className = 'title';
  title.textContent = hit.title;
  const path = document.createElement('span');
  path.className = 'label';
  path.textContent = [hit.kind, ...hit.path].join(' · ');
  link.append(title, path);
  return link;
}
