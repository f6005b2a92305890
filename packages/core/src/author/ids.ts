import type { NodeId } from '../types.ts';
import { walkDrafts, type Draft } from './draft.ts';
import type { Reporter } from './messages.ts';
import { normalizeId, slugify, UniqueNames } from './slug.ts';

/**
 * Gives every draft below the guide its id: the one its author chose, or else the path of slugs. Ids that authors chose
 * are given out first, so that a title elsewhere cannot take them.
 */
export function assignIds(guide: Draft, reporter: Reporter): Map<Draft, NodeId> {
  const ids = new Map<Draft, NodeId>([[guide, '']]);
  const names = new UniqueNames();
  const owners = new Map<NodeId, Draft>();
  for (const one of walkDrafts(guide)) {
    if (one === guide) continue;
    const chosen = one.frontmatter.id === undefined ? one.explicitId : normalizeId(one.frontmatter.id);
    if (!chosen) continue;
    if (names.has(chosen)) {
      const { file, line } = owners.get(chosen)!.span;
      const reason = `Unexpected id \`${chosen}\`, which line ${line} of \`${file}\` has already; expected another`;
      reporter.report('duplicate-id', reason, one.span);
    }
    const id = names.claim(chosen);
    owners.set(id, one);
    ids.set(one, id);
  }
  const stack: Draft[] = [guide];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const parent = ids.get(at) ?? '';
    for (const child of at.children) {
      if (ids.has(child)) continue;
      const slug = slugify(child.slugSource ?? child.title, child.kind);
      ids.set(child, names.claim(parent === '' ? slug : `${parent}/${slug}`));
    }
    for (let index = at.children.length - 1; index >= 0; index--) stack.push(at.children[index]!);
  }
  return ids;
}
