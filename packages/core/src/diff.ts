import type { Bodies } from './body.ts';
import type { Guide, GuideNode, NodeId } from './types.ts';
import { getNode } from './lookup.ts';

/** What a change asks of those who depend on a guide, as in semantic versioning. */
export type ChangeLevel = 'major' | 'minor' | 'patch';

/** What happened to a node. */
export type ChangeKind =
  'removed' | 'kind' | 'field-removed' | 'field-type' | 'renamed' | 'added' | 'field-added' | 'words';

/** One difference between two versions of a guide. */
export interface Change {
  /** What it asks of those who depend on the guide. */
  level: ChangeLevel;
  /** What happened. */
  what: ChangeKind;
  /** The node, by its id before the change (after it, if it is new); `''` is the guide itself. */
  id: NodeId;
  /** The id that took its place; only with `renamed`. */
  to?: NodeId;
  /** One sentence that says why. */
  reason: string;
}

/** The differences between two versions of a guide. */
export interface GuideDiff {
  /** The highest level of any change; `none` if nothing changed. */
  level: ChangeLevel | 'none';
  /** The changes, the highest level first, then in reading order. */
  changes: Change[];
}

/** The digest of each body, by node id; see {@link digestBodies}. */
export type BodyDigests = Record<NodeId, string>;

/** Fields that are no promise: where a node was written, and what only follows from other nodes. */
const FREE = new Set(['id', 'kind', 'span', 'children', 'anchors', 'body', 'note']);

/**
 * What changed between two versions of a guide, and what it means for those who depend on it.
 *
 * - **major**: an id is gone without a redirect, or leads to a node of another kind; a field is gone, or is of another
 *   type.
 * - **minor**: a node or a field is new; an id has changed and the old one leads to the new one.
 * - **patch**: words, order, and whatever else a node says of itself.
 *
 * @param before The version that people have.
 * @param after The version they would get.
 * @param digests The digests of the bodies of both. Without them a change of prose shows only if it changes the number
 *   of words, formulas or blocks of code, the headings or the links.
 * @example
 * diffGuides(before, after).level // 'minor'
 */
export function diffGuides(
  before: Guide,
  after: Guide,
  digests: { before: BodyDigests; after: BodyDigests } = { before: {}, after: {} },
): GuideDiff {
  const changes: Change[] = [];
  const add = (level: ChangeLevel, what: ChangeKind, id: NodeId, reason: string, to?: NodeId) =>
    changes.push({ level, what, id, ...(to === undefined ? {} : { to }), reason });

  if (before.schemaVersion !== (after.schemaVersion as number)) {
    add(
      'major',
      'field-removed',
      '',
      `The schema version is \`${after.schemaVersion}\`, was \`${before.schemaVersion}\``,
    );
  }
  const renamed = new Set<NodeId>();
  for (const node of Object.values(before.nodes)) {
    const now = getNode(after, node.id);
    if (!now) {
      add('major', 'removed', node.id, `The ${node.kind} \`${node.id}\` is gone, and no redirect leads on from it`);
      continue;
    }
    if (now.kind !== node.kind) {
      add('major', 'kind', node.id, `\`${node.id}\` is a ${now.kind}, was a ${node.kind}`);
    } else if (now.id !== node.id) {
      add('minor', 'renamed', node.id, `\`${node.id}\` is \`${now.id}\` now; the old id leads there`, now.id);
    }
    if (now.id !== node.id) renamed.add(now.id);
    compareFields(node, now, add);
    if (sameBody(node, now, digests)) continue;
    add('patch', 'words', node.id, `The words of \`${node.id}\` changed`);
  }
  for (const [old, to] of Object.entries(before.redirects)) {
    if (Object.hasOwn(before.nodes, to) && getNode(after, old) === undefined) {
      add('major', 'removed', old, `The earlier id \`${old}\` leads nowhere any more`);
    }
  }
  for (const node of Object.values(after.nodes)) {
    if (Object.hasOwn(before.nodes, node.id) || renamed.has(node.id)) continue;
    add('minor', 'added', node.id, `The ${node.kind} \`${node.id}\` is new`);
  }
  if (before.title !== after.title || !sameBody({ ...before, id: '' }, { ...after, id: '' }, digests)) {
    add('patch', 'words', '', 'The opening of the guide changed');
  }
  const sorted = LEVELS.flatMap((level) => changes.filter((change) => change.level === level));
  return { level: sorted[0]?.level ?? 'none', changes: sorted };
}

const LEVELS: ChangeLevel[] = ['major', 'minor', 'patch'];

type Add = (level: ChangeLevel, what: ChangeKind, id: NodeId, reason: string) => void;

function compareFields(node: GuideNode, now: GuideNode, add: Add): void {
  const changed: string[] = [];
  const [old, fresh] = [node, now] as unknown as Record<string, unknown>[]; // Looked at by name, whatever the kind.
  if (node.kind === now.kind) {
    for (const key of Object.keys(node)) {
      if (FREE.has(key)) continue;
      const [was, is] = [typeOf(old![key]), typeOf(fresh![key])];
      if (!Object.hasOwn(now, key)) add('major', 'field-removed', node.id, `\`${node.id}\` has no \`${key}\` any more`);
      else if (was !== is && was !== 'null' && is !== 'null')
        add('major', 'field-type', node.id, `\`${key}\` of \`${node.id}\` is of type ${is}, was ${was}`);
      else if (key !== 'links' && !(key === 'parent' && now.id !== node.id) && !same(old![key], fresh![key])) {
        changed.push(key);
      }
    }
    for (const key of Object.keys(now)) {
      if (FREE.has(key) || Object.hasOwn(node, key)) continue;
      add('minor', 'field-added', node.id, `\`${node.id}\` has a new field \`${key}\``);
    }
  }
  const [was, is] = [new Set(node.children), new Set(now.children)];
  const kept = node.children.filter((id) => is.has(id));
  const keptNow = now.children.filter((id) => was.has(id));
  if (!same(kept, keptNow)) changed.push('children');
  if (changed.length === 0) return;
  const names = changed.map((key) => `\`${key}\``).join(', ');
  add('patch', 'words', node.id, `${names} of \`${node.id}\` changed`);
}

/* What JSON knows of types; `null` goes with any, as a field that may be empty. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function sameBody(
  before: Pick<GuideNode, 'id' | 'body' | 'links'>,
  after: Pick<GuideNode, 'id' | 'body' | 'links'>,
  digests: { before: BodyDigests; after: BodyDigests },
): boolean {
  const [old, now] = [digests.before[before.id], digests.after[after.id]];
  if (old !== undefined && now !== undefined) return old === now;
  return same(before.body, after.body) && same(before.links, after.links);
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * A short digest of each body: equal for equal prose, whether typeset or not. Publish it beside a guide, and the next
 * version can say which words changed.
 */
export function digestBodies(bodies: Bodies): BodyDigests {
  return Object.fromEntries(Object.entries(bodies).map(([id, body]) => [id, digest(proseOf(body))]));
}

/** What typesetting adds is left out: a new colour of code is no new word. */
function proseOf(body: unknown): string {
  return JSON.stringify(body, (key: string, value: unknown) =>
    key === 'data' && !isMeaning(value) ? undefined : value,
  );
}

function isMeaning(data: unknown): boolean {
  return typeof data === 'object' && data !== null && ('fragment' in data || 'alert' in data);
}

/* 53 bits of a hash by multiplication (cyrb53): no secret hangs on it, and it runs at once and everywhere. */
function digest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
