/** Tells one state of a guide's prose from another. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Body, Guide, NodeId } from '@mlguide/core';

/** A text that is another one whenever the prose of a node is. */
export type Versions = (id: NodeId) => Promise<string>;

/** As much of a content module as is asked here. */
export interface Prose {
  guide: Guide;
  loadBody: (id: NodeId) => Promise<Body | undefined>;
  /** Says it itself, if it knows a cheaper way. */
  bodyVersion?: Versions;
}

/**
 * The versions of a guide's prose: by the file of each page where the content is laid out as in `@mlguide/content`, else
 * by the prose itself, which takes loading it.
 *
 * @param folder The folder of those files.
 */
export function versionsOf(content: Prose, folder: string): Versions {
  if (content.bodyVersion !== undefined) return content.bodyVersion;
  const files = new Map<string, string | undefined>();
  // How a file is to be read.
  const format = digestOfFile(path.join(folder, '..', 'unpack.js'));
  return async (id) => {
    const node = Object.hasOwn(content.guide.nodes, id) ? content.guide.nodes[id] : undefined;
    // The answer of a question stands in the file of its page.
    const page = (node?.kind === 'question' ? node.parent : id) ?? '';
    if (!files.has(page)) files.set(page, format && digestOfFile(path.join(folder, `${page || 'index'}.js`)));
    const file = files.get(page);
    return file === undefined ? digest(JSON.stringify((await content.loadBody(id)) ?? '')) : `${format} ${file}`;
  };
}

function digestOfFile(file: string): string | undefined {
  try {
    return digest(readFileSync(file));
  } catch {
    return undefined; // Somebody's own Markdown has no such file.
  }
}

function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url');
}
