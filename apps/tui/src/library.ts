import type { Body, Guide, NodeId, SearchHit } from '@mlguide/core';

/** A guide and what is loaded of it by and by: our own, or one that was read from somebody's Markdown. */
export interface Library {
  guide: Guide;
  /** The typeset prose of a node; nothing if it has none. The guide's own opening has the id `''`. */
  loadBody: (id: NodeId) => Promise<Body | undefined>;
  /** The best hits for a text. */
  search: (text: string, most: number) => Promise<SearchHit[]>;
}

/** Our own guide, which comes with its sources. */
export interface OwnLibrary extends Library {
  /** The Markdown of a node. */
  loadMarkdown: (id: NodeId) => Promise<string | undefined>;
}
