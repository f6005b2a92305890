/** Our guide in the shape of `@mlguide/content`, one topic of it changed as often as `MLGUIDE_CHANGED` says. */
import { getTopic, topicsOf, type Body, type Guide, type NodeId } from '@mlguide/core';
import * as real from '@mlguide/content';

const changes = Number(process.env['MLGUIDE_CHANGED'] ?? 0);
const topics = topicsOf(real.guide).filter(({ status }) => status === 'ready');
const changed = topics[Math.floor(topics.length / 2)]!;
const word = `changed ${changes}`;

/** The guide. */
export const guide: Guide = {
  ...real.guide,
  nodes: { ...real.guide.nodes, [changed.id]: { ...changed, title: `${changed.title}, ${word}` } },
};

/** The prose of a node. */
export async function loadBody(id: NodeId): Promise<Body | undefined> {
  const body = await real.loadBody(id);
  if (body === undefined || getTopic(real.guide, id)?.id !== changed.id) return body;
  return { ...body, children: [{ type: 'paragraph', children: [{ type: 'text', value: word }] }, ...body.children] };
}

/** The prose of a node as Markdown. */
export async function loadMarkdown(id: NodeId): Promise<string | undefined> {
  const text = await real.loadMarkdown(id);
  return text !== undefined && id === changed.id ? `${word}\n\n${text}` : text;
}
