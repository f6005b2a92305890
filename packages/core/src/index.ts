/**
 * The reader's face of core: the guide as a value, and ways to ask it. Small enough for a browser; no `node:*`.
 *
 * @module
 */
export * from './types.ts';
export type {
  AlertKind,
  Block,
  Blockquote,
  Bodies,
  Body,
  Code,
  Diagram,
  Inline,
  List,
  ListItem,
  MathBlock,
  InlineMath,
  Table,
  Token,
  TokenKind,
  TypesetMath,
} from './body.ts';
export { getNode } from './lookup.ts';
export { walk } from './walk.ts';
export {
  ancestors,
  childrenOf,
  findNodes,
  getTopic,
  isPage,
  moduleOf,
  nearestIds,
  nodesOfKind,
  pagesOf,
  questionsOf,
  resourcesOf,
  topicsOf,
  type PageNode,
} from './query.ts';
export { buildSearchIndex, openSearch, type GuideSearch, type SearchHit } from './search.ts';
export { guideFromJson, guideToJson } from './json.ts';
export { countGuide, type Counts } from './stats.ts';
export {
  diffGuides,
  digestBodies,
  type BodyDigests,
  type Change,
  type ChangeKind,
  type ChangeLevel,
  type GuideDiff,
} from './diff.ts';
