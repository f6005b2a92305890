import { setTimeout as delay } from 'node:timers/promises';

import { openOwnGuide } from '../guide.ts';
import type { Library } from '../library.ts';
import { runScene, type Stage } from '../screen/scene.ts';
import type { Theme } from '../theme.ts';
import type { Review } from './review.ts';
import { READING, reviewView } from './review-view.ts';
import { ReviewSession } from './session.ts';
import { StudyLog } from './study-log.ts';

/* How long the reader waits for a log before the screen says what it is waiting for. */
const PATIENCE = 60;

/** Asks the questions that are due, on a screen of its own, and keeps every grade. */
export function runStudy(path: string, theme: Theme, widest: number | undefined): Promise<never> {
  return runScene<Review | null>(theme, async (stage) => openReview(stage, path), widest);
}

/* The state is nothing while the log is read. */
async function openReview(stage: Stage<Review | null>, path: string) {
  const library = await openOwnGuide();
  let session: ReviewSession | undefined;
  const opening = openSession(library, path, stage).then((opened) => (session = opened));
  await Promise.race([opening, delay(PATIENCE)]);
  if (session === undefined) opening.then(({ first }) => stage.update((review) => review ?? first), stage.fail);

  return {
    first: session?.first ?? null,
    view: (review: Review | null) => (review === null ? READING : reviewView(library.guide, review)),
    wake: (review: Review | null) => (review === null ? review : session!.wake(review)),
    key(review: Review | null, key: string) {
      if (review === null) return key === 'q' || key === 'escape' ? ('leave' as const) : undefined;
      return session!.key(review, key);
    },
    farewell: (review: Review | null) => ({ text: review === null ? '' : session!.farewell(review) }),
  };
}

async function openSession(library: Library, path: string, stage: Stage<Review | null>): Promise<ReviewSession> {
  const log = await StudyLog.open(path, library.guide);
  const session: ReviewSession = new ReviewSession(library, log, {
    fail: stage.fail,
    update: (change) => stage.update((review) => change(review ?? session.first)),
  });
  return session;
}
