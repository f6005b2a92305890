/**
 * The machine-learning interview guide as data.
 *
 * ```js
 * import { getTopic, loadBody } from '@mlguide/content';
 * getTopic('classic-ml/linear-models/linear-regression').title; // 'Linear regression'
 * ```
 *
 * @module
 */
import * as core from '@mlguide/core';
import type { Body, Guide, GuideNode, SearchHit, Topic } from '@mlguide/core';

import type { NodeId, TopicId } from './ids.js';
import type { Page } from './page.ts';
import { restoreGuide } from './restore-tree.ts';
import type { FlatTree } from './tree-format.ts';
import { lazily } from './lazily.ts';
import { tree } from './tree.js';

export type { NodeId, TopicId } from './ids.js';
export type { AnsweredQuestion, Page } from './page.ts';
export {
  ancestors,
  childrenOf,
  isPage,
  moduleOf,
  nodesOfKind,
  pagesOf,
  questionsOf,
  resourcesOf,
  topicsOf,
  walk,
} from '@mlguide/core';
export type * from '@mlguide/core';

/** An id that an editor completes; any other string is allowed too, as it may come from a reader. */
export type AnyTopicId = TopicId | (string & Record<never, never>);
/** The id of any node, completed by an editor; any other string is allowed too. */
export type AnyNodeId = NodeId | (string & Record<never, never>);

const GUIDE_KEYS = ['schemaVersion', 'title', 'modules', 'nodes', 'redirects', 'body', 'links'] as const;

/** The whole guide without its prose. It is read when somebody first looks into it. */
export const guide: Guide = lazily(GUIDE_KEYS, () => restoreGuide(JSON.parse(tree()) as FlatTree));

/** The topic with this id, or with this id in an earlier release; nothing if there is none. */
export function getTopic(id: TopicId): Topic;
export function getTopic(id: AnyTopicId): Topic | undefined;
export function getTopic(id: string): Topic | undefined {
  return core.getTopic(guide, id);
}

/** The node with this id, or with this id in an earlier release; nothing if there is none. */
export function getNode(id: AnyNodeId): GuideNode | undefined {
  return core.getNode(guide, id);
}

/** What a reader may mean by a name: the node with that id, else those whose id ends in it, topics first. */
export function findNodes(name: string): GuideNode[] {
  return core.findNodes(guide, name);
}

/** A page with its prose, its questions with their answers, and its resources; nothing for an id without a page. */
export async function loadPage(id: AnyNodeId): Promise<Page | undefined> {
  const node = getNode(id);
  const key = node?.id ?? id;
  const { loaders } = await import('./loaders.js');
  const load = Object.hasOwn(loaders, key) ? loaders[key] : undefined;
  return load ? (await load()).default : undefined;
}

/** The prose of a page, the answer of a question, or the opening of the guide (`''`); nothing if there is none. */
export async function loadBody(id: AnyNodeId): Promise<Body | undefined> {
  return (await loadProse(id))?.body ?? undefined;
}

/** The same as Markdown; a page without prose of its own has an empty one. */
export async function loadMarkdown(id: AnyNodeId): Promise<string | undefined> {
  const prose = await loadProse(id);
  if (!prose?.body) return prose && '';
  const { toMarkdown } = await import('./markdown.js');
  const node = getNode(id);
  return toMarkdown(prose.body, (node?.kind === 'question' ? node.parent : node?.id) ?? '', guide);
}

async function loadProse(id: string): Promise<{ body: Body | null } | undefined> {
  const node = id === '' ? undefined : getNode(id);
  if (node?.kind !== 'question') return loadPage(id);
  const page = node.parent === null ? undefined : await loadPage(node.parent);
  return page?.questions.find(({ question }) => question.id === node.id);
}

/** The best hits for what somebody typed, best first; see `SearchHit`. The index is read at the first call. */
export async function searchGuide(text: string, most?: number): Promise<SearchHit[]> {
  const { search } = await import('./search.js');
  return search.search(text, most);
}
