import { questionsOf, type Guide, type NodeId, type Question } from '@mlguide/core';

/**
 * The questions of a module by which a reader checks what is known of it: at most two, from different parts of the
 * module, of its middle difficulty as far as there are any.
 */
export function selfCheckQuestions(guide: Guide, module: NodeId): Question[] {
  const all = questionsOf(guide, module).filter((question) => question.body !== null);
  const core = all.filter(({ difficulty }) => difficulty === 'core');
  const pool = core.length >= 2 ? core : all;
  if (pool.length <= 2) return pool;
  return [pool[Math.floor(pool.length / 3)]!, pool[Math.floor((pool.length * 2) / 3)]!];
}
