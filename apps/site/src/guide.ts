/**
 * The one door to the content: nothing else in the site imports `@mlguide/content`.
 *
 * The site asks it for the guide as a value and for one body at a time; which guide that is, the build decides
 * (see `scripts/content-plugin.ts`).
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { childrenOf, pagesOf, type Body, type Guide, type NodeId } from '@mlguide/core';
import * as published from '@mlguide/content';

import { versionsOf, type Versions } from './body-version.ts';
import { noteRead, unnoted } from './reads.ts';
import { remember } from './remember.ts';
import { createAddresses } from './url.ts';
import { watchGuide } from './watched-guide.ts';

// Somebody's own guide says where its files are; ours has them in its package.
const content: typeof published & { assetFolder?: string; bodyVersion?: Versions } = published;

const assets = content.assetFolder ?? import.meta.env.MLGUIDE_ASSETS;

/** The guide that this site shows. What a page reads of it is noted: see `reads.ts`. */
export const guide: Guide = watchGuide(content.guide);

/** The same guide and its prose, for those who compare what was read: nothing is noted. */
export const unwatched: Pick<typeof content, 'guide' | 'loadBody'> = content;

/** Tells whether the prose of a node is still what it was; cheaper than loading it. */
export const bodyVersion: Versions = versionsOf(content, import.meta.env.MLGUIDE_VERSIONS);

/** Where the guide's Markdown is, if it is on this machine. */
export const sources: string = content.assetFolder ?? import.meta.env.MLGUIDE_SOURCES;

/** The prose of a node by its id, typeset; `''` is the guide's own opening. */
export function loadBody(id: NodeId): Promise<Body | undefined> {
  noteRead(`body:${id}`);
  return content.loadBody(id);
}

/** The prose of a node as Markdown. */
export function loadMarkdown(id: NodeId): Promise<string | undefined> {
  noteRead(`body:${id}`); // It is made of the same prose.
  return content.loadMarkdown(id);
}

/** Where everything in this guide is found. */
export const addresses = createAddresses(guide, import.meta.env.BASE_URL);

/** What tells the scripts which topic an element stands for, under which ids ever since. */
export function topicData(id: NodeId): Record<string, string> {
  const former = formerIdsOf(id);
  return { 'data-topic': id, ...(former.length > 0 && { 'data-formerly': former.join(' ') }) };
}

/** The ids that a node had earlier. */
export function formerIdsOf(id: NodeId): readonly NodeId[] {
  noteRead(`former:${id}`);
  return formerIds.get(id) ?? [];
}

const formerIds = new Map<NodeId, NodeId[]>();
for (const [former, id] of Object.entries(content.guide.redirects)) {
  formerIds.set(id, [...(formerIds.get(id) ?? []), former]);
}

let assetPaths: Promise<string[]> | undefined;

/** The paths of the files that the guide's prose shows or links to, as far as they are there. */
export function listAssets(): Promise<string[]> {
  noteRead('assets');
  return (assetPaths ??= unnoted(findAssets));
}

async function findAssets(): Promise<string[]> {
  const paths = new Set<string>();
  for (const page of ['', ...pagesOf(content.guide).map(({ id }) => id)]) {
    const bodies = [page, ...childrenOf(content.guide, page, 'question').map(({ id }) => id)];
    const find = async () => {
      const found = JSON.stringify(await Promise.all(bodies.map(loadBody))).matchAll(/"asset:([^"]+)"/g);
      return [...found].map(([, file]) => file).join('\n');
    };
    for (const file of (await remember(`assets ${bodies.join(' ')}`, find)).split('\n')) {
      if (file !== '') paths.add(file);
    }
  }
  return [...paths].filter((file) => {
    const inside = path.relative(assets, path.join(assets, file));
    return !inside.startsWith('..') && existsSync(path.join(assets, file));
  });
}

/** One of these files. */
export function readAsset(file: string): Promise<Uint8Array> {
  noteRead(`asset:${file}`);
  return readFile(path.join(assets, file));
}
