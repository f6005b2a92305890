import type { Bodies, Block, Code } from '../body.ts';
import { Names } from '../nearest.ts';
import { walk } from '../walk.ts';
import type { Guide, GuideNode, NodeId, Topic } from '../types.ts';
import { walkDrafts, type Draft } from './draft.ts';
import { declaresTopic } from './frontmatter.ts';
import { startOf, type Reporter, type RuleSettings } from './messages.ts';

interface Checked {
  guide: Guide;
  bodies: Bodies;
  /** The drafts of which the guide was made. */
  top: Draft;
  reporter: Reporter;
  publishedIds: readonly string[];
  settings: RuleSettings;
}

/** A topic has at least this many words before its questions. */
const MIN_WORDS = 250;

/** The rules that need the whole tree. */
export function checkGuide({ guide, bodies, top, reporter, publishedIds, settings }: Checked): void {
  const names = new Names(Object.keys(guide.nodes));
  // Silent unless switched on, and then there is one message or more for most topics of a young guide.
  const prose = PROSE_RULES.some((rule) => settings[rule] !== undefined);
  checkAnswers(guide, top.children, reporter);
  for (const source of walkDrafts(top)) {
    if (source === top) continue;
    const node = guide.nodes[source.id]!;
    checkEmpty(node, source.heading, reporter);
    checkAnswers(guide, source.children, reporter);
    if (node.kind !== 'topic') continue;
    checkNamed(guide, node, source, names, reporter);
    if (prose && declaresTopic(source.frontmatter)) checkProse(guide, node, bodies[node.id]?.children ?? [], reporter);
  }
  checkCycles(guide, reporter);
  checkPublished(guide, publishedIds, names, reporter);
}

function checkEmpty(node: GuideNode, heading: boolean, reporter: Reporter): void {
  if (!isEmpty(node) || !heading || node.kind === 'question' || node.kind === 'resource') return;
  reporter.report('empty-topic', `Unexpected ${node.kind} without text: \`${node.title}\``, node.span, node.id);
}

function isEmpty(node: GuideNode): boolean {
  return node.status !== 'tbd' && node.body === null && node.children.length === 0;
}

/* A list of questions of which none has an answer is meant to be one: a single message says so. */
function checkAnswers(guide: Guide, siblings: readonly Draft[], reporter: Reporter): void {
  const questions = siblings.filter(({ kind }) => kind === 'question');
  const open = questions.map(({ id }) => guide.nodes[id]!).filter(isEmpty);
  if (open.length === 0) return;
  const more = open.length > 1 && open.length === questions.length ? open.length - 1 : 0;
  for (const node of more > 0 ? open.slice(0, 1) : open) {
    const what = more > 0 ? 'questions without answers' : 'question without answer';
    const reason = `Unexpected ${what}: \`${node.title}\`${more > 0 ? ` and ${more} more beside it` : ''}`;
    reporter.report('question-without-answer', reason, node.span, node.id);
  }
}

function checkNamed(guide: Guide, topic: Topic, source: Draft, names: Names, reporter: Reporter): void {
  for (const key of ['prerequisites', 'related'] as const) {
    if (topic[key].length === 0) continue;
    topic[key].forEach((id, index) => {
      if (Object.hasOwn(guide.nodes, id)) return;
      const near = names.nearest(id);
      const hint = near === undefined ? '' : `, did you mean \`${near}\`?`;
      const at = source.file.places[key]?.[index] ?? topic.span;
      reporter.report(
        'unknown-topic',
        `Unexpected id \`${id}\` in \`${key}\`, which does not exist${hint}`,
        at,
        topic.id,
      );
    });
  }
}

/** Depth-first search with a stack of its own; each circle is reported once, at its first topic in reading order. */
function checkCycles(guide: Guide, reporter: Reporter): void {
  const done = new Set<NodeId>();
  for (const start of walk(guide)) {
    if (start.kind !== 'topic' || start.prerequisites.length === 0) continue;
    const path: NodeId[] = [];
    const onPath = new Set<NodeId>();
    const stack: { id: NodeId; leaving: boolean }[] = [{ id: start.id, leaving: false }];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at.leaving) {
        path.pop();
        onPath.delete(at.id);
        done.add(at.id);
        continue;
      }
      if (onPath.has(at.id)) {
        const circle = [...path.slice(path.indexOf(at.id)), at.id];
        const node = guide.nodes[at.id]!;
        const reason = `Unexpected circle of prerequisites: ${circle.map((id) => `\`${id}\``).join(' → ')}`;
        reporter.report('prerequisite-cycle', reason, node.span, node.id);
        continue;
      }
      const node = guide.nodes[at.id];
      if (done.has(at.id) || node?.kind !== 'topic') continue;
      path.push(at.id);
      onPath.add(at.id);
      stack.push({ id: at.id, leaving: true });
      for (const id of node.prerequisites) stack.push({ id, leaving: false });
    }
  }
}

function checkPublished(guide: Guide, publishedIds: readonly string[], names: Names, reporter: Reporter): void {
  for (const id of publishedIds) {
    if (Object.hasOwn(guide.nodes, id) || Object.hasOwn(guide.redirects, id)) continue;
    const near = names.nearest(id);
    const hint = near === undefined ? '' : `, perhaps \`${near}\``;
    const reason = `Unexpected loss of the id \`${id}\`, expected it in \`formerly:\` of its successor${hint}`;
    reporter.report('lost-id', reason, near === undefined ? startOf('index.md') : guide.nodes[near]!.span);
  }
}

const RUNNERS = /^(?:python run|python run numpy|typescript run|text output|text|mermaid)$/u;

const PROSE_RULES = ['topic-opening', 'topic-length', 'topic-questions', 'code-info'] as const;

/** The rules of a guide that is written out, for files that declare a topic; silent unless switched on. */
function checkProse(guide: Guide, topic: Topic, blocks: readonly Block[], reporter: Reporter): void {
  if (topic.status === 'tbd') return;
  const at = { ...topic.span, endLine: topic.span.line, endColumn: 1 };
  if (blocks[0]?.type !== 'paragraph') {
    reporter.report('topic-opening', `Unexpected start of \`${topic.title}\`, expected a paragraph`, at, topic.id);
  }
  const words = topic.body?.words ?? 0;
  if (words < MIN_WORDS && topic.format === 'prose') {
    const reason = `Unexpected length of ${words} words, expected at least ${MIN_WORDS}`;
    reporter.report('topic-length', reason, at, topic.id);
  }
  if (!topic.children.some((child) => guide.nodes[child]?.kind === 'question')) {
    reporter.report('topic-questions', `Unexpected topic without questions: \`${topic.title}\``, at, topic.id);
  }
  for (const block of blocks) {
    if (block.type !== 'code' || RUNNERS.test(infoOf(block))) continue;
    reporter.report(
      'code-info',
      `Unexpected info \`${infoOf(block)}\` of a block of code, expected what runs it`,
      at,
      topic.id,
    );
  }
}

function infoOf(code: Code): string {
  return [code.lang, code.meta].filter(Boolean).join(' ');
}
