/**
 * Texts made to bring a parser down. Each ends within a second on an idle machine; the limit here is generous, because
 * test machines are not idle, and still far below what any of them took before its guard: minutes, or for ever.
 */
import { Worker } from 'node:worker_threads';

import { afterAll, expect, test } from 'vitest';

import { HOSTILE } from './hostile.ts';

const LIMIT = 20_000;

interface Answer {
  rules?: string[];
  thrown?: string;
}

let worker = start();
afterAll(() => worker.terminate());

function start(): Worker {
  return new Worker(new URL('./hostile-worker.ts', import.meta.url));
}

async function parseWithLimit(text: string): Promise<Answer> {
  const answer = await new Promise<Answer>((resolve) => {
    const timer = setTimeout(() => resolve({ thrown: `no end within ${LIMIT / 1000} s` }), LIMIT);
    worker.once('message', (message: Answer) => {
      clearTimeout(timer);
      resolve(message);
    });
    worker.postMessage(text);
  });
  if (answer.thrown !== undefined) {
    await worker.terminate();
    worker = start();
  }
  return answer;
}

test.each(Object.entries(HOSTILE))('%s: ends, and throws nothing', async (_name, { text, rule }) => {
  const { thrown, rules } = await parseWithLimit(text());
  expect(thrown).toBeUndefined();
  if (rule) expect(rules).toContain(rule);
});
