/** What may be wrong inside a text or a formula, with its place. */
import type { RootContent } from 'mdast';

import type { Span } from '../types.ts';
import { spanOf, type ParsedFile } from './draft.ts';
import { shorten } from './local.ts';
import type { Reporter } from './messages.ts';

/* A reference that was left as text; `table[i][j]` is none. */
const UNDEFINED = /(?<![\p{L}\p{N}_)\]])\[[^\][]+\]\[[^\][]+\]|\[\^[^\]\s]{1,100}\]/gu;

/** Reports each reference in a text that has no definition: with one, it would be no text. */
export function checkReferences(value: string, node: RootContent, file: ParsedFile, reporter: Reporter): void {
  if (!value.includes('[')) return;
  const source = file.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  let from = 0;
  for (const [reference] of value.matchAll(UNDEFINED)) {
    const at = source.indexOf(reference, from);
    const whole = spanOf(file, node);
    // Behind an escape or an entity it may not be found as it is; then its text is the place.
    const span = at === -1 ? whole : spanInside(whole, source, at, at + reference.length);
    from = Math.max(from, at);
    reporter.report('undefined-reference', `Unexpected reference \`${shorten(reference)}\` without definition`, span);
  }
}

/** Reports a formula whose braces do not match, or that is never closed. */
export function checkMath(value: string, node: RootContent, file: ParsedFile, reporter: Reporter): void {
  let depth = 0;
  for (let index = 0; index < value.length; index++) {
    const letter = value[index];
    if (letter === '\\') index += 1;
    else if (letter === '{') depth += 1;
    else if (letter === '}' && --depth < 0) break;
  }
  const end = node.position?.end.offset;
  const closed =
    node.type !== 'math' || end === undefined || /\$\$\s*$/.test(file.text.slice(Math.max(0, end - 20), end));
  if (depth !== 0) {
    const reason = depth > 0 ? 'Unexpected `{` without `}` in a formula' : 'Unexpected `}` without `{` in a formula';
    reporter.report('unbalanced-math', reason, spanOf(file, node));
  } else if (!closed) {
    reporter.report('unbalanced-math', 'Unexpected `$$` that is never closed', spanOf(file, node));
  }
}

/* The place of a piece of a node, by the offsets of the piece in the source of the node. */
function spanInside(whole: Span, source: string, start: number, end: number): Span {
  const pointAt = (offset: number) => {
    const before = source.slice(0, offset).split('\n');
    const column = before.at(-1)!.length + (before.length === 1 ? whole.column : 1);
    return { line: whole.line + before.length - 1, column };
  };
  const [from, to] = [pointAt(start), pointAt(end)];
  return { ...whole, ...from, endLine: to.line, endColumn: to.column };
}
