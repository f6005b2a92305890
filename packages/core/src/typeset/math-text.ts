import type { MathElement, MathNode } from './mathml.ts';

const SUPERSCRIPTS = table(
  '0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθφχ⊤*′,. ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᵠᵡᵀ*′‚· ',
);
const SUBSCRIPTS = table('0123456789+−-=()aehijklmnoprstuvxβγρφχ, ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ‚ ');
/* Combining marks that stand for an accent above. */
const ACCENTS: Record<string, string> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '¯': '\u0304',
  '‾': '\u0304',
  '~': '\u0303',
  '˜': '\u0303',
  '∼': '\u0303',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20D7',
  '⃗': '\u20D7',
  ˇ: '\u030C',
};

const RELATIONS = /^[=≠<>≤≥≈≡≅∼≃∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔↦≔∣∥≪≫⪯⪰⊥⇝|]$|^:=$/u;
const BINARY = /^[+−±∓×·⋅∗∘⊙⊗⊕∪∩∧∨∖÷]$/u;
/* Invisible operators, and the spaces that Temml puts where CSS could not. */
const INVISIBLE = /[\u2061-\u2064\u200B\u2009\u200A\u2005\u2006\u00A0]/gu;

/** A formula in one line of text, such as `θₜ₊₁ = θₜ − η m̂ₜ/(√v̂ₜ + ε)`. */
export function mathText(root: MathElement): string {
  return row(root.children).replace(/\s+/gu, ' ').trim();
}

function row(nodes: readonly MathNode[]): string {
  const flat = nodes.flatMap(flatten);
  let text = '';
  let afterOperator = true;
  let before: MathNode | undefined;
  flat.forEach((node) => {
    const piece = typeof node === 'string' ? node : render(node);
    if (typeof node !== 'string' && node.name === 'mo') {
      const mark = piece.trim();
      if (mark === '') return;
      before = isLarge(node) || isName(node) ? node : undefined;
      if (isLarge(node)) {
        text += (/[\p{L}\p{N}\p{M})\]]$/u.test(text) ? ' ' : '') + mark;
        afterOperator = false;
        return;
      }
      if (RELATIONS.test(mark) && node.attributes['fence'] !== 'true') {
        text = `${text.trimEnd()} ${mark} `;
        afterOperator = true;
        return;
      }
      // A minus at the start, or behind another operator or an opening bracket, is a sign.
      if (BINARY.test(mark)) {
        text = afterOperator ? text + mark : `${text.trimEnd()} ${mark} `;
        afterOperator = true;
        return;
      }
      text += mark === ',' || mark === ';' ? `${mark} ` : mark;
      afterOperator = /^[([{,;|⟨‖⌊⌈]$/u.test(mark);
      return;
    }
    if (piece === '') return;
    // "log x", "max f": a name needs a space before what it is applied to, not before a bracket.
    const name =
      before !== undefined && (isName(before) || isLarge(before) || isFraction(before)) && !/^[([]/u.test(piece);
    const starts = (isName(node) || isLarge(node)) && /[\p{L}\p{N}\p{M}\p{Sk}\p{No})\]]$/u.test(text);
    // "π_A a": what follows a script in full-sized letters would become part of it.
    const goesOn = /[_^][\p{L}\p{N}\p{M}′*⊤]+$/u.test(text) && /^[\p{L}\p{N}√]/u.test(piece);
    if ((name || starts || goesOn) && !/[\s([{]$/u.test(text)) text += ' ';
    text += piece;
    if (typeof node === 'string' || node.name !== 'mspace') before = node;
    afterOperator = false;
  });
  return text;
}

/* Rows inside rows say nothing in a line of text, unless they are fenced. */
function flatten(node: MathNode): MathNode[] {
  if (typeof node === 'string') return node.trim() === '' ? [] : [node];
  if (node.name === 'mrow' || node.name === 'math' || node.name === 'mstyle' || node.name === 'mpadded') {
    return node.children.flatMap(flatten);
  }
  if (node.name === 'semantics') return node.children.slice(0, 1).flatMap(flatten);
  return node.name === 'annotation' ? [] : [node];
}

function baseOf(node: MathNode): MathElement | undefined {
  if (typeof node === 'string') return undefined;
  const scripted = /^(?:msub|msup|msubsup|munder|mover|munderover)$/u.test(node.name);
  const inner = scripted ? flatten(node.children[0] ?? '')[0] : node;
  return typeof inner === 'string' ? undefined : inner;
}

/** A name such as `log` or `max`, with or without scripts. */
function isName(node: MathNode): boolean {
  const inner = baseOf(node);
  if (!inner) return false;
  return (inner.name === 'mi' || inner.name === 'mo') && /^[a-z ]{2,}$/iu.test(textOf(inner).replace(INVISIBLE, ''));
}

function isFraction(node: MathNode): boolean {
  return typeof node !== 'string' && node.name === 'mfrac';
}

/** A sum, product or integral sign, with or without limits. */
function isLarge(node: MathNode): boolean {
  const inner = baseOf(node);
  return inner?.name === 'mo' && /^[∑∏∫∮⋃⋂⨁]$/u.test(textOf(inner).trim());
}

function render(node: MathElement): string {
  const [first, second, third] = node.children.map((child) => (typeof child === 'string' ? child : row([child])));
  switch (node.name) {
    case 'mi':
    case 'mn':
    case 'mo':
      return textOf(node).replace(INVISIBLE, '');
    case 'mtext':
      return textOf(node).replace(/\u00A0/gu, ' ');
    case 'mspace':
      return (node.attributes['width'] ?? '').startsWith('0') ? '' : ' ';
    case 'mfrac':
      return node.attributes['linethickness'] === '0' || node.attributes['linethickness'] === '0px'
        ? `${first} choose ${second}`
        : `${group(first, 'above')}/${group(second, 'below')}`;
    case 'msqrt':
      return `√${group(row(node.children), 'below')}`;
    case 'mroot':
      return `${script(second, SUPERSCRIPTS, '')}√${group(first, 'below')}`;
    case 'msup':
      return `${base(first)}${script(second, SUPERSCRIPTS, '^')}`;
    case 'msub':
      return `${first}${script(second, SUBSCRIPTS, '_')}`;
    case 'msubsup':
    case 'munderover':
      return `${first}${script(second, SUBSCRIPTS, '_')}${script(third, SUPERSCRIPTS, '^')}`;
    case 'munder':
      return /^[⏟_‾⎵]?$/u.test(second ?? '') ? (first ?? '') : `${first}${script(second, SUBSCRIPTS, '_')}`;
    case 'mover': {
      const accent = ACCENTS[(second ?? '').trim()];
      if (accent !== undefined) return accentuate(first ?? '', accent);
      return /^[⏞‾⎴]?$/u.test(second ?? '') ? (first ?? '') : `${first}${script(second, SUPERSCRIPTS, '^')}`;
    }
    case 'mtable':
      return matrix(node);
    case 'mphantom':
      return '';
    default:
      return row(node.children);
  }
}

function matrix(node: MathElement): string {
  const rows = node.children.flatMap((one) =>
    typeof one === 'string'
      ? []
      : [one.children.map((cell) => (typeof cell === 'string' ? cell : row(cell.children)).trim())],
  );
  return rows.map((cells) => cells.filter(Boolean).join(' ')).join('; ');
}

/** A piece as the operand of a fraction bar or a root: in brackets if it is more than one thing. */
function group(text = '', side: 'above' | 'below'): string {
  const inner = text.trim();
  const single =
    side === 'above'
      ? /^[\p{L}\p{N}\p{M}.,′∞∂∇‖|√_^]+$/u
      : /^√?(?:\p{L}\p{M}*|[\p{Nd}.,]+|∞|\p{L}{2,}(?=\())[\p{Lm}\p{No}′]*$/u;
  return single.test(inner) || bracketed(inner) ? inner : `(${inner})`;
}

function bracketed(text: string): boolean {
  if (!/^\(.*\)$/su.test(text)) return false;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth += 1;
    else if (text[index] === ')' && --depth === 0) return index === text.length - 1;
  }
  return false;
}

function base(text = ''): string {
  return /[\s/]/u.test(text.trim()) && !bracketed(text) ? `(${text.trim()})` : text;
}

/** A subscript or superscript: small letters where Unicode has them all, else `_name`, `^n`, `_(…)` or `^(…)`. */
function script(text = '', letters: ReadonlyMap<string, string>, mark: string): string {
  const inner = text.trim().replace(/\s*([=+−-])\s*/gu, '$1');
  if (inner === '') return '';
  const small = Array.from(inner, (letter) => letters.get(letter));
  if (small.every((letter) => letter !== undefined)) return small.join('');
  // "e^iπ" would be e^i times π; of a subscript nobody thinks that, nor of a name in capitals.
  const single = mark === '^' ? /^(?:\p{Lu}{2,}|[\p{L}⊤]\p{M}*[\p{Lm}\p{No}′*]*)$/u : /^[\p{L}\p{N}\p{M}′*⊤]+$/u;
  return single.test(inner) || bracketed(inner) ? `${mark}${inner}` : `${mark}(${inner})`;
}

function accentuate(text: string, accent: string): string {
  const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
  if (letters.length === 1) return text + accent;
  // An accent over a whole word goes on each letter; over anything longer, a bar cannot be drawn in a line.
  return /^\p{L}+$/u.test(text) && letters.length <= 4
    ? letters.map((letter) => letter + accent).join('')
    : `${text}${accent}`;
}

function textOf(node: MathElement): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function table(plain: string, small: string): ReadonlyMap<string, string> {
  const letters = Array.from(small);
  return new Map(Array.from(plain, (letter, index) => [letter, letters[index]!]));
}
