import type { Nodes, Root } from 'mdast';
import type { Extension, Transform } from 'mdast-util-from-markdown';
import type {} from 'remark-parse';
import type { Processor } from 'unified';

/**
 * A plugin of remark, used after `remark-gfm`: GitHub's extensions look through every text for addresses that nobody
 * marked as links, and with this they do so only in files that have one. The search takes an eighth of the time of
 * parsing, and finds nothing in most files.
 */
export function remarkSparingly(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(sparingly) ?? [];
}

function sparingly(extension: Extension): Extension {
  return extension.transforms ? { ...extension, transforms: extension.transforms.map(ifAddresses) } : extension;
}

function ifAddresses(transform: Transform): Transform {
  return (root) => (holdsAddress(root) ? transform(root) : undefined);
}

/* What is a link already is not looked at. */
function holdsAddress(root: Root): boolean {
  const stack: Nodes[] = [root];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.type === 'text' && ADDRESS.test(at.value)) return true;
    if (!('children' in at) || at.type === 'link' || at.type === 'linkReference') continue;
    for (const child of at.children) stack.push(child);
  }
  return false;
}

const ADDRESS = /:\/\/|www\.|@/i;
