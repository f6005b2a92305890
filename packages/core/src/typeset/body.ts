import type { Block, Body, Diagram, Inline, Token } from '../body.ts';
import { typesetMath } from './math.ts';

/** What {@link typesetBody} may be given; without them code and diagrams stay as they are. */
export interface TypesetOptions {
  /** Colours code; gives nothing for a language it does not know. See `@mlguide/core/highlight`. */
  highlight?: (code: string, language: string) => Promise<Token[][] | undefined>;
  /** Draws a Mermaid diagram; throws for one it cannot read. See `@mlguide/core/diagram`. */
  draw?: (source: string) => Diagram;
}

/** A formula, a piece of code or a diagram that could not be set. */
export interface TypesetProblem {
  /** What could not be set, as written. */
  source: string;
  /** Why, in the words of the library. */
  reason: string;
}

/**
 * Sets everything in a body that can be set ahead of time: `data` of formulas, code and diagrams is filled in.
 *
 * @returns A new body, and what could not be set, in the order of the text. Such a formula keeps its TeX as its text.
 */
export async function typesetBody(
  body: Body,
  options: TypesetOptions = {},
): Promise<{ body: Body; problems: TypesetProblem[] }> {
  const copy = structuredClone(body);
  const problems: TypesetProblem[] = [];
  const stack: (Block | Inline)[] = copy.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'math' || node.type === 'inlineMath') {
      try {
        node.data = typesetMath(node.value, node.type === 'math');
      } catch (error) {
        problems.push({ source: node.value, reason: reasonOf(error) });
      }
    } else if (node.type === 'code' && node.lang === 'mermaid' && options.draw) {
      try {
        node.data = { diagram: options.draw(node.value) };
      } catch (error) {
        problems.push({ source: node.value, reason: reasonOf(error) });
      }
    } else if (node.type === 'code' && node.lang && options.highlight) {
      const tokens = await options.highlight(node.value, node.lang);
      if (tokens) node.data = { tokens };
    }
    if (!('children' in node)) continue;
    // One by one: a list may have more items than a function takes arguments.
    for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Block | Inline);
  }
  return { body: copy, problems };
}

function reasonOf(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).trim().split('\n', 1);
  return first.trimEnd();
}
