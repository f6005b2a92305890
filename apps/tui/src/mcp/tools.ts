import {
  childrenOf,
  countGuide,
  getNode,
  isPage,
  moduleOf,
  nearestIds,
  questionsOf,
  type GuideNode,
  type Question,
  type QuestionDifficulty,
} from '@mlguide/core';

import { UsageError } from '../commands/command.ts';
import { findNode } from '../commands/find-node.ts';
import type { OwnLibrary } from '../library.ts';
import { readArguments, type Property } from './arguments.ts';

/** Something an assistant can ask of the guide. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  properties: Readonly<Record<string, Property>>;
  /** Answers with data, or with Markdown. `pick` chooses a number below another, for what is drawn by lot. */
  call: (library: OwnLibrary, given: Given, pick: (below: number) => number) => Promise<unknown>;
}

/** Arguments that were checked against the tool's properties. */
export type Given = Readonly<Record<string, string | number | undefined>>;

const DIFFICULTIES: readonly QuestionDifficulty[] = ['warm-up', 'core', 'senior'];
const OTHERWISE = 'Expected an id, as `search` and `list_modules` give them.';
const ID = 'an id, or the last part of one: `linear-regression`';

/** Every tool, in the order in which they are listed. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'search',
    title: 'Search the guide',
    description: 'Finds topics, sections and questions by title, short name and wording; forgives slips.',
    properties: {
      text: { type: 'string', description: 'what to look for', isNeeded: true },
      most: { type: 'integer', description: 'how many hits at the most', least: 1, most: 50, usual: 10 },
    },
    async call(library, { text, most }) {
      const hits = await library.search(text as string, most as number);
      return { hits: hits.map(({ id, kind, title, path }) => ({ id, kind, title, path })) };
    },
  },
  {
    name: 'get_topic',
    title: 'Read a topic',
    description:
      'A topic, section or module as Markdown, with its questions (without answers), resources and neighbours.',
    properties: { id: { type: 'string', description: ID, isNeeded: true } },
    async call(library, { id }) {
      const { guide } = library;
      const node = findNode(guide, id as string, ['module', 'section', 'topic'], OTHERWISE);
      return {
        ...facts(node),
        markdown: (await library.loadMarkdown(node.id)) ?? '',
        contents: node.children
          .map((child) => guide.nodes[child]!)
          .filter(isPage)
          .map(brief),
        questions: childrenOf(guide, node.id, 'question').map(asked),
        resources: childrenOf(guide, node.id, 'resource').map(({ title, url, authors, year, remark }) => ({
          title,
          url,
          authors,
          year,
          remark,
        })),
      };
    },
  },
  {
    name: 'list_modules',
    title: 'List the modules',
    description: 'The modules of the guide in reading order, with how much is in each.',
    properties: {},
    call({ guide }) {
      const counts = countGuide(guide).modules;
      return Promise.resolve({
        modules: guide.modules.map((id, index) => {
          const { sections, topics, questions } = counts[index]!;
          return { id, title: guide.nodes[id]!.title, sections, topics, questions };
        }),
      });
    },
  },
  {
    name: 'draw_question',
    title: 'Draw a question',
    description: 'An interview question by lot, without its answer: ask it, then grade with `grade_me`.',
    properties: {
      module: { type: 'string', description: 'the id of a module; else of any' },
      difficulty: { type: 'string', description: 'else of any', oneOf: DIFFICULTIES },
      seed: { type: 'integer', description: 'the same seed draws the same question', least: 0, most: 2 ** 32 - 1 },
    },
    call({ guide }, { module, difficulty, seed }, pick) {
      const from = module === undefined ? undefined : findNode(guide, module as string, ['module'], OTHERWISE).id;
      const pool = questionsOf(guide, from).filter(
        (question) => question.body !== null && (difficulty === undefined || question.difficulty === difficulty),
      );
      if (pool.length === 0) throw new UsageError('there are no such questions: leave out `difficulty` or `module`');
      // Knuth's multiplicative hash: seeds side by side are questions far apart.
      const at = seed === undefined ? pick(pool.length) : (Math.imul(seed as number, 2654435761) >>> 0) % pool.length;
      const question = pool[at]!;
      return Promise.resolve({
        ...asked(question),
        topic: question.parent === null ? null : brief(guide.nodes[question.parent]!),
        module: moduleOf(guide, question.id)?.id ?? null,
        outOf: pool.length,
      });
    },
  },
  {
    name: 'grade_me',
    title: 'A question with its answer',
    description: 'What is needed to grade an answer: the question, the answer of the guide as Markdown, and its topic.',
    properties: {
      question: { type: 'string', description: 'the id of a question, as `draw_question` gave it', isNeeded: true },
    },
    async call(library, { question: id }) {
      const { guide } = library;
      const node = getNode(guide, id as string);
      if (node?.kind !== 'question') {
        const near = nearestIds(
          guide,
          id as string,
          3,
          questionsOf(guide).map((one) => one.id),
        );
        throw new UsageError(
          `no question \`${id as string}\`, expected the id of a question. ${near.length === 0 ? '`draw_question` gives one' : `The nearest: ${near.map((one) => `\`${one}\``).join(', ')}`}`,
        );
      }
      return {
        ...asked(node),
        answer: (await library.loadMarkdown(node.id)) ?? '',
        topic: node.parent === null ? null : brief(guide.nodes[node.parent]!),
        grades: ['again', 'hard', 'good', 'easy'],
      };
    },
  },
];

/** Answers a call of a tool. @throws {UsageError} if there is no such tool, or its arguments are wrong. */
export function callTool(
  library: OwnLibrary,
  name: string,
  given: unknown,
  pick: (below: number) => number,
): Promise<unknown> {
  const tool = TOOLS.find((one) => one.name === name);
  if (tool === undefined)
    throw new UsageError(`no tool \`${name}\`, expected ${TOOLS.map((one) => `\`${one.name}\``).join(', ')}`);
  return tool.call(library, readArguments(tool, given), pick);
}

function brief({ id, kind, title }: GuideNode): object {
  return { id, kind, title };
}

function asked({ id, title, difficulty }: Question): object {
  return { id, question: title, difficulty };
}

function facts(node: GuideNode): object {
  if (node.kind !== 'topic') return brief(node);
  const { difficulty, minutes, summary, prerequisites, related, status } = node;
  return { ...brief(node), difficulty, minutes, summary, prerequisites, related, status };
}
