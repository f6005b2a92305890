/** The questions of a module with their answers as HTML: what a study page fetches when it first asks one of them. */
import { questionsOf, type Inline, type NodeId } from '@mlguide/core';
import { splitFollowUps } from '@mlguide/study';

import { addresses, guide, loadBody } from './guide.ts';
import { renderBody } from './render.ts';
import { questionFragment } from './url.ts';

/** One question, ready to show. */
export interface StudyQuestion {
  /** The answer, as HTML. */
  answer: string;
  /** What is asked next, each as HTML of a line: the question, and what to say to it. */
  followUps: { asks: string; answer: string }[];
}

/** The answered questions below a node at the top of the guide, by id. */
export async function studyQuestions(top: NodeId): Promise<Record<NodeId, StudyQuestion>> {
  const questions: Record<NodeId, StudyQuestion> = {};
  for (const question of questionsOf(guide, top)) {
    const body = await loadBody(question.id);
    if (!body) continue;
    const { answer, followUps } = splitFollowUps(body);
    const prefix = `${questionFragment(question)}-`;
    const options = { node: addresses.node, asset: addresses.asset, prefix, topRank: 3 };
    const line = (children: Inline[]) =>
      renderBody({ type: 'root', children: [{ type: 'paragraph', children }] }, options).replace(/^<p>|<\/p>\n$/g, '');
    questions[question.id] = {
      answer: renderBody(answer, options),
      followUps: followUps.map((followUp) => ({ asks: line(followUp.asks), answer: line(followUp.answer) })),
    };
  }
  return questions;
}
