import { questionsOf, topicsOf, type Guide, type NodeId } from '@mlguide/core';

import type { StudyState } from './state.ts';

/** How far a reader is in a module. */
export interface ModuleProgress {
  module: NodeId;
  /** Topics that can be read, and how many of them are. */
  topics: number;
  read: number;
  /** Questions that have an answer, and how many of them were asked at least once. */
  questions: number;
  seen: number;
}

/** How far the reader is, module by module. */
export function moduleProgress(guide: Guide, state: StudyState): ModuleProgress[] {
  return guide.modules.map((module) => {
    const topics = topicsOf(guide, module).filter(({ status }) => status === 'ready');
    const questions = questionsOf(guide, module).filter(({ body }) => body !== null);
    return {
      module,
      topics: topics.length,
      read: topics.filter(({ id }) => state.read.has(id)).length,
      questions: questions.length,
      seen: questions.filter(({ id }) => state.cards.has(id)).length,
    };
  });
}
