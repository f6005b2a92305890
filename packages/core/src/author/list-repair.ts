import type { List, Root, RootContent } from 'mdast';

import { spanOf, type ParsedFile } from './draft.ts';
import type { Reporter } from './messages.ts';

/** Repairs the lists of a whole file, in place. */
export function repairFile(file: ParsedFile, reporter: Reporter): void {
  const stack: (Root | RootContent)[] = [file.root];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (!('children' in at)) continue;
    if (at.type === 'root' || at.type === 'listItem' || at.type === 'blockquote') {
      at.children = repairLists(at.children as RootContent[], file, reporter) as never; // The kinds of children stay.
    }
    stack.push(...at.children);
  }
}

/**
 * Gives children back to numbered items that lost them.
 *
 * ```markdown
 * 8. Scale
 *   - Partition the data      two spaces, where "8. " needs three: Markdown ends the list here
 * 9. Test                     and starts a second one here
 * ```
 *
 * @param flow The siblings to look through.
 * @returns The siblings with such lists joined, each with a message.
 */
function repairLists(flow: readonly RootContent[], file: ParsedFile, reporter: Reporter): RootContent[] {
  const repaired: RootContent[] = [];
  for (const node of flow) {
    const before = repaired.at(-1);
    if (isList(before) && isList(node)) {
      if (isOrphan(before, node)) {
        before.children.at(-1)!.children.push(node);
        const item = `${(before.start ?? 1) + before.children.length - 1}.`;
        const needed = contentColumn(before, file) - (before.position?.start.column ?? 1);
        const reason = `Unexpected indentation of the list below \`${item}\`, expected ${needed} spaces more than the number`;
        reporter.report('split-list', reason, spanOf(file, node));
        continue;
      }
      if (continues(before, node)) {
        before.children.push(...node.children);
        if (before.position && node.position) before.position = { ...before.position, end: node.position.end };
        continue;
      }
    }
    repaired.push(node);
  }
  return repaired;
}

function isList(node: RootContent | undefined): node is List {
  return node?.type === 'list';
}

/* Bullets indented below a numbered item, but not as far as its text. */
function isOrphan(before: List, node: List): boolean {
  if (!before.ordered || node.ordered) return false;
  const indented = (node.position?.start.column ?? 1) > (before.position?.start.column ?? 1);
  const adjacent = (node.position?.start.line ?? 0) <= (before.position?.end.line ?? 0) + 2;
  return indented && adjacent;
}

function continues(before: List, node: List): boolean {
  const hasOrphans = before.children.some((item) => item.children.some((child) => isList(child)));
  return (
    Boolean(before.ordered && node.ordered && hasOrphans) && node.start === (before.start ?? 1) + before.children.length
  );
}

function contentColumn(list: List, file: ParsedFile): number {
  const start = list.children.at(-1)?.position?.start;
  if (!start) return 1;
  const offset = start.offset ?? 0;
  const marker = /^[ \t]*\d{1,9}[.)][ \t]+/.exec(file.text.slice(offset, offset + 40));
  return start.column + (marker?.[0].length ?? 2);
}
