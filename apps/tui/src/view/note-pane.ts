import { geometryOf, type Note, type State } from '../state.ts';
import { cleanText } from '../typeset/clean.ts';
import { fitLine, graphemes, span, widthOf, type Line } from '../typeset/line.ts';

/** A note being written, over the whole width, with the place where the next letter goes always in sight. */
export function notePane(state: State, note: Note): Line[] {
  const { columns } = state;
  const { rows } = geometryOf(state);
  const title = cleanText(state.guide.nodes[note.id]?.title ?? '');
  const head: Line[] = [[span(' '), span(`Note on ${title}`, 'strong')], [span('─'.repeat(columns), 'frame')]];
  const { lines, cursor } = noteLines(note, Math.max(1, columns - 2));
  const room = Math.max(1, rows - head.length);
  const top = Math.max(0, Math.min(cursor - Math.floor(room / 2), lines.length - room));
  const shown = [...head, ...lines.slice(top, top + room).map((line) => [span(' '), ...line])];
  return Array.from({ length: rows }, (_, row) => fitLine(shown[row] ?? [], columns));
}

/** The lines of the draft, folded between characters, and the number of the one with the cursor. */
function noteLines({ text, at }: Note, width: number): { lines: Line[]; cursor: number } {
  const lines: Line[] = [];
  let cursor = 0;
  let index = 0;
  for (const typed of text.split('\n')) {
    let line: Line = [];
    let filled = 0;
    const put = (shown: string, isHere: boolean) => {
      const wide = widthOf(shown);
      if (filled + wide > width) {
        lines.push(line);
        line = [];
        filled = 0;
      }
      if (isHere) cursor = lines.length;
      line.push(isHere ? span(shown, 'selected') : span(shown));
      filled += wide;
    };
    for (const grapheme of graphemes(typed)) {
      put(cleanText(grapheme), at >= index && at < index + grapheme.length);
      index += grapheme.length;
    }
    // Behind the last letter of a line there is room for the next.
    if (at === index) put(' ', true);
    index += 1;
    lines.push(line);
  }
  return { lines, cursor };
}
