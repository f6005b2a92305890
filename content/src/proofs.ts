/**
 * Reads what a topic can prove: its code, the output it prints, and the numbers of its worked example.
 *
 * An author writes, invisible on GitHub:
 *
 * ```markdown
 * <!-- check
 * import math
 * 9.5 / 12 => 0.792
 * -->
 * ```
 *
 * A line with `=>` is an expression of Python and its value as the text prints it. Other lines are executed. All of a
 * topic's blocks and checks share one namespace, in the order of the file.
 */

/** One thing to run, with the line of the file on which it starts. */
export type Step =
  | { kind: 'run'; line: number; code: string }
  | { kind: 'output'; line: number; text: string }
  | { kind: 'statement'; line: number; code: string }
  | { kind: 'check'; line: number; expression: string; printed: string };

/** What one topic file can prove. */
export interface Proofs {
  steps: Step[];
  /** Blocks of TypeScript to run, each on its own. */
  typescript: { line: number; code: string }[];
  /** Whether its Python needs NumPy. */
  numpy: boolean;
  /** Numbers that the text prints and that no code or check computes, with their lines. */
  unproven: { line: number; number: string }[];
  /** Values that a check computes and that the text does not print. */
  unprinted: { line: number; printed: string }[];
}

const FENCE = /^(\s*)(`{3,}|~{3,})\s*(.*?)\s*$/u;
const NUMBER = /(?<![\w.])-?\d[\d,]*(?:\.\d+)?(?:e-?\d+)?/gu;

/** Reads the proofs of a topic. */
export function readProofs(markdown: string): Proofs {
  const lines = markdown.replace(/\r\n?/gu, '\n').split('\n');
  const proofs: Proofs = { steps: [], typescript: [], numpy: false, unproven: [], unprinted: [] };
  const prose: { line: number; text: string; section: string }[] = [];
  let section = '';
  for (let at = frontmatterEnd(lines); at < lines.length; at++) {
    const line = lines[at]!;
    const fence = FENCE.exec(line);
    if (fence) {
      const end = closingFence(lines, at, fence[2]!);
      const indent = fence[1]!.length;
      addBlock(
        proofs,
        fence[3]!,
        at + 1,
        lines
          .slice(at + 1, end)
          .map((one) => one.slice(indent))
          .join('\n'),
      );
      at = end;
    } else if (line.trimStart().startsWith('<!--')) {
      const end = lines.findIndex((one, index) => index >= at && one.includes('-->'));
      const last = end === -1 ? lines.length - 1 : end;
      if (line.trim() === '<!-- check') addChecks(proofs, lines, at + 1, last);
      at = last;
    } else {
      if (line.startsWith('## ')) section = line.slice(3).trim();
      prose.push({ line: at + 1, text: line, section });
    }
  }
  compare(proofs, prose);
  return proofs;
}

function frontmatterEnd(lines: readonly string[]): number {
  return lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
}

function closingFence(lines: readonly string[], from: number, mark: string): number {
  const closing = new RegExp(`^\\s*${mark[0]}{${mark.length},}\\s*$`, 'u');
  const end = lines.findIndex((line, index) => index > from && closing.test(line));
  return end === -1 ? lines.length : end;
}

function addBlock(proofs: Proofs, info: string, line: number, code: string): void {
  if (info === 'python run' || info === 'python run numpy') {
    proofs.steps.push({ kind: 'run', line, code });
    if (info.endsWith('numpy')) proofs.numpy = true;
  } else if (info === 'text output') proofs.steps.push({ kind: 'output', line, text: code });
  else if (info === 'typescript run') proofs.typescript.push({ line, code });
}

function addChecks(proofs: Proofs, lines: readonly string[], from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const text = lines[at]!.trim();
    const arrow = text.lastIndexOf('=>');
    if (text === '') continue;
    if (arrow === -1) proofs.steps.push({ kind: 'statement', line: at + 1, code: text });
    else {
      const expression = text.slice(0, arrow).trim();
      proofs.steps.push({ kind: 'check', line: at + 1, expression, printed: text.slice(arrow + 2).trim() });
    }
  }
}

/* Small whole numbers are counts and indices of the prose ("three trees", "layer 2"), not results. */
const SMALL = 12;

function compare(proofs: Proofs, prose: readonly { line: number; text: string; section: string }[]): void {
  const printed = new Set(prose.flatMap(({ text }) => numbersIn(text)));
  const whole = prose.map(({ text }) => text.replaceAll('{,}', ',')).join('\n');
  const computed = new Set<number>();
  for (const step of proofs.steps) {
    const text =
      step.kind === 'check' ? `${step.expression} ${step.printed}` : step.kind === 'output' ? step.text : step.code;
    for (const number of numbersIn(text)) computed.add(Number(number));
    if (step.kind !== 'check') continue;
    const value = numbersIn(step.printed)[0];
    const found =
      value === undefined ? whole.includes(step.printed) : printed.has(value) || whole.includes(step.printed);
    if (!found) proofs.unprinted.push({ line: step.line, printed: step.printed });
  }
  for (const { line, text, section } of prose) {
    if (section !== 'Worked example') continue;
    for (const number of numbersIn(text.replace(/\]\([^)]*\)/gu, ']'))) {
      const value = Number(number);
      const small = Number.isInteger(value) && value <= SMALL;
      if (!small && !computed.has(value) && !computed.has(Number((value / 100).toPrecision(12)))) {
        proofs.unproven.push({ line, number });
      }
    }
  }
}

/** The numbers of a text, without signs and thousands separators. */
function numbersIn(text: string): string[] {
  const matches = text.replaceAll('{,}', ',').replaceAll('−', '-').match(NUMBER) ?? [];
  return matches.map((number) => number.replaceAll(',', '').replace(/^-/u, ''));
}
