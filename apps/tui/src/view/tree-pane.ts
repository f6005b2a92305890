import { readCount } from '../marks.ts';
import { geometryOf, rowsOfState, type State } from '../state.ts';
import type { TreeRow } from '../tree.ts';
import { cleanText } from '../typeset/clean.ts';
import { fitLine, lineWidth, span, widthOf, type Line, type Meaning } from '../typeset/line.ts';

/** The visible rows of the tree, each as wide as the pane. */
export function treePane(state: State): Line[] {
  const { tree: width, rows } = geometryOf(state);
  const all = rowsOfState(state);
  return Array.from({ length: rows }, (_, index) => {
    const row = all[state.tree.top + index];
    if (row === undefined) return [span(' '.repeat(width))];
    const look: Look = {
      isCursor: row.id === state.tree.cursor,
      hasFocus: state.focus === 'tree',
      isMarked: state.bookmarks.includes(row.id),
      isRead: state.read.has(row.id),
      read: state.read.size === 0 ? 0 : readCount(state.guide, state.read, row.id),
    };
    return drawRow(row, width, look);
  });
}

/** What distinguishes a row beyond what it says. */
interface Look {
  isCursor: boolean;
  hasFocus: boolean;
  /** Whether it has a bookmark. */
  isMarked: boolean;
  /** Whether it is a topic that is read, and how many topics in it are. */
  isRead: boolean;
  read: number;
}

function drawRow(row: TreeRow, width: number, { isCursor, hasFocus, isMarked, isRead, read }: Look): Line {
  const depth = Math.min(row.depth, Math.floor(width / 6));
  const mark = row.branch ? (row.open ? '▾ ' : '▸ ') : row.id === '' ? '' : '  ';
  const topics = read > 0 ? `${read}/${row.topics}` : String(row.topics);
  const facts = [...(isRead ? ['✓'] : []), ...(row.topics > 0 ? [topics] : row.tbd ? ['tbd'] : [])];
  const count = facts.join(' ');
  const bar = row.depth === 0 && row.topics > 0 && read > 0 ? progressBar(read / row.topics, width) : [];
  const isDone = isRead || (read > 0 && read === row.topics);
  const left = (isMarked ? '★' : ' ') + '  '.repeat(depth) + mark;
  const room = width - widthOf(left) - (count === '' ? 1 : count.length + 2) - lineWidth(bar);
  const over: Meaning[] = isCursor ? [hasFocus ? 'selected' : 'cursor'] : [];
  const title: Meaning[] =
    row.id === '' ? ['title'] : row.branch && row.depth === 0 ? ['strong'] : row.tbd ? ['muted'] : [];
  // A reversed row is one block of one colour; what is inside it keeps no colour of its own.
  const style = (meanings: Meaning[]): Meaning[] => (isCursor ? over : meanings);
  return fitLine(
    [
      { text: left, style: isCursor && hasFocus ? over : ['frame'] },
      ...fitLine([{ text: cleanText(row.title), style: style(title) }], room, isCursor && hasFocus ? over : []),
      ...bar.map((piece) => (isCursor && hasFocus ? { ...piece, style: over } : piece)),
      ...(count === ''
        ? []
        : [{ text: ` ${count}`, style: isCursor && hasFocus ? over : ([isDone ? 'good' : 'muted'] as Meaning[]) }]),
    ],
    width,
    isCursor && hasFocus ? over : [],
  );
}

const GAUGE = '▁▂▃▄▅▆▇█';

/** How much of a module is read: a bar, or where the tree is narrow a gauge of one column. */
function progressBar(share: number, width: number): Line {
  const length = width >= 40 ? 8 : width >= 32 ? 5 : 0;
  // Something read is never drawn as nothing, and not quite all never as all.
  const full = (most: number) => (share >= 1 ? most : Math.max(1, Math.min(most - 1, Math.round(share * most))));
  if (length === 0) return [span(' '), span(GAUGE[full(GAUGE.length) - 1]!, 'good')];
  return [span(' '), span('━'.repeat(full(length)), 'good'), span('─'.repeat(length - full(length)), 'frame')];
}
