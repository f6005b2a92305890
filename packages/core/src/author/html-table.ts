import type { AlignType, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';

import type { HtmlElement } from './html-tree.ts';

/** How the parts of a table are read; they may hold anything, tables too. */
interface Readers {
  flow: (children: HtmlElement['children']) => RootContent[];
  lineOf: (element: HtmlElement) => PhrasingContent[];
}

/* Cells that span others leave empty ones; a table may ask for no more of them than this. */
const MAX_EMPTY = 10_000;

/** A `<table>` as a table of Markdown, its caption before it. */
export function readTable(table: HtmlElement, { flow, lineOf }: Readers): RootContent[] {
  const { rows, captions } = partsOf(table);
  const caption = captions.flatMap(({ children }) => flow(children));
  const [first] = rows;
  if (!first) return caption;
  const place = cellPlacer(lineOf);
  const body = rows.map((row): TableRow => ({ type: 'tableRow', children: place(cellsOf(row)) }));
  const width = body.reduce((most, { children }) => Math.max(most, children.length), 0);
  const top = cellsOf(first);
  const align = Array.from({ length: width }, (_unused, column) => alignOf(top[column]));
  // In Markdown every table has a head; in HTML one without is often the frame of a few pictures.
  const head: TableRow = { type: 'tableRow', children: align.map(() => emptyCell()) };
  const hasHead = top.some(({ name }) => name === 'th') || table.children.some(isHead);
  return [...caption, { type: 'table', align, children: hasHead ? body : [head, ...body] }];
}

function partsOf(table: HtmlElement): { rows: HtmlElement[]; captions: HtmlElement[] } {
  const parts = elementsOf(table);
  const rows = parts.flatMap((part) => {
    if (part.name === 'tr') return [part];
    return ['thead', 'tbody', 'tfoot'].includes(part.name) ? elementsOf(part).filter(({ name }) => name === 'tr') : [];
  });
  return { rows, captions: parts.filter(({ name }) => name === 'caption') };
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return elementsOf(row).filter(({ name }) => name === 'td' || name === 'th');
}

function elementsOf({ children }: HtmlElement): HtmlElement[] {
  return children.filter((child) => typeof child === 'object');
}

function isHead(child: HtmlElement | string): boolean {
  return typeof child === 'object' && child.name === 'thead';
}

/* Lays out one row after the other; `held` says for how many rows yet each column belongs to a cell above. */
function cellPlacer(lineOf: Readers['lineOf']): (cells: readonly HtmlElement[]) => TableCell[] {
  const held: number[] = [];
  let left = MAX_EMPTY;
  return (cells) => {
    const row: TableCell[] = [];
    const skipHeld = () => {
      while ((held[row.length] ?? 0) > 0 && left-- > 0) {
        held[row.length]! -= 1;
        row.push(emptyCell());
      }
    };
    for (const cell of cells) {
      skipHeld();
      const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      held[row.length] = high - 1;
      row.push({ type: 'tableCell', children: lineOf(cell) });
      for (let column = 1; column < wide && left-- > 0; column++) {
        held[row.length] = high - 1;
        row.push(emptyCell());
      }
    }
    skipHeld();
    return row;
  };
}

function spanOf({ attributes }: HtmlElement, name: 'colspan' | 'rowspan'): number {
  return Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1);
}

function emptyCell(): TableCell {
  return { type: 'tableCell', children: [] };
}

function alignOf(cell: HtmlElement | undefined): AlignType {
  const value = cell?.attributes['align']?.toLowerCase();
  return value === 'left' || value === 'right' || value === 'center' ? value : null;
}
