import { toHtml } from 'hast-util-to-html';
import { toHast, type Handlers, type State } from 'mdast-util-to-hast';
import type { Root } from 'mdast';

import type { Block, Body, Inline } from '@mlguide/core';

/* Formulas as MathJax wants them, which Anki and most note programs bring. */
const formulas = {
  math: (_state: State, node: { value: string }) => ({ type: 'text', value: `\\[${node.value}\\]` }),
  inlineMath: (_state: State, node: { value: string }) => ({ type: 'text', value: `\\(${node.value}\\)` }),
};
// The type of handlers lists the nodes of plain mdast only.
const handlers = formulas as object as Handlers;

/** A body as a piece of HTML for flashcards; links inside the guide are reduced to their words. */
export function cardHtml(body: Body): string {
  const root = { type: 'root', children: withoutScreens(body.children) };
  return toHtml(toHast(root as object as Root, { handlers }));
}

/** Blocks without what was set for screens, and without links that lead nowhere on a card. */
function withoutScreens(nodes: readonly (Block | Inline)[]): unknown[] {
  return nodes.flatMap((node) => {
    const plain = { ...node, data: undefined };
    if (!('children' in node)) return [plain];
    const children = withoutScreens(node.children as (Block | Inline)[]);
    return node.type === 'link' && !/^https?:/u.test(node.url) ? children : [{ ...plain, children }];
  });
}
