/**
 * Our guide in the shape of `@mlguide/content`, one topic of it changed as often as `BENCH_CHANGED` says. (What begins with
 * `MLGUIDE_` is a setting of the site: another one makes another bundle.)
 */
import { fileURLToPath } from 'node:url';

import { getTopic, topicsOf, type Body, type Guide, type NodeId } from '@mlguide/core';
import * as real from '@mlguide/content';

import { versionsOf, type Versions } from '../src/body-version.ts';

const changes = Number(process.env['BENCH_CHANGED'] ?? 0);
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

const realVersion = versionsOf(real, fileURLToPath(new URL('versions.json', import.meta.resolve('@mlguide/content'))));

/** The state of the prose of a node. */
export const bodyVersion: Versions = async (id) => {
  const version = await realVersion(id);
  return getTopic(real.guide, id)?.id === changed.id ? `${version} ${word}` : version;
};
