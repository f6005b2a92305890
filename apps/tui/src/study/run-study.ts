import type { NodeId } from '@mlguide/core';
import { daysUntilNext, dueCards, type StudyEvent } from '@mlguide/study';

import { openOwnGuide } from '../guide.ts';
import { runScene, type Stage } from '../screen/scene.ts';
import { isSentence } from '../sentence.ts';
import type { Theme } from '../theme.ts';
import { whatIsAhead } from './ahead.ts';
import { GRADES, keepDue, refuseGrade, showAnswer, startReview, takeGrade, type Review } from './review.ts';
import { reviewView } from './review-view.ts';
import { newEvent, StudyLog } from './study-log.ts';
import { count, inDays, localClock } from './words.ts';

/** Asks the questions that are due, on a screen of its own, and keeps every grade. */
export function runStudy(path: string, theme: Theme, widest: number | undefined): Promise<never> {
  return runScene<Review>(theme, async (stage) => openReview(stage, path), widest);
}

async function openReview(stage: Stage<Review>, path: string) {
  const library = await openOwnGuide();
  const { guide } = library;
  const log = new StudyLog(path, guide);
  const now = () => Date.now();
  const clock = localClock(now());
  const ahead = () => whatIsAhead(guide, log.state, now(), clock);
  const session = dueCards(guide, log.state, now(), clock);
  /** The grade that could not be kept: tried again it is the same event, not a second one. */
  let pending: StudyEvent | undefined;

  const load = (ids: readonly NodeId[]) => {
    for (const id of ids) {
      library
        .loadBody(id)
        .then(
          (body) => stage.update((review) => ({ ...review, answers: new Map(review.answers).set(id, body ?? null) })),
          stage.fail,
        );
    }
  };
  const prepare = (review: Review): Review => {
    // The answer after this one is loaded already when its question comes.
    load(review.queue.slice(0, 2).filter((id) => !review.answers.has(id)));
    // Said at the end only: to look at every review of a long log takes longer than a key may.
    return review.queue.length === 0 ? { ...review, ahead: ahead() } : review;
  };
  const wake = (review: Review): Review => {
    try {
      if (!log.refresh()) return review;
      const { due, fresh } = dueCards(guide, log.state, now(), clock);
      return prepare(keepDue(review, new Set([...due, ...fresh])));
    } catch (error) {
      if (!isSentence(error)) throw error;
      return refuseGrade(review, error.message);
    }
  };
  const grade = (review: Review, key: string): Review | undefined => {
    const chosen = GRADES.find((one) => one.key === key);
    const [question] = review.queue;
    if (chosen === undefined || question === undefined) return undefined;
    const isRetry =
      pending?.type === 'question-graded' && pending.question === question && pending.grade === chosen.grade;
    const event = isRetry ? pending! : newEvent({ type: 'question-graded', question, grade: chosen.grade }, now());
    pending = event;
    try {
      // On the disk first: what the screen says is kept, is kept.
      log.append(event);
    } catch (error) {
      if (!isSentence(error)) throw error;
      return refuseGrade(review, error.message);
    }
    pending = undefined;
    const days = review.intervals?.[chosen.grade] ?? 0;
    const when = days <= 0 ? 'comes again in a moment' : `comes again in ${inDays(days)}`;
    return prepare(
      takeGrade(review, chosen.grade, `${chosen.word[0]!.toUpperCase()}${chosen.word.slice(1)}: ${when}.`),
    );
  };

  return {
    first: prepare(startReview(session.due, session.fresh, log.remark)),
    view: (review: Review) => reviewView(guide, review),
    wake,
    key(before: Review, key: string) {
      const review = wake(before);
      // A key that means nothing may still have brought news from the log.
      const unused = review === before ? undefined : review;
      if (key === 'q' || key === 'escape') return 'leave' as const;
      const [question] = review.queue;
      if (question === undefined) return key === 'enter' ? ('leave' as const) : unused;
      if (review.isShown) return grade(review, key) ?? unused;
      if (key !== 'enter' && key !== 'space') return unused;
      return showAnswer(review, daysUntilNext(log.state, question, now(), clock));
    },
    farewell: ({ graded }: Review) => ({
      text: `${graded.length === 0 ? '' : `${count(graded.length, 'answer')} graded. `}${ahead()}\n`,
    }),
  };
}
