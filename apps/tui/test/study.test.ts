import { beforeAll, describe, expect, test } from 'vitest';
import { questionsOf, type Body, type Guide, type Inline } from '@mlguide/core';
import { addFollowUps } from '@mlguide/study';

import { readCount } from '../src/marks.ts';
import { drawView, type View } from '../src/screen/draw.ts';
import { askedNow, followUpsLeft, mockKey, secondsLeft, startMock, type Mock } from '../src/study/mock.ts';
import { mockView } from '../src/study/mock-view.ts';
import { remarkOn } from '../src/study/remark.ts';
import { keepDue, refuseGrade, showAnswer, startReview, takeBack, takeGrade } from '../src/study/review.ts';
import { reviewView } from '../src/study/review-view.ts';
import { takeKnown, type SelfCheck } from '../src/study/self-check.ts';
import { progressLines, progressWords, statisticsLines, statisticsWords } from '../src/study/stats.ts';
import { clockTime, dayName, inDays } from '../src/study/words.ts';
import { lineText, lineWidth } from '../src/typeset/line.ts';
import { openFixture } from './guide-fixture.ts';

let guide: Guide;
beforeAll(async () => {
  guide = (await openFixture()).guide;
});

const INTERVALS = { again: 0, hard: 2, good: 4, easy: 90 };

function shown(view: View, columns = 80, rows = 24): string {
  const { lines } = drawView(view, columns, rows, 0);
  expect(lines).toHaveLength(rows);
  for (const line of lines) expect(lineWidth(line)).toBe(columns);
  return lines.map((line) => lineText(line).trimEnd()).join('\n');
}

describe('a session of cards', () => {
  test('asks, shows the answer with the interval of each grade, and goes on', () => {
    const [first, second] = questionsOf(guide).map(({ id }) => id) as [string, string];
    let review = startReview([first], [second], '');
    expect(shown(reviewView(guide, review))).toContain('Enter show the answer');
    review = showAnswer(review, INTERVALS);
    expect(shown(reviewView(guide, review))).toContain(
      '1 again today   2 hard 2 days   3 good 4 days   4 easy 3 months',
    );
    review = takeGrade(review, 'good', 'e1', 'Good.');
    expect(review).toMatchObject({ queue: [second], isShown: false });
    expect(shown(reviewView(guide, review))).toContain('1 done, 1 to go');
    expect(shown(reviewView(guide, { ...takeGrade(review, 'easy', 'e2', ''), ahead: 'Nothing left.' }))).toContain(
      'Nothing left.',
    );
  });

  test('what was forgotten comes again at the end, until it is known', () => {
    let review = takeGrade(startReview(['a', 'b'], [], ''), 'again', 'e1', '');
    expect(review.queue).toEqual(['b', 'a']);
    review = takeGrade(review, 'good', 'e2', '');
    review = takeGrade(review, 'hard', 'e3', '');
    expect(review.queue).toEqual([]);
    expect(review.graded).toHaveLength(3);
  });

  test('a grade that was taken back shows the card again, its answer open, as often as there are grades', () => {
    let review = takeGrade(startReview(['a', 'b'], [], ''), 'again', 'e1', '');
    review = takeGrade(review, 'good', 'e2', '');
    review = takeGrade(review, 'easy', 'e3', '');
    expect(review.queue).toEqual([]);
    expect(shown(reviewView(guide, review))).toContain('u undo');
    review = takeBack(review, INTERVALS);
    expect(review).toMatchObject({ queue: ['a'], isShown: true, notice: 'Easy is taken back: grade it anew.' });
    expect(review.again.has('a')).toBe(true);
    review = takeBack(takeBack(review, INTERVALS), INTERVALS);
    expect(review).toMatchObject({ queue: ['a', 'b'], graded: [] });
    expect(review.again.size).toBe(0);
    expect(takeBack(review, INTERVALS)).toBe(review);
    expect(shown(reviewView(guide, review))).not.toContain('undo');
  });

  test('a grade that could not be kept leaves the card where it is', () => {
    const review = refuseGrade(showAnswer(startReview(['a'], [], ''), INTERVALS), 'The disk is full.');
    expect(review).toMatchObject({ queue: ['a'], graded: [], isShown: true, isProblem: true });
  });

  test('cards graded elsewhere go; the one whose answer is open stays', () => {
    const review = startReview(['a', 'b', 'c'], [], '');
    expect(keepDue(review, new Set(['c']))).toMatchObject({ queue: ['c'], notice: '2 cards were graded elsewhere.' });
    expect(keepDue(showAnswer(review, INTERVALS), new Set(['c'])).queue).toEqual(['a', 'c']);
    expect(keepDue(review, new Set(['a', 'b', 'c']))).toBe(review);
  });

  test.each([
    [20, 6],
    [40, 10],
    [80, 24],
    [300, 100],
    [5, 3],
    [1, 1],
  ])('fits %i × %i, with every grade in sight from 20 × 12 on', (columns, rows) => {
    const id = questionsOf(guide)[0]!.id;
    const review = showAnswer(startReview([id], [], ''), INTERVALS);
    const text = shown(reviewView(guide, review), columns, rows);
    if (columns < 20 || rows < 10) return;
    for (const word of ['again', 'hard', 'good', 'easy']) expect(text).toContain(word);
  });

  test('a sentence about a problem is never cut', () => {
    const problem =
      'The study log /home/somebody/with/a/long/path/mlguide/study.jsonl cannot be written: the disk is full.';
    const text = shown(reviewView(guide, refuseGrade(startReview(['a'], [], ''), problem)), 40, 12);
    expect(text.replace(/\s+/g, '')).toContain(problem.replace(/\s+/g, ''));
  });
});

describe('a mock interview', () => {
  const request = { round: 'breadth', minutes: 30, seed: 1 } as const;
  const begin = (): Mock => {
    const drawn = questionsOf(guide).slice(0, 2);
    return mockKey(startMock(request, addFollowUps(guide, drawn)), 'enter', 1_000_000)!;
  };
  const press = (mock: Mock, keys: string[], now: number) =>
    keys.reduce((at, key) => mockKey(at, key, now) ?? at, mock);

  test('asks one question at a time and times each', () => {
    let mock = begin();
    const first = askedNow(mock)!;
    expect(mockKey(mock, '3', 1_010_000)).toBeUndefined();
    mock = press(mock, ['enter', '2'], 1_065_000);
    expect(mock.answers).toEqual([{ question: first, score: 1, seconds: 65 }]);
    mock = press(mock, ['enter', '3'], 1_100_000);
    expect(mock.ended).toBe(1_100_000);
    const text = shown(mockView(guide, mock, 9_000_000, undefined));
    expect(text).toContain('3 of 4 points in 2 of 2 questions.');
    expect(text).toContain('28:20 left');
    expect(text).toContain('Read next');
  });

  test('a follow-up is of the same topic and asked only of those who want it', () => {
    const drawn = questionsOf(guide)
      .filter(({ parent }) => questionsOf(guide, parent!).length > 1)
      .slice(0, 1);
    let mock = mockKey(startMock(request, addFollowUps(guide, drawn)), 'enter', 0)!;
    expect(followUpsLeft(mock)).toBeGreaterThan(0);
    mock = press(mock, ['enter', 'f'], 0);
    const asked = askedNow(mock)!;
    expect(guide.nodes[asked]!.parent).toBe(drawn[0]!.parent);
    expect(asked).not.toBe(drawn[0]!.id);
    expect(press(mock, ['enter', '3'], 5000).answers).toEqual([{ question: drawn[0]!.id, score: 2, seconds: 5 }]);
  });

  test('the follow-ups of an answer are asked one by one before it is shown', () => {
    const text = (value: string) => ({ type: 'text', value }) as const;
    const followUp: Inline = { type: 'emphasis', children: [text('Follow-up:')] };
    const body: Body = {
      type: 'root',
      children: [
        { type: 'paragraph', children: [text('Because.')] },
        { type: 'paragraph', children: [followUp, text(' by which norm? The smaller one.')] },
      ],
    };
    const begun = begin();
    let mock = { ...begun, bodies: new Map([[askedNow(begun)!, body]]) };
    expect(shown(mockView(guide, mock, 0, undefined))).toContain('Enter the follow-up');
    mock = press(mock, ['enter'], 0) as typeof mock;
    expect(shown(mockView(guide, mock, 0, undefined))).toContain('Follow-up: by which norm?');
    expect(shown(mockView(guide, mock, 0, undefined))).not.toMatch(/The smaller one|Because/);
    mock = press(mock, ['enter'], 0) as typeof mock;
    expect(shown(mockView(guide, mock, 0, undefined))).toMatch(/Because[^]*The smaller one/);
  });

  test('the clock goes on below nothing, and e ends', () => {
    const mock = begin();
    expect(secondsLeft(mock, 1_000_000 + 31 * 60_000)).toBe(-60);
    expect(shown(mockView(guide, mock, 1_000_000 + 31 * 60_000, undefined))).toContain('1:00 over');
    expect(mockKey(mock, 'e', 2_000_000)?.ended).toBe(2_000_000);
  });
});

test('a self-check keeps the mean of each module', () => {
  const questions = [
    { module: 'a', question: 'a/1' },
    { module: 'a', question: 'a/2' },
    { module: 'b', question: 'b/1' },
  ];
  const check: SelfCheck = { questions, known: [], isShown: true, answers: new Map(), notice: '', isProblem: false };
  const one = takeKnown(check, 1);
  expect(one.done).toBeUndefined();
  const two = takeKnown(one.next, 0.5);
  expect(two.done).toEqual({ module: 'a', known: 0.75 });
  expect(takeKnown(two.next, 0).done).toEqual({ module: 'b', known: 0 });
});

test('statistics are bars with numbers, and sentences that say the same', () => {
  const days = (counts: number[]) =>
    counts.map((count, index) => ({ day: `2026-11-${String(9 + index).padStart(2, '0')}`, count }));
  const statistics = {
    retention: 0.9,
    retentionOf: 10,
    retentionInMocks: 3,
    past: days([0, 4, 2]),
    ahead: days([0, 0, 0]),
    streak: 2,
  };
  const text = statisticsLines(statistics, 60).map((line) => lineText(line).trimEnd());
  expect(text).toContain('Tue 10 Nov  4 ████████████████████████████████████████');
  expect(text).toContain('Wed 11 Nov  2 ████████████████████');
  expect(text).toContain('Mon 9 Nov   0');
  expect(statisticsWords(statistics, '2026-11-10')).toEqual([
    'Retention: 90 %, of 10 answers to questions asked before, 3 of them in mock interviews. Streak: 2 days in a row.',
    'The last two weeks: 6 cards, most of them today, 4.',
    'The next two weeks: none.',
  ]);
});

test('progress of each module is a bar with numbers, and sentences that say the same', () => {
  const progress = [
    { module: 'basics', topics: 4, read: 1, questions: 9, seen: 2 },
    { module: 'advanced', topics: 2, read: 0, questions: 0, seen: 0 },
  ];
  const lines = progressLines(guide, progress, 60).map((line) => lineText(line).trimEnd());
  expect(lines.slice(1)).toEqual([
    'Topics read',
    `${'Basics'.padEnd(30)}  1 of 4  ━━━━━${'┄'.repeat(15)}`,
    `${'Advanced'.padEnd(30)}  0 of 2  ${'┄'.repeat(20)}`,
  ]);
  expect(progressWords(guide, progress)).toEqual([
    'Basics: 1 of 4 topics read, 2 of 9 questions seen.',
    'Not begun: 1 module.',
  ]);
});

test('topics read are counted in all that holds them', () => {
  const read = new Set(['basics/shapes/blocks', 'gone', 'basics']);
  expect(['', 'basics', 'basics/shapes', 'advanced'].map((id) => readCount(guide, read, id))).toEqual([1, 1, 1, 0]);
});

test('says in one sentence which lines of a log were not understood', () => {
  expect(remarkOn([])).toBe('');
  expect(remarkOn([{ line: '{', number: 7, kind: 'torn' }])).toBe(
    'Line 7 of the study log is torn and set aside: all else was read.',
  );
  expect(remarkOn([{ line: '{}', number: 1, kind: 'unknown' }])).toContain(
    'written by a newer mlguide: kept, but not counted.',
  );
});

test('says times and days as readers do', () => {
  expect([0, 1, 59, 90, 365, 800].map(inDays)).toEqual([
    'today',
    '1 day',
    '59 days',
    '3 months',
    '1 year',
    '2.2 years',
  ]);
  expect([0, 65, -5].map(clockTime)).toEqual(['0:00', '1:05', '−0:05']);
  expect(dayName('2026-11-22')).toBe('Sun 22 Nov');
});
