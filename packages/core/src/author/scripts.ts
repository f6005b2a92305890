const SUPERSCRIPT = pairs('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const SUBSCRIPT = pairs('0123456789+-=()ijn', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵢⱼₙ');

/** What `<sup>` holds, in letters that Unicode has raised: `2` gives `²`; else `^(text)`. */
export function superscript(text: string): string {
  return moved(text, SUPERSCRIPT) ?? `^(${text})`;
}

/** What `<sub>` holds, in letters that Unicode has lowered: `i` gives `ᵢ`; else `_(text)`. */
export function subscript(text: string): string {
  return moved(text, SUBSCRIPT) ?? `_(${text})`;
}

function moved(text: string, letters: ReadonlyMap<string, string>): string | undefined {
  const found = Array.from(text, (letter) => letters.get(letter));
  return found.every((letter) => letter !== undefined) ? found.join('') : undefined;
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((letter, index) => [letter, [...to][index]!]));
}
