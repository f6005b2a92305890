import { SCHEMA_VERSION, type Guide, type GuideNode, type QuestionDifficulty } from '@mlguide/core';

const body = { words: 10, codeBlocks: 0, formulas: 0, outline: [] };
const span = { file: 'x.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
const base = { anchors: [], status: 'ready' as const, tags: [], links: [], body, span };
const LEVELS: QuestionDifficulty[] = ['warm-up', 'core', 'senior'];

/** A guide with modules of topics of three questions each; topic `m/2` requires `m/1`, and so on. */
export function makeGuide(modules: Record<string, number>, minutes = 10): Guide {
  const nodes: Record<string, GuideNode> = {};
  for (const [module, topics] of Object.entries(modules)) {
    const ids = Array.from({ length: topics }, (_, index) => `${module}/${index + 1}`);
    nodes[module] = { ...base, kind: 'module', id: module, title: module, parent: null, children: ids };
    ids.forEach((id, index) => {
      const questions = LEVELS.map((level) => `${id}/${level}`);
      nodes[id] = {
        ...base,
        kind: 'topic',
        id,
        title: id,
        parent: module,
        children: questions,
        difficulty: 'core',
        summary: '',
        aliases: [],
        prerequisites: index === 0 ? [] : [ids[index - 1]!],
        related: [],
        minutes,
        format: 'prose',
      };
      questions.forEach((question, level) => {
        nodes[question] = {
          ...base,
          kind: 'question',
          id: question,
          title: `${question}?`,
          parent: id,
          children: [],
          difficulty: LEVELS[level]!,
        };
      });
    });
  }
  return {
    schemaVersion: SCHEMA_VERSION,
    title: 'Guide',
    modules: Object.keys(modules),
    nodes,
    redirects: {},
    body: null,
    links: [],
  };
}
