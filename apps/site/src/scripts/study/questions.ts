/** Questions and answers, fetched one module at a time. */
import type { Guide, NodeId } from '@mlguide/core';

import type { StudyQuestion } from '../../study-questions.ts';
import { placeOfPage, questionFragment } from '../../url.ts';
import { make } from './dom.ts';
import { addressOf, loadJson } from './page.ts';

const modules = new Map<NodeId, Promise<Record<NodeId, StudyQuestion>>>();

/** The answer of a question and its follow-ups. Fetches its module, once; a failed attempt may be repeated. */
export async function loadQuestion(guide: Guide, id: NodeId): Promise<StudyQuestion> {
  const top = topOf(guide, id);
  let module = modules.get(top);
  if (!module) {
    const path = `study/questions/${top.split('/').map(encodeURIComponent).join('/')}.json`;
    modules.set(top, (module = loadJson<Record<NodeId, StudyQuestion>>(path)));
    module.catch(() => modules.delete(top));
  }
  const question = (await module)[id];
  if (!question) throw new Error(`Unexpected question \`${id}\` without an answer in the file of its module`);
  return question;
}

/** The node at the top of the guide that a node stands in. */
function topOf(guide: Guide, id: NodeId): NodeId {
  let top = id;
  for (let parent = guide.nodes[top]?.parent; parent; parent = guide.nodes[top]?.parent) top = parent;
  return top;
}

/** Prose that our own build made, as it stands on the page of its topic. */
export function makeProse(html: string): HTMLElement {
  const prose = make('div', { class: 'prose' });
  prose.innerHTML = html;
  return prose;
}

/** One line of such prose. */
export function makeLine(html: string, tag: 'p' | 'h3' = 'p'): HTMLElement {
  const line = make(tag);
  line.innerHTML = html;
  return line;
}

/** An answer with its follow-ups, all at once. */
export function makeAnswer({ answer, followUps }: StudyQuestion): HTMLElement {
  const prose = makeProse(answer);
  for (const followUp of followUps) {
    prose.append(makeLine(`<em>Follow-up:</em> ${followUp.asks} ${followUp.answer}`));
  }
  return prose;
}

/** A link to a topic, or whatever else has a page. */
export function linkToPage(guide: Guide, id: NodeId): HTMLAnchorElement {
  return make('a', { href: addressOf(placeOfPage(id)) }, guide.nodes[id]?.title ?? id);
}

/** A link to the place where a question stands. */
export function linkToQuestion(guide: Guide, id: NodeId, text: string): HTMLAnchorElement {
  const place = placeOfPage(guide.nodes[id]?.parent ?? id);
  return make('a', { href: `${addressOf(place)}#${encodeURIComponent(questionFragment({ id }))}` }, text);
}
