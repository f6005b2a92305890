/**
 * Stand-ins for the unions of ids, which the build writes to `dist/ids.d.ts`: the source must type-check before the
 * guide is read.
 */

/** The ids of all topics. */
export type TopicId = string;
/** The ids of all nodes. */
export type NodeId = string;
