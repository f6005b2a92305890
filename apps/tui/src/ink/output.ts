import { visibleWidth } from './visible-width.ts';

/** A piece of a row: text with its escape sequences, from a column on. */
interface Piece {
  x: number;
  text: string;
}

/**
 * Takes the place of Ink's own `Output` when the program is built (see `ink-modules.ts`).
 *
 * Ink turns every cell of a frame into an object and back, twice: 12 ms of each key at 200 × 60, and most of its
 * memory. Our panes never overlap, their lines are of exact width and end every style they begin, so a row is its pieces
 * one after the other.
 */
export default class Output {
  readonly #rows: Piece[][];

  constructor({ height }: { width: number; height: number }) {
    this.#rows = Array.from({ length: height }, () => []);
  }

  write(x: number, y: number, text: string): void {
    for (const [index, line] of text.split('\n').entries()) this.#rows[y + index]?.push({ x, text: line });
  }

  clip(): void {
    // Nothing of ours reaches beyond its pane.
  }

  unclip(): void {
    // As above.
  }

  get(): { output: string; height: number } {
    const lines = this.#rows.map((pieces) => {
      let line = '';
      let column = 0;
      for (const { x, text } of pieces) {
        line += ' '.repeat(Math.max(0, x - column)) + text;
        column = Math.max(column, x) + (pieces.length > 1 ? visibleWidth(text) : 0);
      }
      return line.trimEnd();
    });
    return { output: lines.join('\n'), height: lines.length };
  }
}
