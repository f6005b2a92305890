import type { NodeId } from '../types.ts';
import { walkDrafts, type Draft } from './draft.ts';
import type { Reporter } from './messages.ts';
import { normalizeId, slugify, UniqueNames } from './slug.ts';

/**
 * Gives every draft below the guide its id: the one its author chose, or else the path of slugs. Ids that authors chose
 * are given out first, so that a title elsewhere cannot take them. The guide itself keeps the empty one.
 *
 * An anchor in a heading speaks for its file alone: where another file has used it, it ends the path instead.
 */
export function assignIds(guide: Draft, reporter: Reporter): void {
  const names = new UniqueNames();
  const owners = new Map<NodeId, Draft>();
  for (const one of walkDrafts(guide)) {
    if (one === guide) continue;
    const chosen = one.frontmatter.id === undefined ? one.explicitId : normalizeId(one.frontmatter.id);
    if (!chosen) continue;
    if (names.has(chosen)) {
      const { file, line } = owners.get(chosen)!.span;
      if (file !== one.span.file && one.anchors.some((anchor) => normalizeId(anchor) === chosen)) {
        one.slugSource = chosen;
        continue;
      }
      const reason = `Unexpected id \`${chosen}\`, which line ${line} of \`${file}\` has already; expected another`;
      reporter.report('duplicate-id', reason, one.span);
    }
    one.id = names.claim(chosen);
    owners.set(one.id, one);
  }
  for (const parent of walkDrafts(guide)) {
    for (const child of parent.children) {
      if (child.id !== '') continue;
      const slug = slugify(child.slugSource ?? child.title, child.kind);
      child.id = names.claim(parent.id === '' ? slug : `${parent.id}/${slug}`);
    }
  }
}
