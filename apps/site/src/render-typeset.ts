/** What core has typeset already: code as tokens, formulas as MathML, diagrams as SVG. */
import type { Code, InlineMath, MathBlock, Token } from '@mlguide/core';

import { escapeHtml } from './escape.ts';

/**
 * A block of code with its language, or a diagram.
 *
 * @param scope Makes the ids inside a diagram unique on the page.
 */
export function renderCode(code: Code, scope: string): string {
  if (code.data?.diagram !== undefined) return renderDiagram(code.data.diagram.svg, code.value, scope);
  const lines = code.data?.tokens;
  const text = lines ? lines.map((line) => line.map(renderToken).join('')).join('\n') : escapeHtml(code.value);
  const name = code.lang ? `<figcaption>${escapeHtml(code.lang)}</figcaption>` : '';
  return `<figure class="code">${name}<pre tabindex="0"><code>${text}</code></pre></figure>\n`;
}

/** A displayed formula in a box that scrolls when the formula is wider than the column. */
export function renderFormula(math: MathBlock): string {
  const content = math.data ? markWide(math.data.mathml) : `<code>${escapeHtml(math.value)}</code>`;
  return `<div class="formula" tabindex="0" role="group" aria-label="Formula">${content}</div>\n`;
}

/** A formula in the line. */
export function renderInlineFormula(math: InlineMath): string {
  if (!math.data) return `<code>${escapeHtml(math.value)}</code>`;
  const mathml = markWide(math.data.mathml);
  if (!isLongFormula(math)) return mathml;
  return `<span class="long-formula" tabindex="0" role="group" aria-label="Formula">${mathml}</span>`;
}

/** Says which formulas need tall braces and the like: few do, and they are a font of their own (see `font-pieces.ts`). */
function markWide(mathml: string): string {
  if (!/[{}⌊⌋⌈⌉⟨⟩⏞⏟∫∮]/u.test(mathml)) return mathml;
  return mathml.replace(/<math([^>]*)>/, (_, attributes: string) =>
    attributes.includes('class="')
      ? `<math${attributes.replace('class="', 'class="wide ')}>`
      : `<math${attributes} class="wide">`,
  );
}

/** Whether a formula may be wider than a phone. */
export function isLongFormula(math: InlineMath): boolean {
  return (math.data?.text.length ?? 0) > longest;
}

/** How many characters of a formula stand in a line of the narrowest screen. */
const longest = 24;

function renderToken([text, kind]: Token): string {
  return kind === '' ? escapeHtml(text) : `<span class="tok-${kind}">${escapeHtml(text)}</span>`;
}

/**
 * A diagram in the colours of the page: its own style sheet would escape into the page and ask another host for a font,
 * so `diagrams.css` says instead what its custom properties are.
 */
function renderDiagram(svg: string, source: string, scope: string): string {
  const names = new Map([...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => [id!, `${scope}-${id}`]));
  const drawing = svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/\s(?:style|data-[a-z-]+)="[^"]*"/g, '')
    // A chart comes on a ground of several hundred dots, most of its size and none of its sense.
    .replace(/<circle [^>]*class="xychart-grid"\s*\/>\s*/g, '')
    .replace(/\sid="([^"]+)"/g, (_, id: string) => ` id="${names.get(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (whole, id: string) => (names.has(id) ? `url(#${names.get(id)})` : whole))
    .replace(/\shref="#([^"]+)"/g, (whole, id: string) => (names.has(id) ? ` href="#${names.get(id)}"` : whole))
    .replace('<svg', '<svg aria-hidden="true"');
  return (
    `<figure class="diagram"><div class="scroll" tabindex="0" role="img" aria-label="Diagram, described by the source below">` +
    `${drawing}</div><details><summary>Source of the diagram</summary>` +
    `<pre tabindex="0"><code>${escapeHtml(source)}</code></pre></details></figure>\n`
  );
}
