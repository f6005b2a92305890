import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { guide, loadBody } from '@mlguide/content';
import { digestBodies, type Bodies, type BodyDigests, type Guide, type GuideNode } from '@mlguide/core';

import { ROOT } from './workspace.ts';

/** A guide with the digests of its prose. */
export interface GuideVersion {
  guide: Guide;
  digests: BodyDigests;
}

/** The guide of the last release, which `content/src/promise.ts` wrote down; nothing before the first. */
export async function readReleased(): Promise<GuideVersion | undefined> {
  const file = join(ROOT, 'content/released.jsonl');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const [head, ...lines] = text.split('\n').filter(Boolean);
  const { digest, ...rest } = JSON.parse(head!) as Omit<Guide, 'nodes'> & { digest?: string };
  const released: GuideVersion = { guide: { ...rest, nodes: {} }, digests: digest === undefined ? {} : { '': digest } };
  for (const line of lines) {
    const { digest, ...node } = JSON.parse(line) as GuideNode & { digest?: string };
    released.guide.nodes[node.id] = node as GuideNode;
    if (digest !== undefined) released.digests[node.id] = digest;
  }
  return released;
}

/** The guide as it is built now. */
export async function readCurrent(): Promise<GuideVersion> {
  const bodies: Bodies = {};
  for (const id of ['', ...Object.keys(guide.nodes)]) {
    const body = await loadBody(id);
    if (body) bodies[id] = body;
  }
  return { guide, digests: digestBodies(bodies) };
}
