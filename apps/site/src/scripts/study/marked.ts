/** What the reader marked to come back to, and what was written beside it. */
import { make } from './dom.ts';
import type { StudyPage } from './page.ts';
import { linkToPage } from './questions.ts';

/** The bookmarks. */
export function makeBookmarks({ guide, store }: StudyPage): HTMLElement {
  const section = make('section', { 'aria-labelledby': 'bookmarks' });
  const draw = () => {
    const ids = [...store.state.bookmarks].filter((id) => Object.hasOwn(guide.nodes, id));
    section.hidden = ids.length === 0;
    const list = make('ul', { class: 'plain rows' }, ...ids.map((id) => make('li', {}, linkToPage(guide, id))));
    section.replaceChildren(make('h2', { id: 'bookmarks' }, 'Bookmarks'), list);
  };
  store.subscribe(draw);
  draw();
  return section;
}

/** The notes, each with its page. */
export function makeNotes({ guide, store }: StudyPage): HTMLElement {
  const section = make('section', { 'aria-labelledby': 'notes', class: 'notes' });
  const draw = () => {
    const notes = [...store.state.notes].filter(([id, { text }]) => text !== '' && Object.hasOwn(guide.nodes, id));
    section.hidden = notes.length === 0;
    const items = notes.map(([id, { text }]) => make('li', {}, linkToPage(guide, id), make('p', {}, text)));
    section.replaceChildren(make('h2', { id: 'notes' }, 'Notes'), make('ul', { class: 'plain' }, ...items));
  };
  store.subscribe(draw);
  draw();
  return section;
}
