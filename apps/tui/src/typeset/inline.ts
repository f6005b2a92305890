import type { Inline } from '@mlguide/core';

import { cleanText } from './clean.ts';
import { PLAIN, widthOf, type Meaning, type Span, type Target } from './line.ts';
import { BREAK } from './wrap.ts';

/** Formulas up to this many columns are kept on one line. */
const UNBROKEN = 24;

/**
 * What stands in a line, as styled pieces for `wrap`.
 *
 * @param style The style of the text around it.
 * @param width The width it will be wrapped to: a formula is kept whole only where that costs little.
 */
export function inlineSpans(children: readonly Inline[], style: readonly Meaning[] = PLAIN, width = 80): Span[] {
  const out: Span[] = [];
  collect(children, { style, width, target: undefined }, out);
  return out;
}

/** The plain text of what stands in a line. */
export function inlineText(children: readonly Inline[]): string {
  return inlineSpans(children)
    .map((piece) => (piece === BREAK ? ' ' : piece.text.replaceAll('\u00a0', ' ')))
    .join('');
}

interface Around {
  style: readonly Meaning[];
  width: number;
  target: Target | undefined;
}

function collect(children: readonly Inline[], around: Around, out: Span[]): void {
  const { style, target } = around;
  const add = (text: string, ...more: Meaning[]) => {
    if (text === '') return;
    const full = more.length === 0 ? style : [...style, ...more];
    out.push(target === undefined ? { text, style: full } : { text, style: full, target });
  };
  const inside = (nodes: readonly Inline[], meaning: Meaning) =>
    collect(nodes, { ...around, style: [...style, meaning] }, out);

  for (const node of children) {
    switch (node.type) {
      case 'text':
        add(cleanText(node.value));
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        inside(node.children, node.type);
        break;
      case 'inlineCode':
        add(cleanText(node.value), 'code');
        break;
      case 'inlineMath': {
        const text = cleanText(node.data?.text ?? node.value).trim();
        const keep = widthOf(text) <= Math.min(UNBROKEN, around.width / 2);
        add(keep ? text.replaceAll(' ', '\u00a0') : text, 'math');
        break;
      }
      case 'break':
        out.push(BREAK);
        break;
      case 'link': {
        const text = inlineText(node.children);
        const inner: Around = { ...around, style: [...style, 'link'], target: { kind: 'link', url: node.url, text } };
        collect(node.children, inner, out);
        break;
      }
      case 'image':
        add(node.alt === '' ? '[image]' : `[image: ${cleanText(node.alt)}]`, 'muted');
        break;
      case 'footnoteReference':
        add(`[${cleanText(node.label)}]`, 'muted');
        break;
      default:
        node satisfies never;
    }
  }
}
