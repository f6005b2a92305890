/**
 * The one door to the content: nothing else in the site imports `@mlguide/content`.
 *
 * The site asks it for the guide as a value and for one body at a time; which guide that is, the build decides
 * (see `scripts/content-plugin.ts`).
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Guide } from '@mlguide/core';
import * as content from '@mlguide/content';

import { createAddresses } from './url.ts';

/** The guide that this site shows. */
export const guide: Guide = content.guide;

/** The prose of a node by its id, typeset; `''` is the guide's own opening. */
export const loadBody = content.loadBody;

/** The prose of a node as Markdown. */
export const loadMarkdown = content.loadMarkdown;

/** Where everything in this guide is found. */
export const addresses = createAddresses(guide, import.meta.env.BASE_URL);

/** The paths of the files that the guide brings along, relative to its root, with `/` on every system. */
export async function listAssets(): Promise<string[]> {
  const entries = await readdir(assets, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(assets, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

/** One of these files. */
export function readAsset(file: string): Promise<Uint8Array> {
  return readFile(path.join(assets, file));
}

const assets = import.meta.env.MLGUIDE_ASSETS;
