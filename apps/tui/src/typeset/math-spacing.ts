import { cleanText } from './clean.ts';
import { isFence, type Box } from './math-box.ts';
import type { MathNode } from './mathml.ts';

/** Operators that say how two sides compare. */
export const RELATION = /^(?:=|≈|≡|∼|~|≃|≅|∝|≤|≥|<|>|≪|≫|≠|∈|∉|⊂|⊆|⊃|⊇|→|←|↔|⇒|⇐|⇔|⟹|⟺|⟶|↦|:=|≔|≜|∣|⊥|⟂|≺|≻|:)$/u;
/** Operators that join two terms. */
export const BINARY = /^(?:\+|−|-|±|∓|×|⋅|·|÷|∗|⊙|⊗|⊕|∘|∪|∩|∧|∨|∖|\/)$/u;
const LARGE = /^(?:∑|∏|∐|⋃|⋂|⨁|⨂|∫|∬|∭|∮)$/u;

/** Whether an element merely holds others in a row. */
export function isRow(node: MathNode): boolean {
  return ['mrow', 'math', 'mtd', 'mpadded', 'mstyle', 'semantics'].includes(node.name);
}

/** "Apply this function" is an operator too, and a space may be too thin for a terminal. */
export function isInvisible(node: MathNode): boolean {
  if (node.name === 'mspace') return spaces(node.attributes['width']) === 0;
  if (isRow(node)) return node.children.every(isInvisible);
  return node.name === 'mo' && node.attributes['fence'] !== 'true' && cleanText(node.text) === '';
}

/** Whether this is a fraction that is drawn with a rule. */
export function isTallFraction(node: MathNode | undefined, box: Box): boolean {
  return node !== undefined && box.rows.length > 1 && nucleus(node).name === 'mfrac';
}

/** Whether a bracket stands at this seam: nothing is put between it and what it holds. */
export function touches(before: MathNode | undefined, node: MathNode): boolean {
  const isBracket = (at: MathNode) => at.name === 'mo' && isFence(at.text);
  return (before !== undefined && isBracket(nucleus(before))) || isBracket(nucleus(node));
}

/** Names such as `log`, sums and fractions stand apart from a letter that follows. */
export function wantsGap(before: MathNode | undefined, node: MathNode): boolean {
  if (before === undefined || node.name === 'mspace' || (node.name === 'mo' && !isOpening(node))) return false;
  const core = nucleus(before);
  if (core.name === 'mo') return LARGE.test(core.text);
  if (isFunctionName(core)) return !beginsOpen(node);
  return isFunctionName(nucleus(node)) && (core.name !== 'mo' || isClosing(core));
}

export function beginsOpen(node: MathNode): boolean {
  return isOpening(node) || (isRow(node) && node.children[0] !== undefined && beginsOpen(node.children[0]));
}

function isFunctionName(node: MathNode): boolean {
  return node.name === 'mi' && node.text.length > 1 && /^[a-z\s]+$/i.test(node.text);
}

/** What a row of one, or a base with limits, really is. */
export function nucleus(node: MathNode): MathNode {
  const shown = node.children.filter((child) => !isInvisible(child));
  const inner = shown[0];
  const carries = ['munder', 'mover', 'munderover', 'msub', 'msup', 'msubsup'].includes(node.name);
  return inner !== undefined && (carries || (isRow(node) && shown.length === 1)) ? nucleus(inner) : node;
}

/** Whether an element is an operator between two others, and wants a space on either side. */
export function isInfix(nodes: readonly MathNode[], index: number): boolean {
  const node = nodes[index]!;
  if (node.name !== 'mo') return RELATION.test(nucleus(node).text) && nucleus(node).name === 'mo';
  if (RELATION.test(node.text)) {
    // A bar that closes is no relation; Temml marks those that are fences.
    return node.attributes['fence'] !== 'true' && nodes.length > 1;
  }
  if (!BINARY.test(node.text) || node.text === '/') return false;
  const before = nodes[index - 1];
  if (before === undefined || index === nodes.length - 1) return false;
  return before.name !== 'mo' || isClosing(before) || /^[′!%]$/.test(before.text);
}

/** Whether an operator opens a bracket. */
export function isOpening(node: MathNode): boolean {
  return /^[([{⟨⌊⌈]$/u.test(node.text) || (node.attributes['fence'] === 'true' && node.attributes['form'] === 'prefix');
}

/** Whether an operator closes a bracket. */
export function isClosing(node: MathNode): boolean {
  return (
    /^[)\]}⟩⌋⌉]$/u.test(node.text) || (node.attributes['fence'] === 'true' && node.attributes['form'] === 'postfix')
  );
}

/** A width as columns: an em is two, a thin space none. */
export function spaces(width = ''): number {
  const em = Number.parseFloat(width);
  return Number.isNaN(em) || em < 0.3 ? 0 : Math.min(8, Math.round(em * 2));
}
