import { cleanText } from './clean.ts';

/** A box: its name, and what is written in it between any of Mermaid's brackets, in quotation marks or without. */
const BOX = /^([\w-]+?)(?:\s*[[({>/\\]+(?:"([^"]*)"|([^"]*?))[\])}/\\]+)?(?=$|\s|-->|---|-\.|==|&)/;
/** An arrow, with words on it or without. */
const ARROW = /^(?:--\s+(.+?)\s+-->|-\.\s+(.+?)\s+\.->|(?:-->|---|-\.->|==>)\s*(?:\|"?(.*?)"?\|)?)/;
/** What is for the eye only. */
const LOOKS = /^(?:flowchart|graph|style|classDef|class|linkStyle|direction|subgraph|end\b|%%)/;

/** An arrow of a flow chart, from box to box, and the words on it; `''` if there are none. */
export interface Arrow {
  from: string;
  to: string;
  words: string;
}

/**
 * What a flow chart says, arrow by arrow, in its order. Nothing, if there is a line in it that is not understood, or if it
 * is another kind of diagram.
 */
export function readFlowchart(source: string): Arrow[] | undefined {
  if (!/^\s*(?:flowchart|graph)\b/.test(source)) return undefined;
  const labels = new Map<string, string>();
  const arrows: Arrow[] = [];
  for (const line of source.split(/[\n;]/).map((text) => text.trim())) {
    if (line === '' || LOOKS.test(line)) continue;
    if (!readLine(line, labels, arrows)) return undefined;
  }
  const label = (name: string) => cleanText((labels.get(name) ?? name).replaceAll(/<br\s*\/?>/g, ' '));
  return arrows.map(({ from, to, words }) => ({ from: label(from), to: label(to), words: cleanText(words) }));
}

/** Reads `A[one] --> B & C -->|two| D`; says whether all of it was understood. */
function readLine(line: string, labels: Map<string, string>, arrows: Arrow[]): boolean {
  let rest = line;
  let from: string[] = [];
  let words: string | undefined;
  for (;;) {
    const boxes: string[] = [];
    do {
      rest = rest.replace(/^\s*&?\s*/, '');
      const [box, name, quoted, plain] = BOX.exec(rest) ?? [];
      const label = quoted ?? plain;
      if (box === undefined || name === undefined) return false;
      if (label !== undefined) labels.set(name, label);
      boxes.push(name);
      rest = rest.slice(box.length).trimStart();
    } while (rest.startsWith('&'));
    if (words !== undefined) for (const start of from) for (const to of boxes) arrows.push({ from: start, to, words });
    if (rest === '') return true;
    const arrow = ARROW.exec(rest);
    if (arrow === null) return false;
    words = arrow[1] ?? arrow[2] ?? arrow[3] ?? '';
    rest = rest.slice(arrow[0].length);
    from = boxes;
  }
}
