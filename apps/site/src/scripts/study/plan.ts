/** A plan per day until the interview; drawn again whenever the log or the day changes. */
import type { NodeId } from '@mlguide/core';
import {
  addDays,
  dayOf,
  daysBetween,
  makePlan,
  studyMinutes,
  type Plan,
  type PlanDay,
  type PlanRequest,
} from '@mlguide/study';

import { duration } from '../../words.ts';
import { make, moveFocus } from './dom.ts';
import { startStudyPage, type StudyPage } from './page.ts';
import { makePlanForm } from './plan-form.ts';
import { linkToPage } from './questions.ts';
import { makeSelfCheck } from './self-check.ts';
import { many, nameDay } from './words.ts';

/* Days that are open at once; a plan of twelve weeks is long. */
const NEAR = 7;

void startStudyPage((page) => {
  const { store, root } = page;
  const result = make('div', { class: 'plan' });
  root.append(
    makePlanForm(page, () => moveFocus(result.querySelector('h2') ?? result)),
    result,
    makeSelfCheck(page),
  );
  const draw = () => result.replaceChildren(...drawPlan(page));
  store.subscribe(draw);
  draw();
  // A page that stays open overnight shows the new day when somebody looks at it again.
  let drawn = dayOf(Date.now(), page.clock);
  document.addEventListener('visibilitychange', () => {
    const today = dayOf(Date.now(), page.clock);
    if (document.visibilityState === 'hidden' || today === drawn) return;
    drawn = today;
    draw();
  });
});

function drawPlan(page: StudyPage): HTMLElement[] {
  const { guide, store, clock } = page;
  const request = store.state.plan;
  if (!request) return [];
  const today = dayOf(Date.now(), clock);
  const left = daysBetween(today, request.interviewDay);
  const heading = make('h2', {}, sayLeft(left));
  if (left === 0) return [heading, make('p', {}, 'All the best. Nothing is planned for today.')];
  if (left < 0)
    return [heading, make('p', {}, `It was on ${nameDay(request.interviewDay)}. Set the day of the next one above.`)];

  const plan = makePlan(guide, store.state, request, Date.now(), clock);
  const days = plan.days.map((day) => drawDay(page, day, day.day === today));
  const near = make('ol', { class: 'plain days' }, ...days.slice(0, NEAR));
  const last = make('p', { class: 'label' }, sayLastDay(request));
  const drawn: HTMLElement[] = [heading, make('p', {}, sum(page, plan)), near];
  if (days.length > NEAR) {
    const later = make('ol', { class: 'plain days' }, ...days.slice(NEAR));
    drawn.push(make('details', {}, make('summary', {}, `The ${many(days.length - NEAR, 'day')} after that`), later));
  }
  drawn.push(last);
  if (plan.dropped.length > 0) {
    const list = make(
      'ul',
      { class: 'plain rows' },
      ...plan.dropped.map((id) => make('li', {}, linkToPage(guide, id))),
    );
    const title = `No time for ${many(plan.dropped.length, 'topic')}`;
    drawn.push(make('details', {}, make('summary', {}, title), list));
  }
  return drawn;
}

function sayLeft(days: number): string {
  if (days < 0) return 'The interview is over';
  return days === 0 ? 'The interview is today' : `${many(days, 'day')} to the interview`;
}

function sayLastDay(request: PlanRequest): string {
  return `The last day, ${nameDay(addDays(request.interviewDay, -1))}, is for your cards: nothing new. The interview is on ${nameDay(request.interviewDay)}.`;
}

function sum({ guide, store }: StudyPage, plan: Plan): string {
  const topics = plan.days.reduce((total, day) => total + day.topics.length, 0);
  const read = [...store.state.read.keys()].filter((id) => guide.nodes[id]?.kind === 'topic').length;
  return (
    [`${many(topics, 'topic')} to read`, ...(read > 0 ? [`${read} read already`] : [])].join(', ') +
    '. What you do not get to moves to the days that are left.'
  );
}

function drawDay(page: StudyPage, day: PlanDay, isToday: boolean): HTMLElement {
  const { guide } = page;
  const done = isToday ? readOn(page, day.day) : [];
  const rows = [
    ...done.map((id) => make('li', { class: 'read' }, linkToPage(guide, id), make('span', { class: 'label' }, 'read'))),
    ...day.topics.map((id) =>
      make('li', {}, linkToPage(guide, id), make('span', { class: 'label' }, minutesOf(page, id))),
    ),
  ];
  const title = isToday ? `Today, ${nameDay(day.day)}` : nameDay(day.day);
  const free = done.length > 0 ? 'That is all for today.' : 'Free, or for your cards.';
  return make(
    'li',
    isToday ? { class: 'today' } : {},
    make('h3', {}, title, day.minutes > 0 ? make('span', { class: 'label' }, duration(day.minutes)) : null),
    rows.length > 0 ? make('ul', { class: 'plain rows' }, ...rows) : null,
    day.topics.length === 0 ? make('p', { class: 'label' }, free) : null,
  );
}

function readOn({ guide, store, clock }: StudyPage, day: string): NodeId[] {
  return [...store.state.read]
    .filter(([id, at]) => dayOf(at, clock) === day && guide.nodes[id]?.kind === 'topic')
    .map(([id]) => id);
}

function minutesOf({ guide }: StudyPage, id: NodeId): string {
  const node = guide.nodes[id];
  return node?.kind === 'topic' ? duration(studyMinutes(node)) : '';
}
