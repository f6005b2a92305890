import type { List } from 'mdast';

import { spanOf, type ParsedFile } from './draft.ts';
import type { Reporter } from './messages.ts';

/** Looks at how a list, and every list in it, was typed: its numbers and its indentation. */
export function checkListSource(list: List, file: ParsedFile, reporter: Reporter): void {
  const stack: List[] = [list];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    checkIndentation(at, file, reporter);
    if (at.ordered) checkNumbers(at, file, reporter);
    for (const item of at.children) {
      // What stands below a heading is looked at when it is placed.
      if (item.children[0]?.type === 'heading') continue;
      for (const child of item.children) if (child.type === 'list') stack.push(child);
    }
  }
}

function checkIndentation(list: List, file: ParsedFile, reporter: Reporter): void {
  let expected = list.children[0]?.position?.start.column;
  for (const item of list.children) {
    const column = item.position?.start.column;
    if (column === expected || column === undefined || expected === undefined) continue;
    const reason = `Unexpected indentation of ${column - 1} spaces, expected ${expected - 1} as in the item before it`;
    reporter.report('mixed-indentation', reason, spanOf(file, item));
    expected = column;
  }
}

function checkNumbers(list: List, file: ParsedFile, reporter: Reporter): void {
  let previous: number | undefined;
  let step: number | undefined;
  let missed: number | undefined;
  for (const item of list.children) {
    const number = numberAt(file, item.position?.start.offset);
    if (number === undefined) continue;
    if (previous !== undefined) {
      // "1. 1. 1." lets Markdown count; any other list counts by ones.
      step ??= number === previous && previous <= 1 ? 0 : 1;
      // After one wrong number the list may go on as if it had been right.
      const goesOn = missed !== undefined && number === missed + 1;
      missed = number === previous + step ? undefined : previous + step;
      if (missed !== undefined && !goesOn) {
        const reason = `Unexpected number \`${number}.\` after \`${previous}.\`, expected \`${previous + step}.\``;
        reporter.report('list-numbering', reason, spanOf(file, item));
        step = 1;
      }
    }
    previous = number;
  }
}

function numberAt(file: ParsedFile, offset: number | undefined): number | undefined {
  if (offset === undefined) return undefined;
  const match = /^\d{1,9}/u.exec(file.text.slice(offset, offset + 9));
  return match ? Number(match[0]) : undefined;
}
