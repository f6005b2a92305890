/** The cards of the day, one at a time. */
import type { NodeId } from '@mlguide/core';
import { daysUntilNext, dueCards, type Grade, type Session } from '@mlguide/study';

import { newEvent } from '../new-event.ts';
import { listen, listenAlways, showCard } from './card.ts';
import { make, makeButton, moveFocus } from './dom.ts';
import { makeBookmarks, makeNotes } from './marked.ts';
import { sayNext } from './next-due.ts';
import { startStudyPage, type StudyPage } from './page.ts';
import { inDays, many } from './words.ts';

const GRADES: [Grade, string][] = [
  ['again', 'Again'],
  ['hard', 'Hard'],
  ['good', 'Good'],
  ['easy', 'Easy'],
];
/* A question graded in this session, and the event that says so. */
interface Graded {
  question: NodeId;
  grade: Grade;
  event: string;
}

/* How many more new questions a reader gets who asks for more. */
const MORE = 10;

void startStudyPage((page) => {
  const { guide, store, root, clock } = page;
  const bar = make('progress', { 'aria-label': 'Progress of this session' });
  const count = make('p', { class: 'label', role: 'status' });
  const place = make('div');
  const back = makeButton('Undo', () => undo(), { 'aria-keyshortcuts': 'u' });
  back.append(make('kbd', { 'aria-hidden': 'true' }, 'U'));
  const head = make('div', { class: 'session' }, bar, count, back);
  root.append(head, place, makeBookmarks(page), makeNotes(page));

  let extra = 0;
  let queue: NodeId[] = [];
  let shown: NodeId | undefined;
  /* What was graded in this session; the last can be taken back, then the one before. */
  const graded: Graded[] = [];

  const today = (): Session => {
    const { limits } = store.state;
    const state = { ...store.state, limits: { ...limits, newPerDay: limits.newPerDay + extra } };
    return dueCards(guide, state, Date.now(), clock);
  };
  const begin = () => {
    const { due, fresh } = today();
    queue = [...due, ...fresh];
    next();
  };
  const showCount = () => {
    const done = graded.filter(({ grade }) => grade !== 'again').length;
    head.hidden = graded.length + queue.length === 0;
    back.hidden = graded.length === 0;
    bar.max = Math.max(1, done + queue.length);
    bar.value = done;
    count.textContent = `${done} done, ${queue.length} left`;
  };
  const next = (isOpen = false) => {
    showCount();
    shown = queue[0];
    if (shown === undefined) showEnd();
    else {
      const question = shown;
      showCard(place, { guide, question, above: describe(page, question), grades: () => choices(question), isOpen });
    }
  };
  const choices = (question: NodeId) => {
    const days = daysUntilNext(store.state, question, Date.now(), clock);
    return GRADES.map(([grade, title]) => ({
      title,
      note: inDays(days[grade]),
      choose: () => {
        if (shown !== question) return;
        shown = undefined;
        const event = newEvent({ type: 'question-graded', question, grade });
        graded.push({ question, grade, event: event.id });
        void store.add(event);
        queue = queue.filter((id) => id !== question);
        if (grade === 'again') queue.push(question);
        next();
      },
    }));
  };
  const undo = () => {
    const last = graded.pop();
    if (last === undefined) return;
    const { question, event } = last;
    queue = [question, ...queue.filter((id) => id !== question)];
    void store.record({ type: 'grade-undone', question, event });
    next(true);
    count.textContent = `Taken back: grade it anew. ${count.textContent}`;
  };
  const showEnd = () => {
    listen(undefined);
    const { due, left } = today();
    const heading = make('h2', {}, graded.length > 0 ? 'Done for today' : 'Nothing is due');
    const end = make('div', { class: 'card' }, heading, make('p', {}, sayNext(page, left)));
    if (due.length > 0) {
      heading.textContent = 'Once more today';
      end.lastChild!.textContent = 'The interview is tomorrow: what you saw once today comes a second time.';
      end.append(makeButton(`Go on with ${many(due.length, 'card')}`, begin));
    } else if (left.fresh > 0) {
      const more = Math.min(MORE, left.fresh);
      end.append(
        makeButton(`Study ${many(more, 'new question')} now`, () => {
          extra += MORE;
          begin();
        }),
      );
    }
    place.replaceChildren(end);
    if (graded.length > 0) moveFocus(heading);
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
  listenAlways('u', () => {
    if (graded.length === 0) return false;
    undo();
    return true;
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
