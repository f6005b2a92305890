import { writeFileSync } from 'node:fs';
import { addFollowUps, drawMock, mockGrade, mockSummary, type MockRequest } from '@mlguide/study';
import { appendToStudyFile } from '@mlguide/study/file';

import { UsageError } from '../commands/command.ts';
import { openOwnGuide } from '../guide.ts';
import { runScene, type Stage } from '../screen/scene.ts';
import { isSentence } from '../sentence.ts';
import type { Theme } from '../theme.ts';
import { cleanLines } from '../typeset/clean.ts';
import { cannotWrite } from './exchange.ts';
import { askedNow, mockKey, startMock, type Mock } from './mock.ts';
import { mockView } from './mock-view.ts';
import { newEvent } from './study-log.ts';

/** Where a mock interview leaves what came of it. */
export interface MockOptions {
  request: MockRequest;
  /** The study log: every answer counts as a review. */
  path: string;
  /** The file for the summary, if the reader wants one. */
  target: string | undefined;
}

/** Runs a mock interview on a screen of its own. */
export function runMock(options: MockOptions, theme: Theme, widest: number | undefined): Promise<never> {
  return runScene<Mock>(theme, (stage) => openMock(stage, options), widest);
}

async function openMock(stage: Stage<Mock>, { request, path, target }: MockOptions) {
  const library = await openOwnGuide();
  const { guide } = library;
  const drawn = drawMock(guide, request);
  if (drawn.length === 0) throw new UsageError(`--round ${request.round}: the guide has no questions for it yet`);

  const load = (mock: Mock): Mock => {
    const id = askedNow(mock);
    if (id !== undefined && !mock.bodies.has(id)) {
      library
        .loadBody(id)
        .then(
          (body) => stage.update((now) => ({ ...now, bodies: new Map(now.bodies).set(id, body ?? null) })),
          stage.fail,
        );
    }
    return mock;
  };
  /* Keeps an answer as soon as it is graded: nothing is lost if the rest of the interview is. */
  const keep = (before: Mock, after: Mock): Mock => {
    const answer = after.answers[before.answers.length];
    if (answer === undefined) return after;
    const grade = mockGrade(answer.score);
    const event = newEvent({ type: 'question-graded', question: answer.question, grade, origin: 'mock' }, Date.now());
    try {
      appendToStudyFile(path, [event]);
      return after;
    } catch (error) {
      if (!isSentence(error)) throw error;
      // The interview goes on: its clock does not wait for a disk.
      return { ...after, problem: error.message };
    }
  };

  return {
    first: load(startMock(request, addFollowUps(guide, drawn))),
    view: (mock: Mock) => mockView(guide, mock, Date.now(), target),
    isTicking: ({ began, ended }: Mock) => began !== null && ended === null,
    key(mock: Mock, key: string) {
      // In the middle of an interview only `e` ends it: a slip of a finger would cost it.
      const isLeaving = mock.began === null || mock.ended !== null;
      if (isLeaving && (key === 'q' || key === 'escape')) return 'leave' as const;
      if (mock.ended !== null && key === 'enter') return 'leave' as const;
      const next = mockKey(mock, key, Date.now());
      return next && load(keep(mock, next));
    },
    farewell({ answers }: Mock) {
      if (answers.length === 0) return { text: '' };
      const text = cleanLines(mockSummary(guide, request, answers));
      if (target === undefined) return { text };
      try {
        writeFileSync(target, text, { flag: 'wx', flush: true });
        return { text: `The summary is in ${target}.\n` };
      } catch (error) {
        return { text, problem: cannotWrite(target, error).message };
      }
    },
  };
}
