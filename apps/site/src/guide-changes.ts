/** What changed in this guide. */
import type { GuideNode, NodeId } from '@mlguide/core';

import { changesOf, type Change } from './changes.ts';
import { sources, unwatched } from './guide.ts';
import { noteRead } from './reads.ts';

let changes: Change[] | undefined;
let last: Map<NodeId, number> | undefined;

function all(): Change[] {
  return (changes ??= changesOf(unwatched.guide, sources));
}

/** Every change of a page that is still there, the latest first; none where git knows nothing. */
export function listChanges(): readonly Change[] {
  noteRead('changes');
  return all();
}

/** Whether git knows anything of the guide. */
export function hasHistory(): boolean {
  noteRead('history');
  return all().length > 0;
}

/** When anything last changed, in seconds since 1970; nothing where git does not know. */
export function lastChange(): number | undefined {
  return listChanges()[0]?.at;
}

/** When a page last changed, in seconds since 1970; nothing where git does not know. */
export function lastChangeOf(id: NodeId): number | undefined {
  noteRead(`changed:${id}`);
  last ??= new Map(
    all()
      .toReversed()
      .map((change) => [change.id, change.at]),
  );
  // What stands below a page in the same file changed with it.
  const { nodes } = unwatched.guide;
  for (let node = nodes[id]; node !== undefined;) {
    const at = last.get(node.id);
    const parent: GuideNode | undefined = node.parent === null ? undefined : nodes[node.parent];
    if (at !== undefined || parent?.span.file !== node.span.file) return at;
    node = parent;
  }
  return undefined;
}
