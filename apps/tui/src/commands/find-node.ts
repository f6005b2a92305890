import { findNodes, isPage, nearestIds, walk, type Guide, type GuideNode, type NodeKind } from '@mlguide/core';

import { UsageError } from './command.ts';

/**
 * The one node that a reader means by a name: an id, or the last part of one.
 *
 * @param otherwise What to try when nothing looks like the name.
 * @throws {UsageError} if there is none, with the nearest ids, or if there are several, with theirs.
 */
export function findNode(
  guide: Guide,
  name: string,
  kinds?: readonly NodeKind[],
  otherwise = 'Try `mlguide search`.',
): GuideNode {
  const clean = name.replace(/^\/+|\/+$/g, '');
  const found = findNodes(guide, clean).filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  // A topic comes before a question of the same name; only its equals make a name unclear.
  const [first] = found;
  const equals = found.filter((node) => first !== undefined && isPage(node) === isPage(first));
  if (first !== undefined && (equals.length === 1 || first.id === clean || guide.redirects[clean] === first.id))
    return first;
  const what = kinds?.length === 1 ? kinds[0]! : 'topic';
  if (equals.length > 1) {
    throw new UsageError(`\`${name}\` could be ${orList(equals.slice(0, 5).map(({ id }) => id))}: give the whole id`);
  }
  const candidates =
    kinds === undefined ? undefined : Array.from(walk(guide)).filter(({ kind }) => kinds.includes(kind));
  const near = nearestIds(
    guide,
    clean,
    3,
    candidates?.map(({ id }) => id),
  );
  const hint = near.length === 0 ? otherwise : `Did you mean ${orList(near)}?`;
  throw new UsageError(`no ${what} \`${name}\`. ${hint}`);
}

function orList(ids: readonly string[]): string {
  const quoted = ids.map((id) => `\`${id}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)!}`;
}
