import type { Guide, NodeId } from '@mlguide/core';

import type { Role } from './events.ts';

/*
 * What each role is asked first, by the ids of modules. A guide may have fewer of them, and it may have others: those come
 * behind these, in reading order, and before what stands last.
 */
const ORDER: Record<Role, string[]> = {
  'ml-engineer': [
    'orientation',
    'classic-ml',
    'ml-coding',
    'system-design',
    'deep-learning',
    'general-coding',
    'mlops',
    'llm',
    'ml-depth',
    'behavioral',
  ],
  'applied-scientist': [
    'orientation',
    'classic-ml',
    'deep-learning',
    'math',
    'llm',
    'ml-depth',
    'ml-coding',
    'experimentation',
    'system-design',
    'behavioral',
  ],
  'research-scientist': [
    'orientation',
    'deep-learning',
    'math',
    'llm',
    'ml-depth',
    'classic-ml',
    'multimodal',
    'rl',
    'ml-coding',
    'behavioral',
  ],
  'data-scientist': ['orientation', 'classic-ml', 'math', 'experimentation', 'ml-coding', 'behavioral', 'ml-depth'],
  'ai-engineer': [
    'orientation',
    'llm',
    'rag-agents',
    'deep-learning',
    'system-design',
    'ml-coding',
    'mlops',
    'nlp-speech',
    'classic-ml',
    'responsible',
    'behavioral',
  ],
};
/* What nobody is asked in a round. */
const LAST = ['companies', 'career'];

/** The modules of a guide in the order in which a role needs them. */
export function rankModules(guide: Guide, role: Role): NodeId[] {
  const has = (module: string) => guide.modules.includes(module);
  const first = ORDER[role].filter(has);
  const last = LAST.filter(has);
  return [...first, ...guide.modules.filter((module) => !first.includes(module) && !last.includes(module)), ...last];
}
