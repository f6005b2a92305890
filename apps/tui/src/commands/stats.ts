import { countGuide, type Counts } from '@mlguide/core';
import type { ListItemCounts, SourceCounts } from '@mlguide/core/author';

import { readMarkdown } from '../markdown/read.ts';
import { openOwnGuide } from '../guide.ts';
import { paintLine } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { fitLine, lineText, span, widthOf, type Meaning } from '../typeset/line.ts';
import { print, printJson, type Call } from './command.ts';

const COLUMNS = [
  ['sections', 'sections'],
  ['topics', 'topics'],
  ['tbd', 'tbd'],
  ['questions', 'questions'],
  ['resources', 'resources'],
  ['words', 'words'],
  ['codeBlocks', 'code'],
] as const satisfies readonly (readonly [keyof Counts, string])[];

/** `mlguide stats [PATH]`: counts what a guide holds, module by module. */
export async function run(call: Call): Promise<number> {
  const path = call.words[0];
  const parsed = path === undefined ? undefined : await readMarkdown(path);
  const { modules, total } = countGuide(parsed?.guide ?? (await openOwnGuide()).guide);
  if (call.options['json'] === true) {
    printJson({ modules, total, ...(parsed && { items: parsed.items, source: parsed.source }) });
    return 0;
  }
  print(paintLine([span(cleanText(total.title), 'title')], call.theme));
  const rows = [['', ...COLUMNS.map(([, name]) => name)], ...modules.map(cells), cells({ ...total, title: 'All' })];
  for (const [index, line] of columnLines(rows, call.columns).entries()) {
    const style: Meaning[] = index === 0 ? ['muted'] : index === rows.length - 1 ? ['strong'] : [];
    print(paintLine([span(line, ...style)], call.theme));
  }
  print(`In the text: ${total.codeBlocks} blocks of code, ${total.formulas} formulas, ${total.links} links.`);
  if (parsed !== undefined) for (const line of sourceLines(parsed.source, parsed.items)) print(line);
  return 0;
}

function cells(counts: Counts): string[] {
  return [cleanText(counts.title), ...COLUMNS.map(([key]) => String(counts[key]))];
}

/** Rows in columns: titles at the left, cut where there is no room, numbers at the right. */
function columnLines(rows: readonly string[][], width: number): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))));
  const numbers = widths.slice(1).reduce((sum, one) => sum + one + 2, 0);
  const first = Math.max(8, Math.min(widths[0]!, width - numbers));
  return rows.map(([title, ...values]) => {
    const name = lineText(fitLine([span(title!)], first));
    return name + values.map((value, index) => value.padStart(widths[index + 1]! + 2)).join('');
  });
}

function sourceLines(source: SourceCounts, items: ListItemCounts): string[] {
  const became = Object.entries(items).map(([what, count]) => `${count} ${what}`);
  return [
    `Read: ${source.files} ${source.files === 1 ? 'file' : 'files'}, ${source.headings} headings, ${source.listItems} list items, ${source.links} links.`,
    `The list items became ${became.join(', ')}.`,
  ];
}
