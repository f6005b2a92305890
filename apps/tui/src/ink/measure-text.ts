import widestLine from './widest-line.ts';

/** Takes the place of Ink's, which keeps the last 4096 texts: ours are whole panes, and seldom the same again. */
export default function measureText(text: string): { width: number; height: number } {
  return text === '' ? { width: 0, height: 0 } : { width: widestLine(text), height: text.split('\n').length };
}
