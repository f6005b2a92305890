/** Tells one state of a guide's prose from another. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

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
 * The versions of a guide's prose: as the build of `@mlguide/content` noted them for each page, else by the prose itself,
 * which takes loading it.
 *
 * @param file The file with that build's notes, which need not be there.
 */
export function versionsOf(content: Prose, file: string): Versions {
  if (content.bodyVersion !== undefined) return content.bodyVersion;
  const noted = readNotes(file);
  return async (id) => {
    const node = Object.hasOwn(content.guide.nodes, id) ? content.guide.nodes[id] : undefined;
    // The answer of a question stands on the page of its topic.
    const page = (node?.kind === 'question' ? node.parent : id) ?? '';
    return noted.get(page) ?? versionOf(await content.loadBody(id));
  };
}

/** The version of a body by what it holds. */
export function versionOf(body: Body | undefined): string {
  return createHash('sha256')
    .update(JSON.stringify(body ?? ''))
    .digest('base64url');
}

function readNotes(file: string): ReadonlyMap<NodeId, string> {
  try {
    // Our own build wrote it.
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<NodeId, string>));
  } catch {
    return new Map(); // The published package has none, nor has somebody's own Markdown.
  }
}
