import type { Html, PhrasingContent } from 'mdast';

import { imageOf, isWrapping, wrapInTag } from './html-line.ts';
import { decode, parseHtml } from './html-tree.ts';

/* Tags without which the words still mean the same. */
const HARMLESS =
  /^<\/?(?:a|span|font|u|ins|mark|small|big|center|p|div|label|abbr|wbr|picture|source|bdi|bdo|ruby|r[bpt])\b/i;

/**
 * Inline content with its raw HTML resolved: pairs of tags become emphasis, code or links, `<br>` a break, `<img>` an
 * image; of all other tags only the words between them stay.
 *
 * @param onDropped Called with each tag that was dropped and might have mattered.
 */
export function resolveInlineHtml(
  nodes: readonly PhrasingContent[],
  onDropped: (tag: Html) => void,
): readonly PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'html')) return nodes;
  const closings = findClosings(nodes);
  const result: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.type !== 'html') {
      result.push(node);
      continue;
    }
    const name = /^<([a-z][a-z0-9]*)/i.exec(node.value)?.[1]?.toLowerCase() ?? '';
    const end = closings.get(index) ?? -1;
    if (name === 'br') result.push({ type: 'break' });
    else if (name === 'img') result.push(imageOf(attributesOf(node)));
    else if (name === 'script' || name === 'style') {
      onDropped(node);
      if (end !== -1) index = end;
    } else {
      const href = name === 'a' ? attributesOf(node)['href'] : undefined;
      if (end !== -1 && isWrapping(name, href)) {
        const inside = resolveInlineHtml(nodes.slice(index + 1, end), onDropped);
        result.push(...wrapInTag(name, href && decode(href), inside));
        index = end;
      } else if (!HARMLESS.test(node.value) && !/^<(?:!--|\/)/.test(node.value)) onDropped(node);
    }
  }
  return result;
}

function attributesOf(tag: Html): Readonly<Record<string, string>> {
  const [element] = parseHtml(tag.value).children;
  return typeof element === 'object' ? element.attributes : {};
}

/** For each opening tag the index of the first closing tag of its name behind it. */
function findClosings(nodes: readonly PhrasingContent[]): Map<number, number> {
  const next = new Map<string, number>();
  const closings = new Map<number, number>();
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]!;
    if (node.type !== 'html') continue;
    const [, slash, tag = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(node.value) ?? [];
    const name = tag.toLowerCase();
    if (slash === '/') next.set(name, index);
    else if (next.has(name)) closings.set(index, next.get(name)!);
  }
  return closings;
}
