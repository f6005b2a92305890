/**
 * The one door to the content: nothing else in the site imports `@mlguide/content`.
 *
 * The site asks it for the guide as a value and for one body at a time; which guide that is, the build decides
 * (see `scripts/content-plugin.ts`).
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Guide, NodeId } from '@mlguide/core';
import * as published from '@mlguide/content';

import { createAddresses } from './url.ts';

// Somebody's own guide says where its files are; ours has them in its package.
const content: typeof published & { assetFolder?: string } = published;

const assets = content.assetFolder ?? import.meta.env.MLGUIDE_ASSETS;

/** The guide that this site shows. */
export const guide: Guide = content.guide;

/** The prose of a node by its id, typeset; `''` is the guide's own opening. */
export const loadBody = content.loadBody;

/** The prose of a node as Markdown. */
export const loadMarkdown = content.loadMarkdown;

/** Where everything in this guide is found. */
export const addresses = createAddresses(guide, import.meta.env.BASE_URL);

/** What tells the scripts which topic an element stands for, under which ids ever since. */
export function topicData(id: NodeId): Record<string, string> {
  const former = formerIds.get(id);
  return { 'data-topic': id, ...(former && { 'data-formerly': former.join(' ') }) };
}

const formerIds = new Map<NodeId, NodeId[]>();
for (const [former, id] of Object.entries(guide.redirects)) formerIds.set(id, [...(formerIds.get(id) ?? []), former]);

/** The paths of the files that the guide's prose shows or links to, as far as they are there. */
export async function listAssets(): Promise<string[]> {
  const paths = new Set<string>();
  for (const id of ['', ...Object.keys(guide.nodes)]) {
    for (const [, file] of JSON.stringify((await loadBody(id)) ?? '').matchAll(/"asset:([^"]+)"/g)) paths.add(file!);
  }
  return [...paths].filter((file) => {
    const inside = path.relative(assets, path.join(assets, file));
    return !inside.startsWith('..') && existsSync(path.join(assets, file));
  });
}

/** One of these files. */
export function readAsset(file: string): Promise<Uint8Array> {
  return readFile(path.join(assets, file));
}
