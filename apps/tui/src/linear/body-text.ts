import type { Block, Body } from '@mlguide/core';

import { cleanLines, cleanText } from '../typeset/clean.ts';
import { readFlowchart, type Arrow } from '../typeset/flowchart.ts';
import { inlineText } from '../typeset/inline.ts';

/**
 * A body as sentences in the order they are to be heard: no columns, no frames, no drawings. What a screen shows by its
 * place (a heading, a quote, the end of some code) is said in words.
 */
export function bodyText(body: Body): string[] {
  return body.children.flatMap((block) => blockText(block, '', 0));
}

/** @param depth How many lists it stands in. */
function blockText(block: Block, lead: string, depth: number): string[] {
  switch (block.type) {
    case 'paragraph':
      return [lead + inlineText(block.children)];
    case 'heading':
      return [`${lead}Heading ${block.depth}: ${inlineText(block.children)}`];
    case 'thematicBreak':
      return [];
    case 'math':
      return [`${lead}Formula: ${cleanText(block.data?.text ?? block.value)}`];
    case 'code': {
      const arrows = block.lang === 'mermaid' ? readFlowchart(block.value) : undefined;
      if (arrows !== undefined) return [`${lead}Diagram:`, ...arrows.map(arrowSentence), 'End of diagram.'];
      const what =
        block.lang === 'mermaid'
          ? 'Diagram, as its source'
          : `Code${block.lang === null ? '' : ` in ${cleanText(block.lang)}`}`;
      return [
        `${lead}${what}:`,
        ...cleanLines(block.value).split('\n'),
        `End of ${block.lang === 'mermaid' ? 'diagram' : 'code'}.`,
      ];
    }
    case 'blockquote': {
      const name =
        block.data === undefined ? 'Quote' : `${block.data.alert[0]!.toUpperCase()}${block.data.alert.slice(1)}`;
      return [
        ...block.children.flatMap((child, index) => blockText(child, index === 0 ? `${lead}${name}: ` : '', depth)),
        `End of ${name.toLowerCase()}.`,
      ];
    }
    case 'footnoteDefinition':
      return block.children.flatMap((child, index) =>
        blockText(child, index === 0 ? `${lead}Footnote ${cleanText(block.label)}: ` : '', depth),
      );
    case 'list':
      return block.children.flatMap((item, index) => {
        const level = depth === 0 ? '' : ` of level ${depth + 1}`;
        const mark = `Item${block.ordered ? ` ${(block.start ?? 1) + index}` : ''}${level}: `;
        const state = item.checked === null ? '' : item.checked ? 'Done: ' : 'To do: ';
        return item.children.flatMap((child, at) => blockText(child, at === 0 ? lead + mark + state : '', depth + 1));
      });
    case 'table': {
      const [head, ...rows] = block.children.map((row) => row.children.map((cell) => inlineText(cell.children)));
      const named = rows.map((row, index) => {
        const cells = row.map((cell, column) => (head?.[column] ? `${head[column]}: ${cell || 'empty'}` : cell));
        return `Row ${index + 1}. ${cells.join('; ')}.`;
      });
      return [
        `${lead}Table of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}. Columns: ${(head ?? []).join('; ')}.`,
        ...named,
        'End of table.',
      ];
    }
  }
}

function arrowSentence({ from, to, words }: Arrow): string {
  return words === '' ? `${from} leads to ${to}.` : `${from} leads, ${words}, to ${to}.`;
}
