import { chosenTarget } from '../choose.ts';
import { findOnPage, type Match } from '../find.ts';
import { geometryOf, pageOfState, type State } from '../state.ts';
import { fitLine, sliceLine, span, type Line, type Meaning } from '../typeset/line.ts';
import { seenLine } from '../typeset/wide.ts';

/** The visible lines of the page, each as wide as the pane, with what is chosen and found marked. */
export function pagePane(state: State): Line[] {
  const { page: width, rows, text, single } = geometryOf(state);
  const page = pageOfState(state);
  const chosen = chosenTarget(state)?.target;
  const matches = state.find === null ? [] : findOnPage(page, state.find.text);
  const here = state.find === null ? undefined : matches[state.find.at];
  const visible = matches.filter(({ line }) => line >= state.page.top && line < state.page.top + rows);
  const left = single ? span(' ') : span('│ ', 'frame');
  const total = single ? width : width + 1;
  return Array.from({ length: rows }, (_, index) => {
    const at = state.page.top + index;
    let line = page.lines[at] ?? [];
    if (chosen !== undefined && line.some(({ target }) => target === chosen)) {
      line = line.map((piece) => (piece.target === chosen ? { ...piece, style: ['selected'] } : piece));
    }
    for (const match of visible) {
      if (match.line === at) line = mark(line, match, match === here ? 'match-here' : 'match');
    }
    line = seenLine(line, state.page.across);
    return fitLine([left, ...fitLine(line, Math.max(0, Math.min(text, width - 1)))], total);
  });
}

function mark(line: Line, { from, to }: Match, meaning: Meaning): Line {
  const found = sliceLine(line, from, to).map((piece) => ({ ...piece, style: [...piece.style, meaning] }));
  return [...sliceLine(line, 0, from), ...found, ...sliceLine(line, to, Infinity)];
}
