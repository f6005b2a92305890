/**
 * How long a long log takes: prints ratios to `JSON.parse` of the same text, medians of interleaved rounds.
 */
import { applyEvent, computeState, dueCards, readLog, writeEvent, type Grade, type StudyEvent } from '../src/index.ts';
import { makeGuide } from '../test/guide.ts';

const REVIEWS = 100_000;
const ROUNDS = 7;
const clock = { utcOffset: 0 };
const guide = makeGuide({ 'classic-ml': 170, 'deep-learning': 170 });
const questions = Object.values(guide.nodes).filter((node) => node.kind === 'question');
const START = Date.parse('2024-01-01T12:00:00Z');
const GRADES: Grade[] = ['good', 'good', 'hard', 'easy', 'again', 'good'];

const events = Array.from({ length: REVIEWS }, (_, index): StudyEvent => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  at: START + index * 600_000,
  type: 'question-graded',
  question: questions[(index * 7919) % questions.length]!.id,
  grade: GRADES[index % GRADES.length]!,
}));
const text = events.map(writeEvent).join('');
const json = `[${events.map((event) => JSON.stringify(event)).join(',')}]`;
const now = START + REVIEWS * 600_000;

const times: Record<string, number[]> = { parse: [], due: [], one: [] };
for (let round = 0; round < ROUNDS; round++) {
  time('parse', () => JSON.parse(json) as unknown);
  const state = time('due', () => {
    const computed = computeState(readLog(text).events);
    dueCards(guide, computed, now, clock);
    return computed;
  });
  time('one', () => {
    for (let index = 0; index < 100; index++) {
      applyEvent(state, {
        id: `x${index}`,
        at: now + index,
        type: 'question-graded',
        question: questions[index]!.id,
        grade: 'good',
      });
    }
  });
}

const parse = median(times['parse']!);
const due = median(times['due']!);
console.log(
  `${REVIEWS.toLocaleString('en')} reviews, ${(text.length / 1e6).toFixed(1)} MB, medians of ${ROUNDS} rounds`,
);
console.log(`JSON.parse of the same            ${parse.toFixed(0).padStart(6)} ms`);
console.log(
  `load, compute, find what is due   ${due.toFixed(0).padStart(6)} ms   ${(due / parse).toFixed(1)} × JSON.parse`,
);
console.log(`one more review                   ${(median(times['one']!) / 100).toFixed(4).padStart(6)} ms`);

function time<T>(name: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  times[name]!.push(performance.now() - start);
  return result;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
