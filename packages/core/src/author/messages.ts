import type { NodeId, Span } from '../types.ts';
import { rules, type RuleId } from './rules.ts';

/** How bad a message is. An `error` stops a build; `off` silences a rule. */
export type Severity = 'error' | 'warning' | 'info';

/** What the parser says about an author's mistake, with its place. */
export interface Message {
  /** The rule, as in `docs/diagnostics.md`. */
  rule: RuleId;
  /** How bad it is, the settings of the guide considered. */
  severity: Severity;
  /** One sentence: what was unexpected, what was expected, the next step if there is one. */
  reason: string;
  /** The file, relative to the guide's root. */
  file: string;
  /** Line, from 1. */
  line: number;
  /** Column, from 1, in UTF-16 units, as editors count. */
  column: number;
  /** Line on which the place ends, from 1. */
  endLine: number;
  /** Column behind its last character, from 1, in UTF-16 units. */
  endColumn: number;
  /** The explanation of the rule. */
  url: string;
  /** The node it speaks of, once the tree stands. */
  node?: NodeId;
}

/** What an author may set per rule in the frontmatter of the guide's root `index.md`. */
export type RuleSettings = Partial<Record<RuleId, Severity | 'off'>>;

/** Where `docs/diagnostics.md` can be read. */
const DOCS = 'https://github.com/mlguide/mlguide/blob/main/docs/diagnostics.md';

/** Collects messages; the one way to raise one. */
export class Reporter {
  readonly #messages: Message[] = [];

  /** Raises a message at a place. */
  report(rule: RuleId, reason: string, at: Span, node?: NodeId): void {
    const { file, line, column, endLine, endColumn } = at;
    this.#messages.push({
      rule,
      severity: rules[rule].severity,
      reason,
      file,
      line,
      column,
      endLine,
      endColumn,
      url: `${DOCS}#${rule}`,
      ...(node === undefined ? {} : { node }),
    });
  }

  /** All messages in the order of files and places, with the severities that the guide has set. */
  messages(settings: RuleSettings = {}, fileOrder: ReadonlyMap<string, number> = new Map()): Message[] {
    const rank = (file: string) => fileOrder.get(file) ?? -1;
    return this.#messages
      .filter(({ rule }) => settings[rule] !== 'off' && (settings[rule] !== undefined || !rules[rule].optional))
      .map((message) => {
        const set = settings[message.rule];
        return set === undefined || set === 'off' ? message : { ...message, severity: set };
      })
      .toSorted(
        (a, b) =>
          rank(a.file) - rank(b.file) ||
          compare(a.file, b.file) ||
          a.line - b.line ||
          a.column - b.column ||
          compare(a.rule, b.rule),
      );
  }
}

/** Code-unit order: the same on every machine, unlike a locale's. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The place at the start of a file. */
export function startOf(file: string): Span {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
