import { describe, expect, test } from 'vitest';
import { parseGuide } from '@mlguide/core/author';

import { typesetBody } from '../src/typeset/body.ts';
import { lineText, lineWidth, type Line } from '../src/typeset/line.ts';
import { lastMove, movesToSee, seenLine } from '../src/typeset/wide.ts';

const TABLE = [
  '| Model | Loss function used for training | Optimiser | Regularisation | Interpretability | Notes |',
  '| --- | --- | --- | --- | --- | --- |',
  '| Logistic regression | Cross-entropy, which is convex | L-BFGS | L1, L2 | high | A baseline |',
  '| Transformer | Cross-entropy | AdamW | dropout | low | 言葉 needs data |',
].join('\n');

function linesAt(width: number, markdown = TABLE): Line[] {
  const { bodies } = parseGuide([{ path: 'a.md', text: `# A\n\n## B\n\n${markdown}\n` }]);
  return typesetBody(bodies['b']!, width, 'window');
}
const seen = (lines: Line[], moves: number) => lines.map((line) => lineText(seenLine(line, moves)).trimEnd());
const wideOf = (lines: Line[]) => lines[0]!.find(({ wide }) => wide !== undefined)!.wide!;

describe('a table that is too wide', () => {
  test('is shrunk as long as no word of it is cut', () => {
    expect(linesAt(130).every((line) => lineWidth(line) <= 130)).toBe(true);
    expect(linesAt(130)[0]!.some(({ wide }) => wide !== undefined)).toBe(false);
  });

  test('is seen through a window that keeps the first column', () => {
    const lines = linesAt(60);
    expect(seen(lines, 0).slice(0, 5)).toEqual([
      '┌─────────────────────┬────────────────────────────┬────────',
      '│ Model               │ Loss function used for     │ Optimis',
      '│                     │ training                   │',
      '├─────────────────────┼────────────────────────────┼────────',
      '│ Logistic regression │ Cross-entropy, which is    │ L-BFGS',
    ]);
    expect(seen(lines, 2)[1]).toBe('│ Model               │ Regularisation │ Interpretability │');
    expect(seen(lines, 0).at(-1)).toBe('  ━━━━━━━━━━━━──────────── ▸ H L');
    expect(seen(lines, lastMove(wideOf(lines))).at(-1)).toMatch(/^◂ ─+━+ {3}H L$/);
  });

  test.each([20, 30, 45, 60, 77])('shows every word of it in one window or another at %i columns', (width) => {
    const lines = linesAt(width);
    const last = lastMove(wideOf(lines));
    const windows = Array.from({ length: last + 1 }, (_, moves) => seen(lines, moves).join('\n'));
    for (const word of ['Logistic', 'Transformer', 'Cross-entropy', 'L-BFGS', 'Interpretability', '言葉', 'baseline'])
      expect(
        windows.some((text) => text.includes(word)),
        `${word} at ${width}`,
      ).toBe(true);
    for (const line of lines)
      for (let moves = 0; moves <= last + 2; moves++)
        expect(lineWidth(seenLine(line, moves))).toBeLessThanOrEqual(width);
  });

  test('keeps what stands around it: a list, a quote', () => {
    const lines = linesAt(
      50,
      TABLE.split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
    );
    expect(seen(lines, 1)[1]).toMatch(/^▌ │ Model/);
  });

  test('moves to what was found', () => {
    const lines = linesAt(60);
    const row = lines.findIndex((line) => lineText(line).includes('baseline'));
    const from = lineText(lines[row]!).indexOf('baseline');
    const moves = movesToSee(lines[row]!, from, from + 8, 0);
    expect(seen(lines, moves)[row]).toContain('baseline');
    expect(movesToSee(lines[row]!, from, from + 8, moves)).toBe(moves);
  });

  test('becomes a list of records where nothing can move', () => {
    const { bodies } = parseGuide([{ path: 'a.md', text: `# A\n\n## B\n\n${TABLE}\n` }]);
    const lines = typesetBody(bodies['b']!, 30).map(lineText);
    expect(lines[0]).toBe('• Model: Logistic regression');
  });
});
