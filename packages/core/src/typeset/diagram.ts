import { renderMermaidASCII, renderMermaidSVG } from 'beautiful-mermaid';

import type { Diagram } from '../body.ts';

/**
 * Draws a Mermaid diagram (flowchart, sequence, state, class, entity-relationship or xychart).
 *
 * @throws {Error} if it is none of these, or cannot be read.
 * @see https://mermaid.js.org
 */
export function drawDiagram(source: string): Diagram {
  const svg = renderMermaidSVG(source, {
    bg: 'var(--diagram-bg)',
    fg: 'var(--diagram-fg)',
    accent: 'var(--diagram-accent)',
    line: 'var(--diagram-line)',
    muted: 'var(--diagram-muted)',
    transparent: true,
    font: 'inherit',
  });
  // The library asks a font host for a font that we do not use: no page of a reader's should call a stranger.
  return {
    svg: svg.replace(/@import url\([^)]*\);?/gu, ''),
    drawing: renderMermaidASCII(source, { colorMode: 'none' }),
  };
}
