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
import type { Body, Guide, GuideNode, GuideSearch, SearchHit, Topic } from '@mlguide/core';

import data from './guide.json' with { type: 'json' };
import type { NodeId, TopicId } from './ids.js';
import type { Page } from './page.ts';
import { loaders } from './loaders.js';

export type { NodeId, TopicId } from './ids.js';
export type { AnsweredQuestion, Page } from './page.ts';
export type * from '@mlguide/core';

/** An id that an editor completes; any other string is allowed too, as it may come from a reader. */
export type AnyTopicId = TopicId | (string & Record<never, never>);
/** The id of any node, completed by an editor; any other string is allowed too. */
export type AnyNodeId = NodeId | (string & Record<never, never>);

/** The whole guide without its prose. */
export const guide: Guide = data as unknown as Guide;

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
  const load = Object.hasOwn(loaders, key) ? loaders[key] : undefined;
  return load ? (await load()).default : undefined;
}

/** The prose of a page, the answer of a question, or the opening of the guide (`''`); nothing if there is none. */
export async function loadBody(id: AnyNodeId): Promise<Body | undefined> {
  return (await loadProse(id))?.body ?? undefined;
}

/** The same as Markdown. */
export async function loadMarkdown(id: AnyNodeId): Promise<string | undefined> {
  return (await loadProse(id))?.markdown;
}

async function loadProse(id: string): Promise<{ body: Body | null; markdown: string } | undefined> {
  const node = id === '' ? undefined : getNode(id);
  if (node?.kind !== 'question') return loadPage(id);
  const page = node.parent === null ? undefined : await loadPage(node.parent);
  return page?.questions.find(({ question }) => question.id === node.id);
}

let search: Promise<GuideSearch> | undefined;

/** The best hits for what somebody typed, best first; see `SearchHit`. The index is read at the first call. */
export async function searchGuide(text: string, most?: number): Promise<SearchHit[]> {
  search ??= import('./search.json', { with: { type: 'json' } }).then(({ default: index }) =>
    core.openSearch(JSON.stringify(index)),
  );
  return (await search).search(text, most);
}
