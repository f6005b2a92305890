import { describe, expect, test } from 'vitest';

import {
  addDays,
  addFollowUps,
  computeState,
  dayOf,
  daysUntilNext,
  drawMock,
  dueCards,
  makePlan,
  mockGrade,
  mockSummary,
  moduleProgress,
  orderTopics,
  rankModules,
  selfCheckQuestions,
  startOfDay,
  studyStatistics,
  type Grade,
  type PlanRequest,
  type StudyEvent,
} from '../src/index.ts';
import { makeGuide } from './guide.ts';

const clock = { utcOffset: 0 };
const noon = (day: string) => startOfDay(day, clock) + 8 * 3_600_000;
const START = '2026-11-22';

let counter = 0;
const graded = (question: string, day: string, grade: Grade = 'good'): StudyEvent => ({
  id: `e${++counter}`,
  at: noon(day) + counter,
  type: 'question-graded',
  question,
  grade,
});
const planned = (plan: PlanRequest): StudyEvent => ({ id: 'plan', at: noon(START) - 1, type: 'plan-set', plan });

describe('a day', () => {
  test('starts at four in the morning, where the reader is', () => {
    expect(dayOf(Date.parse('2026-11-22T03:59:00Z'), clock)).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-22T04:00:00Z'), clock)).toBe('2026-11-22');
    expect(dayOf(Date.parse('2026-11-22T03:59:00Z'), { utcOffset: 60 })).toBe('2026-11-22');
  });
});

describe('a day where clocks change', () => {
  // Berlin: summer time ends on 25 October 2026 at 1:00 UTC, and began on 29 March.
  const summer = (at: number) => at >= Date.UTC(2026, 2, 29, 1) && at < Date.UTC(2026, 9, 25, 1);
  const berlin = { utcOffset: (at: number) => (summer(at) ? 120 : 60) };

  test.each([
    ['2026-10-24', '2026-10-24T02:00:00.000Z'],
    ['2026-10-25', '2026-10-25T03:00:00.000Z'],
    ['2026-03-28', '2026-03-28T03:00:00.000Z'],
    ['2026-03-29', '2026-03-29T02:00:00.000Z'],
  ])('%s starts at %s', (day, start) => {
    expect(new Date(startOfDay(day, berlin)).toISOString()).toBe(start);
    expect(dayOf(Date.parse(start), berlin)).toBe(day);
    expect(dayOf(Date.parse(start) - 1, berlin)).toBe(addDays(day, -1));
  });

  test('is no gap for who studies at half past four every morning', () => {
    const events = Array.from({ length: 5 }, (_, back): StudyEvent => {
      const day = addDays('2026-10-26', -back);
      const at = startOfDay(day, berlin) + 1_800_000;
      return { id: day, at, type: 'question-graded', question: 'classic-ml/1/core', grade: 'good' };
    });
    const guide = makeGuide({ 'classic-ml': 1 });
    expect(studyStatistics(guide, computeState(events), events[0]!.at + 1, berlin).streak).toBe(5);
  });
});

describe('due cards', () => {
  const guide = makeGuide({ 'classic-ml': 10 });

  test('are new ones up to the limit of the day, in reading order', () => {
    const session = dueCards(guide, computeState([]), noon(START), clock);
    expect(session.fresh).toHaveLength(10);
    expect(session.fresh[0]).toBe('classic-ml/1/warm-up');
    expect(session.left).toEqual({ due: 0, fresh: 20 });
  });

  test('come again later for a better grade', () => {
    const dueOn = (grade: Grade) => {
      const state = computeState([graded('classic-ml/1/core', START, grade)]);
      for (let days = 1; days < 60; days++) {
        if (dueCards(guide, state, noon(addDays(START, days)), clock).due.length > 0) return days;
      }
      return Infinity;
    };
    const days = (['again', 'hard', 'good', 'easy'] as const).map(dueOn);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(dueOn('again')).toBeLessThan(dueOn('good'));
    expect(dueOn('good')).toBeLessThan(dueOn('easy'));
  });

  test('come again the same day if they were forgotten, and not if they were known', () => {
    const state = computeState([
      graded('classic-ml/1/core', START, 'again'),
      graded('classic-ml/2/core', START, 'hard'),
    ]);
    expect(dueCards(guide, state, noon(START) + 3_600_000, clock).due).toEqual(['classic-ml/1/core']);
  });

  test('say beforehand when they would come again', () => {
    const known = [graded('classic-ml/1/core', START), graded('classic-ml/1/core', addDays(START, 3))];
    const day = addDays(START, 9);
    const promised = daysUntilNext(computeState(known), 'classic-ml/1/core', noon(day), clock);
    expect(promised.again).toBe(0);
    for (const grade of ['hard', 'good', 'easy'] as const) {
      const state = computeState([...known, graded('classic-ml/1/core', day, grade)]);
      const on = (days: number) => dueCards(guide, state, noon(addDays(day, days)), clock).due;
      expect(on(promised[grade] - 1), grade).toEqual([]);
      expect(on(promised[grade]), grade).toEqual(['classic-ml/1/core']);
    }
    expect(Object.values(promised)).toEqual(Object.values(promised).toSorted((a, b) => a - b));
  });

  test('say so too when the last review was given by a clock that was ahead', () => {
    // Fsrs counts days in UTC, so twenty minutes around midnight are a day.
    const midnight = Date.parse(`${START}T24:00:00Z`);
    const ahead = { ...graded('classic-ml/1/core', START, 'again'), at: midnight + 600_000 };
    const next = daysUntilNext(computeState([ahead]), 'classic-ml/1/core', midnight - 600_000, clock);
    expect(next.again).toBe(0);
    expect(Object.values(next)).toEqual(Object.values(next).toSorted((a, b) => a - b));
  });

  test('are those of any other day once the interview has come', () => {
    const state = (interviewDay: string) =>
      computeState([
        planned({ interviewDay, role: 'ml-engineer', minutesPerDay: 60 }),
        { id: 'limits', at: 1, type: 'limits-set', newPerDay: 3, duePerDay: 2 },
        ...['1', '2', '3'].map((topic) => graded(`classic-ml/${topic}/core`, addDays(START, -9))),
      ]);
    const sizes = (interviewDay: string) => {
      const { due, fresh } = dueCards(guide, state(interviewDay), noon(START) + 9999, clock);
      return [due.length, fresh.length];
    };
    expect(sizes(addDays(START, 1))).toEqual([3, 27]);
    expect(sizes(START)).toEqual([2, 3]);
    expect(sizes(addDays(START, -1))).toEqual([2, 3]);
  });

  test.each([1, 2, 3, 5, 9, 14, 30])('with an interview in %i days, every question is seen at least twice', (days) => {
    const interviewDay = addDays(START, days);
    const events: StudyEvent[] = [planned({ interviewDay, role: 'ml-engineer', minutesPerDay: 60 })];
    for (let day = START; day < interviewDay; day = addDays(day, 1)) {
      // Until nothing is due: on the only day there are two rounds, on any other one.
      for (let rounds = 0; ; rounds++) {
        const { due, fresh } = dueCards(guide, computeState(events), noon(day), clock);
        if (due.length + fresh.length === 0) break;
        expect(rounds).toBeLessThan(day === addDays(interviewDay, -1) ? 2 : 1);
        for (const question of [...due, ...fresh]) events.push(graded(question, day, 'easy'));
      }
    }
    const { cards } = computeState(events);
    expect(cards.size).toBe(30);
    expect([...cards.values()].filter(({ reviews }) => reviews.length < 2)).toEqual([]);
  });
});

describe('the limits of a day', () => {
  const guide = makeGuide({ 'classic-ml': 10 });
  const limits: StudyEvent = { id: 'limits', at: 1, type: 'limits-set', newPerDay: 3, duePerDay: 2 };

  test('hold new and due cards apart, and what a mock interview asked uses up neither', () => {
    const before = ['1', '2', '3', '4'].map((topic) => graded(`classic-ml/${topic}/core`, addDays(START, -9), 'hard'));
    const mock: StudyEvent = { ...graded('classic-ml/9/core', START), origin: 'mock' } as StudyEvent;
    const session = (...more: StudyEvent[]) =>
      dueCards(guide, computeState([limits, ...before, ...more]), noon(START) + 9999, clock);
    expect(session()).toMatchObject({ left: { due: 2, fresh: 23 } });
    expect([session().due.length, session().fresh.length]).toEqual([2, 3]);
    expect(session(mock).fresh).toHaveLength(3);
    expect(session(mock).fresh).not.toContain('classic-ml/9/core');
    expect(session(graded('classic-ml/9/core', START)).fresh).toHaveLength(2);
    // What was done counts, what was forgotten is still to do.
    expect(session(graded('classic-ml/1/core', START))).toMatchObject({ due: { length: 1 }, left: { due: 2 } });
    expect(session(graded('classic-ml/1/core', START, 'again')).due).toHaveLength(2);
  });
});

describe('the order of modules', () => {
  const modules = (...ids: string[]) => makeGuide(Object.fromEntries(ids.map((id) => [id, 1])));

  test('is that of the role; what it does not name comes behind in reading order', () => {
    const guide = modules('orientation', 'math', 'classic-ml', 'deep-learning', 'quantum-ml', 'behavioral', 'career');
    expect(rankModules(guide, 'ml-engineer')).toEqual([
      'orientation',
      'classic-ml',
      'deep-learning',
      'behavioral',
      'math',
      'quantum-ml',
      'career',
    ]);
    expect(rankModules(guide, 'research-scientist').slice(0, 3)).toEqual(['orientation', 'deep-learning', 'math']);
  });

  test('holds every module once, for every role and whatever the guide has', () => {
    for (const role of [
      'ml-engineer',
      'applied-scientist',
      'research-scientist',
      'data-scientist',
      'ai-engineer',
    ] as const)
      for (const ids of [['new', 'llm', 'career', 'rl', 'companies', 'behavioral'], ['only'], []])
        expect(rankModules(modules(...ids), role).toSorted()).toEqual(ids.toSorted());
  });

  test('does not keep a weak module that it does not know from coming early', () => {
    const guide = modules('orientation', 'classic-ml', 'ml-coding', 'quantum-ml');
    const weak: StudyEvent = { id: 'w', at: 1, type: 'module-checked', module: 'quantum-ml', known: 0 };
    const [first] = orderTopics(guide, computeState([weak]), 'ml-engineer');
    expect(first!.id).toBe('quantum-ml/1');
  });
});

test('a short plan touches every module that its role is asked about, and not the first alone', () => {
  const guide = makeGuide({ 'classic-ml': 60, 'system-design': 20, 'deep-learning': 20, behavioral: 3 });
  const request: PlanRequest = { interviewDay: addDays(START, 8), role: 'ml-engineer', minutesPerDay: 60 };
  const { days } = makePlan(guide, computeState([]), request, noon(START), clock);
  const modules = new Set(days.flatMap(({ topics }) => topics).map((id) => id.slice(0, id.indexOf('/'))));
  expect(modules).toEqual(new Set(guide.modules));
});

describe('a plan', () => {
  const guide = makeGuide({ 'classic-ml': 6, 'deep-learning': 6, behavioral: 2 });
  const request: PlanRequest = { interviewDay: addDays(START, 8), role: 'ml-engineer', minutesPerDay: 60 };

  test('keeps to the minutes of a day, leaves the last day free, and puts prerequisites first', () => {
    const { days, dropped } = makePlan(guide, computeState([]), request, noon(START), clock);
    expect(days).toHaveLength(7);
    for (const { minutes } of days) expect(minutes).toBeLessThanOrEqual(60);
    const order = days.flatMap(({ topics }) => topics);
    expect(order.toSorted()).toEqual(
      Object.keys(guide.nodes)
        .filter((id) => guide.nodes[id]!.kind === 'topic')
        .toSorted(),
    );
    expect(order.indexOf('classic-ml/1')).toBeLessThan(order.indexOf('classic-ml/2'));
    expect(dropped).toEqual([]);
  });

  test('says what does not fit', () => {
    const { days, dropped } = makePlan(
      guide,
      computeState([]),
      { ...request, interviewDay: addDays(START, 3) },
      noon(START),
      clock,
    );
    expect(days.flatMap(({ topics }) => topics).length + dropped.length).toBe(14);
    expect(dropped.length).toBe(8);
  });

  test('puts a weak module first, and leaves out what is read', () => {
    const events: StudyEvent[] = [
      { id: '1', at: 1, type: 'module-checked', module: 'deep-learning', known: 0 },
      { id: '2', at: 2, type: 'module-checked', module: 'classic-ml', known: 1 },
      { id: '3', at: 3, type: 'topic-read', topic: 'deep-learning/1', read: true },
    ];
    const { days } = makePlan(guide, computeState(events), request, noon(START), clock);
    const order = days.flatMap(({ topics }) => topics);
    expect(order[0]).toBe('deep-learning/2');
    expect(order).not.toContain('deep-learning/1');
  });

  test('made again after missed days holds what is left in the days that are left', () => {
    const later = noon(addDays(START, 4));
    const { days, dropped } = makePlan(guide, computeState([]), request, later, clock);
    expect(days).toHaveLength(3);
    expect(days[0]!.day).toBe(addDays(START, 4));
    expect(dropped.length).toBe(14 - days.flatMap(({ topics }) => topics).length);
  });

  test('counts what was read today towards the minutes of today', () => {
    const read = (topic: string): StudyEvent => ({ id: topic, at: noon(START), type: 'topic-read', topic, read: true });
    const [before] = makePlan(guide, computeState([]), request, noon(START), clock).days;
    expect(before!.topics).toHaveLength(3);
    const half = computeState([read(before!.topics[0]!)]);
    expect(makePlan(guide, half, request, noon(START) + 1, clock).days[0]!.topics).toEqual(before!.topics.slice(1));
    const all = computeState(before!.topics.map(read));
    expect(makePlan(guide, all, request, noon(START) + 1, clock).days[0]!.topics).toEqual([]);
    expect(makePlan(guide, all, request, noon(addDays(START, 1)), clock).days[0]!.topics).toHaveLength(3);
  });

  test.each([
    ['yesterday', -1, 0],
    ['today', 0, 0],
    ['tomorrow', 1, 0],
    ['in 400 days', 400, 399],
    ['in a lifetime', 30_000, 730],
  ])('for an interview %s is made too', (_when, days, planned) => {
    const interviewDay = addDays(START, days);
    const plan = makePlan(guide, computeState([]), { ...request, interviewDay }, noon(START), clock);
    expect(plan.days).toHaveLength(planned);
    expect(plan.days.flatMap(({ topics }) => topics).length + plan.dropped.length).toBe(14);
  });

  test('ends though prerequisites run in a circle', () => {
    const circle = makeGuide({ 'classic-ml': 3 });
    const first = circle.nodes['classic-ml/1']!;
    if (first.kind === 'topic') first.prerequisites = ['classic-ml/3'];
    const { days } = makePlan(circle, computeState([]), request, noon(START), clock);
    expect(days.flatMap(({ topics }) => topics).toSorted()).toEqual(['classic-ml/1', 'classic-ml/2', 'classic-ml/3']);
  });
});

describe('a self-check', () => {
  test('asks two questions of different topics, or what there is', () => {
    const guide = makeGuide({ 'classic-ml': 6, math: 0, mlops: 1 });
    const asked = selfCheckQuestions(guide, 'classic-ml');
    expect(asked.map(({ difficulty }) => difficulty)).toEqual(['core', 'core']);
    expect(asked[0]!.parent).not.toBe(asked[1]!.parent);
    expect(selfCheckQuestions(guide, 'math')).toEqual([]);
    expect(selfCheckQuestions(guide, 'mlops')).toHaveLength(2);
  });
});

describe('statistics', () => {
  test('count retention of known cards, the streak, and what is ahead', () => {
    const guide = makeGuide({ 'classic-ml': 2 });
    const day = (back: number) => addDays(START, -back);
    const events = [
      graded('classic-ml/1/core', day(3)),
      graded('classic-ml/1/core', day(1), 'again'),
      { ...graded('classic-ml/1/core', START), origin: 'mock' } as StudyEvent,
      graded('classic-ml/2/core', day(1)),
      graded('gone/core', START),
      graded('classic-ml/2/senior', START),
    ];
    guide.nodes['classic-ml/2/senior']!.body = null;
    const { retention, retentionOf, retentionInMocks, past, ahead, streak } = studyStatistics(
      guide,
      computeState(events),
      noon(START) + 999,
      clock,
    );
    expect([retention, retentionOf, retentionInMocks]).toEqual([0.5, 2, 1]);
    expect(past.slice(-4).map(({ count }) => count)).toEqual([1, 0, 2, 3]);
    // Neither the question that is gone nor the one that has lost its answer.
    expect(ahead.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(streak).toBe(2);
  });
});

test('progress counts what is read and seen, module by module', () => {
  const guide = makeGuide({ 'classic-ml': 2, math: 1 });
  const read: StudyEvent = { id: 'r', at: 1, type: 'topic-read', topic: 'math/1', read: true };
  expect(moduleProgress(guide, computeState([graded('classic-ml/1/core', START), read]))).toEqual([
    { module: 'classic-ml', topics: 2, read: 0, questions: 6, seen: 1 },
    { module: 'math', topics: 1, read: 1, questions: 3, seen: 0 },
  ]);
});

describe('a mock interview', () => {
  const guide = makeGuide({ 'classic-ml': 8, 'ml-coding': 3, 'system-design': 5 });

  test('is the same for the same seed and another for another', () => {
    const draw = (seed: number) => drawMock(guide, { round: 'breadth', minutes: 45, seed }).map(({ id }) => id);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test('asks from the modules of its round, from warm-up to senior, no topic twice while there are others', () => {
    const questions = drawMock(guide, { round: 'breadth', minutes: 30, seed: 1 });
    expect(questions).toHaveLength(6);
    expect(questions.every(({ id }) => id.startsWith('classic-ml/'))).toBe(true);
    expect(questions[0]!.difficulty).toBe('warm-up');
    expect(questions.at(-1)!.difficulty).toBe('senior');
    expect(new Set(questions.map(({ parent }) => parent)).size).toBe(6);
    expect(
      drawMock(guide, { round: 'coding', minutes: 60, seed: 1 }).every(({ id }) => id.startsWith('ml-coding/')),
    ).toBe(true);
  });

  test('goes from easy to hard even where a level has run out', () => {
    const small = makeGuide({ behavioral: 2 });
    for (let seed = 0; seed < 50; seed++) {
      const drawn = drawMock(small, { round: 'behavioural', minutes: 60, seed });
      const levels = drawn.map(({ difficulty }) => ['warm-up', 'core', 'senior'].indexOf(difficulty));
      expect(levels).toEqual([0, 0, 1, 1, 2, 2]);
    }
  });

  test('has follow-ups of the same topic, as hard or harder, and asks nothing twice', () => {
    const drawn = drawMock(guide, { round: 'breadth', minutes: 30, seed: 3 });
    const asked = addFollowUps(guide, drawn);
    const all = asked.flatMap(({ question, followUps }) => [question, ...followUps]);
    expect(new Set(all).size).toBe(all.length);
    const warm = asked[0]!;
    expect(warm.followUps).toEqual([
      warm.question.replace('warm-up', 'core'),
      warm.question.replace('warm-up', 'senior'),
    ]);
    expect(asked.at(-1)!.followUps).toEqual([]);
  });

  test('is about the subject and not about interviews', () => {
    const other = makeGuide({ orientation: 5, companies: 5, career: 5 });
    expect(drawMock(other, { round: 'breadth', minutes: 30, seed: 1 })).toEqual([]);
  });

  test('says of each answer what it means for memory', () => {
    expect(([0, 1, 2] as const).map(mockGrade)).toEqual(['again', 'hard', 'good']);
  });

  test('is empty when there is nothing to ask', () => {
    expect(drawMock(guide, { round: 'behavioural', minutes: 30, seed: 1 })).toEqual([]);
  });

  test('is summed up as Markdown', () => {
    const request = { round: 'breadth', minutes: 30, seed: 1 } as const;
    const [one, two] = drawMock(guide, request);
    const summary = mockSummary(guide, request, [
      { question: one!.id, score: 2, seconds: 65 },
      { question: two!.id, score: 0, seconds: 59.7 },
    ]);
    expect(summary).toContain('2 of 4 points (seed 1).');
    expect(summary).toContain('counts as a review');
    expect(summary).toContain(`| ${one!.title} | well | 1:05 |`);
    expect(summary).toContain(`(\`${two!.parent}\`)`);
    expect(summary).not.toContain(`(\`${one!.parent}\`)`);
    expect(summary).toContain(`| ${two!.title} | missed | 1:00 |`);
    expect(summary).toMatch(/[^\n]\n$/u);
  });
});
