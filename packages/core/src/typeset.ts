/**
 * Typesetting: what can be worked out once, when a guide is built, and read by every screen: formulas as MathML and as
 * text, code as coloured tokens, diagrams as SVG and as box drawings.
 *
 * @module
 */
export { typesetBody, type TypesetOptions, type TypesetProblem } from './typeset/body.ts';
export { typesetMath } from './typeset/math.ts';
