const SUPERSCRIPT = new Map(
  zip(
    '0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθφχ∗*⊤′″ ',
    '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᵠᵡ**ᵀ′″ ',
  ),
);
const SUBSCRIPT = new Map(zip('0123456789+−-=()aehijklmnoprstuvxβγρφχ ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ '));

/** A text in raised letters, or nothing if Unicode lacks one of them. */
export function toSuperscript(text: string): string | undefined {
  return replaceAllLetters(text, SUPERSCRIPT);
}

/** A text in lowered letters, or nothing if Unicode lacks one of them. */
export function toSubscript(text: string): string | undefined {
  return replaceAllLetters(text, SUBSCRIPT);
}

function replaceAllLetters(text: string, table: ReadonlyMap<string, string>): string | undefined {
  let out = '';
  for (const letter of text) {
    const replacement = table.get(letter);
    if (replacement === undefined) return undefined;
    out += replacement;
  }
  return out;
}

function zip(from: string, to: string): [string, string][] {
  const letters = [...to];
  return [...from].map((letter, index) => [letter, letters[index]!]);
}
