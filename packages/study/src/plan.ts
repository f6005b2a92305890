import { moduleOf, topicsOf, type Guide, type NodeId, type Topic } from '@mlguide/core';

import { addDays, dayOf, daysBetween, startOfDay, type DayClock } from './day.ts';
import type { PlanRequest, Role } from './events.ts';
import { rankModules } from './role.ts';
import type { StudyState } from './state.ts';

/** One day of a plan. */
export interface PlanDay {
  /** `YYYY-MM-DD`. */
  day: string;
  topics: NodeId[];
  /** What the topics take, in minutes. */
  minutes: number;
}

/** A plan, and what it could not fit. */
export interface Plan {
  days: PlanDay[];
  /** Topics for which there is no time, the least important last. */
  dropped: NodeId[];
}

const DEFAULT_MINUTES = 10;
/* What lies further ahead is planned when it comes nearer. */
const MOST_DAYS = 730;
/* A topic takes its reading, and about as long again to answer its questions aloud. */
const STUDY_FACTOR = 2;

/**
 * Plans the days up to an interview: topics in an order that respects prerequisites, weak modules first, the important
 * modules of the role before the others, as many as fit. What is read already is left out, so a plan made again after
 * missed days holds what is left.
 *
 * The day before the interview is kept free of new topics, and what was read today counts towards today's minutes.
 */
export function makePlan(guide: Guide, state: StudyState, request: PlanRequest, now: number, clock: DayClock): Plan {
  const today = dayOf(now, clock);
  const days = Math.min(MOST_DAYS, Math.max(0, daysBetween(today, request.interviewDay) - 1));
  const ordered = orderTopics(guide, state, request.role);
  const plan: Plan = {
    days: Array.from({ length: days }, (_, index) => ({ day: addDays(today, index), topics: [], minutes: 0 })),
    dropped: [],
  };
  let at = 0;
  let used = minutesReadSince(guide, state, startOfDay(today, clock));
  for (const topic of ordered) {
    const minutes = studyMinutes(topic);
    // A topic longer than a whole day has the day to itself.
    for (; at < days && used > 0 && used + minutes > request.minutesPerDay; used = 0) at += 1;
    const day = plan.days[at];
    if (!day) plan.dropped.push(topic.id);
    else {
      day.topics.push(topic.id);
      day.minutes += minutes;
      used += minutes;
    }
  }
  return plan;
}

/** What a topic takes, in minutes: its reading, and its questions. */
export function studyMinutes(topic: Topic): number {
  return (topic.minutes ?? DEFAULT_MINUTES) * STUDY_FACTOR;
}

function minutesReadSince(guide: Guide, state: StudyState, start: number): number {
  let sum = 0;
  for (const [id, at] of state.read) {
    const node = at >= start && Object.hasOwn(guide.nodes, id) ? guide.nodes[id] : undefined;
    if (node?.kind === 'topic') sum += studyMinutes(node);
  }
  return sum;
}

/** Unread topics in the order in which to study them. */
export function orderTopics(guide: Guide, state: StudyState, role: Role): Topic[] {
  const ranks = rankModules(guide, role);
  const places = new Map<string, number>();
  const wanted = topicsOf(guide)
    .filter(({ status }) => status === 'ready')
    .map((topic, index) => {
      const module = moduleOf(guide, topic.id)?.id ?? '';
      // Counted for each difficulty, so that what is advanced does not push back what is not; and with what is read, so
      // that reading changes nothing about the rest.
      const group = `${topic.difficulty} ${module}`;
      const place = places.get(group) ?? 0;
      places.set(group, place + 1);
      return { topic, cost: costOf(state, ranks, topic, module, place), index };
    })
    .filter(({ topic }) => !state.read.has(topic.id))
    .toSorted((a, b) => a.cost - b.cost || a.index - b.index)
    .map(({ topic }) => topic);
  const placed = new Set<NodeId>();
  const result: Topic[] = [];
  const open = new Set(wanted.map(({ id }) => id));
  for (const topic of wanted) place(topic);
  return result;

  /* Prerequisites come first. Iterative, and each topic once, so that a circle cannot hold it. */
  function place(first: Topic): void {
    const stack: { topic: Topic; ready: boolean }[] = [{ topic: first, ready: false }];
    const entered = new Set<NodeId>();
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { topic, ready } = next;
      if (placed.has(topic.id)) continue;
      if (ready || entered.has(topic.id)) {
        placed.add(topic.id);
        result.push(topic);
        continue;
      }
      entered.add(topic.id);
      stack.push({ topic, ready: true });
      for (const id of topic.prerequisites.toReversed()) {
        const node = guide.nodes[id];
        if (node?.kind === 'topic' && open.has(id) && !placed.has(id) && !entered.has(id))
          stack.push({ topic: node, ready: false });
      }
    }
  }
}

/*
 * Smaller is sooner: the role's modules first, what the reader does not know first, the advanced last. A topic further on
 * in its module weighs as much as one of a later module: a week that is filled by one module prepares for no round.
 */
function costOf(state: StudyState, ranks: readonly NodeId[], topic: Topic, module: NodeId, place: number): number {
  const known = state.checked.get(module) ?? 0.5;
  const depth = { intro: 0, core: 1, advanced: 6 }[topic.difficulty];
  return ranks.indexOf(module) + depth + place + (known - 0.5) * 8;
}
