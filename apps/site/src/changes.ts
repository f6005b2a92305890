/** What changed in a guide, and when: from the history of its files. */
import { isPage, pagesOf, type Guide, type NodeId, type PageNode } from '@mlguide/core';

import { readHistory, readLineDates, type FileChange } from './history.ts';

/** What happened to a page on one day. */
export interface Change {
  id: NodeId;
  kind: 'added' | 'renamed' | 'moved' | 'changed';
  /** What it was called before that day, if it was renamed. */
  titleBefore?: string;
  /** The last moment of that day when it changed, in seconds since 1970. */
  at: number;
}

/**
 * The changes of a guide's pages.
 *
 * @param folder The folder of the guide's Markdown.
 */
export function changesOf(guide: Guide, folder: string): Change[] {
  const history = readHistory(folder);
  if (history === undefined) return [];
  const byFile = Map.groupBy(history, ({ file }) => file);
  const withFile = pagesOf(guide).filter((page) => hasOwnFile(guide, page));
  const pagesByFile = Map.groupBy(withFile, ({ span }) => span.file);
  const found = [...pagesByFile].flatMap(([file, pages]) => {
    if (!byFile.has(file)) return [];
    const [first] = pages;
    const whole = pages.every(({ id }) => id === first!.id || id.startsWith(`${first!.id}/`));
    if (!whole) return changesByLine(pages, readLineDates(folder, file) ?? []);
    return changesByDay(first!.id, byFile.get(file)!);
  });
  const order = new Map(pagesOf(guide).map(({ id }, index) => [id, index]));
  return found.toSorted((a, b) => b.at - a.at || order.get(a.id)! - order.get(b.id)!);
}

/** Whether a page was written in its file: a folder without an index borrows the place of what comes first in it. */
export function hasOwnFile(guide: Guide, { span, children }: PageNode): boolean {
  return !children.some((id) => {
    const child = guide.nodes[id]!;
    return isPage(child) && child.span.file === span.file && child.span.line === span.line;
  });
}

/** The day of a moment, as ISO 8601 has it, in UTC. */
export function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function changesByDay(id: NodeId, history: readonly FileChange[]): Change[] {
  const days = Map.groupBy(history, ({ at }) => dayOf(at));
  return [...days.values()].flatMap((day): Change[] => {
    const at = day[0]!.at;
    if (day.some(({ kind }) => kind === 'added')) return [{ id, kind: 'added', at }];
    const titleBefore = day.findLast((change) => change.titleBefore !== undefined)?.titleBefore;
    if (titleBefore !== undefined) return [{ id, kind: 'renamed', titleBefore, at }];
    return [{ id, kind: day.some(({ kind }) => kind === 'moved') ? 'moved' : 'changed', at }];
  });
}

/** Pages that share a file, such as one README for a whole guide: each has the lines up to the next. */
function changesByLine(pages: readonly PageNode[], dates: readonly (number | undefined)[]): Change[] {
  const inOrder = pages.toSorted((a, b) => a.span.line - b.span.line);
  return inOrder.flatMap(({ id, span }, index): Change[] => {
    const end = Math.min(span.endLine, (inOrder[index + 1]?.span.line ?? Infinity) - 1);
    const known = dates.slice(span.line - 1, Math.max(end, span.line)).filter((date) => date !== undefined);
    if (known.length === 0) return [];
    const at = known.reduce((most, date) => Math.max(most, date));
    // Whether it was there before its oldest line, the lines cannot tell.
    return [{ id, kind: known.every((date) => date === at) ? 'added' : 'changed', at }];
  });
}
