/** The cards of the day, one at a time. */
import type { NodeId } from '@mlguide/core';
import { addDays, dayOf, daysUntilNext, dueAt, dueCards, type Grade, type Session } from '@mlguide/study';

import { listen, showCard } from './card.ts';
import { make, makeButton, moveFocus } from './dom.ts';
import { startStudyPage, type StudyPage } from './page.ts';
import { linkToPage } from './questions.ts';
import { inDays, many, nameDay } from './words.ts';

const GRADES: [Grade, string][] = [
  ['again', 'Again'],
  ['hard', 'Hard'],
  ['good', 'Good'],
  ['easy', 'Easy'],
];
/* How many more new questions a reader gets who asks for more. */
const MORE = 10;

void startStudyPage((page) => {
  const { guide, store, root, clock } = page;
  const bar = make('progress', { 'aria-label': 'Progress of this session' });
  const count = make('p', { class: 'label', role: 'status' });
  const place = make('div');
  const head = make('div', { class: 'session' }, bar, count);
  root.append(head, place, makeBookmarks(page));

  let extra = 0;
  let queue: NodeId[] = [];
  let done = 0;
  let shown: NodeId | undefined;

  const today = (): Session => {
    const { limits } = store.state;
    const state = { ...store.state, limits: { ...limits, newPerDay: limits.newPerDay + extra } };
    return dueCards(guide, state, Date.now(), clock());
  };
  const begin = () => {
    const { due, fresh } = today();
    queue = [...due, ...fresh];
    next();
  };
  const showCount = () => {
    head.hidden = done + queue.length === 0;
    bar.max = Math.max(1, done + queue.length);
    bar.value = done;
    count.textContent = `${done} done, ${queue.length} left`;
  };
  const next = () => {
    showCount();
    shown = queue[0];
    if (shown === undefined) showEnd();
    else {
      const question = shown;
      showCard(place, { guide, question, above: describe(page, question), grades: () => choices(question) });
    }
  };
  const choices = (question: NodeId) => {
    const days = daysUntilNext(store.state, question, Date.now(), clock());
    return GRADES.map(([grade, title]) => ({
      title,
      note: inDays(days[grade]),
      choose: () => {
        if (shown !== question) return;
        shown = undefined;
        void store.record({ type: 'question-graded', question, grade });
        queue = queue.filter((id) => id !== question);
        if (grade === 'again') queue.push(question);
        else done += 1;
        next();
      },
    }));
  };
  const showEnd = () => {
    listen(undefined);
    const { left } = today();
    const heading = make('h2', {}, done > 0 ? 'Done for today' : 'Nothing is due');
    const end = make('div', { class: 'card' }, heading, make('p', {}, sayNext(page, left)));
    if (left.fresh > 0) {
      const more = Math.min(MORE, left.fresh);
      end.append(
        makeButton(`Study ${many(more, 'new question')} now`, () => {
          extra += MORE;
          begin();
        }),
      );
    }
    place.replaceChildren(end);
    if (done > 0) moveFocus(heading);
  };

  store.subscribe((by) => {
    if (by === 'us') return;
    const session = today();
    const wanted = [...session.due, ...session.fresh];
    // What another tab graded is done here too; the card that is on the screen stays unless it is one of them.
    queue = [...queue.filter((id) => wanted.includes(id)), ...wanted.filter((id) => !queue.includes(id))];
    if (shown === undefined || queue[0] !== shown) next();
    else showCount();
  });
  begin();
});

function describe({ guide, store }: StudyPage, question: NodeId): string {
  const topic = guide.nodes[guide.nodes[question]?.parent ?? '']?.title;
  const reviews = store.state.cards.get(question)?.reviews.length ?? 0;
  return [
    ...(topic === undefined ? [] : [topic]),
    reviews === 0 ? 'new' : reviews === 1 ? 'seen once' : `seen ${reviews} times`,
  ].join(' · ');
}

/** When the next card is due, in a sentence. */
function sayNext({ guide, store, clock }: StudyPage, left: Session['left']): string {
  const { state } = store;
  const today = dayOf(Date.now(), clock());
  const tomorrow = addDays(today, 1);
  let first: string | undefined;
  for (const [id, card] of state.cards) {
    if (!Object.hasOwn(guide.nodes, id)) continue;
    const due = dayOf(dueAt(card, state, clock()), clock());
    const day = due < tomorrow ? tomorrow : due;
    if (first === undefined || day < first) first = day;
  }
  const fresh = left.fresh > 0 ? `${many(left.fresh, 'new question')} ${left.fresh === 1 ? 'is' : 'are'} left.` : '';
  if (left.fresh > 0 && state.limits.newPerDay > 0) first = tomorrow;
  if (first === undefined) return fresh || 'There is no question with an answer in this guide.';
  const day = first === tomorrow ? `tomorrow, ${nameDay(first)}` : `on ${nameDay(first)}`;
  return `The next card is due ${day}. ${fresh}`.trim();
}

/** What the reader marked to come back to. */
function makeBookmarks({ guide, store }: StudyPage): HTMLElement {
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
