import type { NodeId } from '@mlguide/core';
import { daysUntilNext, dueCards, type StudyEvent } from '@mlguide/study';

import type { Library } from '../library.ts';
import type { Stage } from '../screen/scene.ts';
import { isSentence } from '../sentence.ts';
import { whatIsAhead } from './ahead.ts';
import { GRADES, keepDue, refuseGrade, showAnswer, startReview, takeBack, takeGrade, type Review } from './review.ts';
import { newEvent, type StudyLog } from './study-log.ts';
import { count, inDays, localClock } from './words.ts';

/** What keys do to a session of due cards, and what of it the log keeps. */
export class ReviewSession {
  /** The session before its first card. */
  readonly first: Review;
  readonly #library: Library;
  readonly #log: StudyLog;
  readonly #stage: Stage<Review>;
  /** The event that could not be kept: tried again it is the same one, not a second. */
  #pending: StudyEvent | undefined;

  constructor(library: Library, log: StudyLog, stage: Stage<Review>) {
    this.#library = library;
    this.#log = log;
    this.#stage = stage;
    const { due, fresh } = dueCards(library.guide, log.state, Date.now(), localClock);
    this.first = this.#prepare(startReview(due, fresh, log.remark));
  }

  /** The session when the reader comes back to it: another program may have graded some of its cards. */
  wake(review: Review): Review {
    try {
      if (!this.#log.refresh()) return review;
      const { due, fresh } = dueCards(this.#library.guide, this.#log.state, Date.now(), localClock);
      return this.#prepare(keepDue(review, new Set([...due, ...fresh])));
    } catch (error) {
      return refuse(review, error);
    }
  }

  /** The session after a key. */
  key(before: Review, key: string): Review | 'leave' | undefined {
    const review = this.wake(before);
    // A key that means nothing may still have brought news from the log.
    const unused = review === before ? undefined : review;
    if (key === 'q' || key === 'escape') return 'leave';
    if (key === 'u' && review.graded.length > 0) return this.#undo(review);
    const [question] = review.queue;
    if (question === undefined) return key === 'enter' ? 'leave' : unused;
    if (review.isShown) return this.#grade(review, question, key) ?? unused;
    if (key !== 'enter' && key !== 'space') return unused;
    return showAnswer(review, this.#intervals(question));
  }

  /** What stays on the ordinary screen afterwards. */
  farewell({ graded }: Review): string {
    return `${graded.length === 0 ? '' : `${count(graded.length, 'answer')} graded. `}${this.#ahead()}\n`;
  }

  #grade(review: Review, question: NodeId, key: string): Review | undefined {
    const chosen = GRADES.find((one) => one.key === key);
    if (chosen === undefined) return undefined;
    const { grade, word } = chosen;
    const before = this.#pending;
    const isRetry = before?.type === 'question-graded' && before.question === question && before.grade === grade;
    const event = isRetry ? before : newEvent({ type: 'question-graded', question, grade }, Date.now());
    const problem = this.#keep(review, event);
    if (problem !== undefined) return problem;
    const days = review.intervals?.[grade] ?? 0;
    const when = days <= 0 ? 'comes again in a moment' : `comes again in ${inDays(days)}`;
    return this.#prepare(takeGrade(review, grade, event.id, `${word[0]!.toUpperCase()}${word.slice(1)}: ${when}.`));
  }

  #undo(review: Review): Review {
    const { question, event } = review.graded.at(-1)!;
    const problem = this.#keep(review, newEvent({ type: 'grade-undone', question, event }, Date.now()));
    return problem ?? this.#prepare(takeBack(review, this.#intervals(question)));
  }

  /* On the disk first: what the screen says is kept, is kept. */
  #keep(review: Review, event: StudyEvent): Review | undefined {
    this.#pending = event;
    try {
      this.#log.append(event);
      this.#pending = undefined;
      return undefined;
    } catch (error) {
      return refuse(review, error);
    }
  }

  #prepare(review: Review): Review {
    // The answer after this one is loaded already when its question comes.
    for (const id of review.queue.slice(0, 2)) if (!review.answers.has(id)) this.#load(id);
    // Said at the end only: to look at every review of a long log takes longer than a key may.
    return review.queue.length === 0 ? { ...review, ahead: this.#ahead() } : review;
  }

  #load(id: NodeId): void {
    this.#library
      .loadBody(id)
      .then(
        (body) =>
          this.#stage.update((review) => ({ ...review, answers: new Map(review.answers).set(id, body ?? null) })),
        this.#stage.fail,
      );
  }

  #intervals(question: NodeId) {
    return daysUntilNext(this.#log.state, question, Date.now(), localClock);
  }

  #ahead(): string {
    return whatIsAhead(this.#library.guide, this.#log.state, Date.now(), localClock);
  }
}

function refuse(review: Review, error: unknown): Review {
  if (!isSentence(error)) throw error;
  return refuseGrade(review, error.message);
}
