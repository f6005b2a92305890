/** Takes the follow-ups out of an answer: paragraphs that start with *Follow-up:*, each a question and what to say. */
import type { Block, Body, Inline } from '@mlguide/core';

/** One follow-up. */
export interface FollowUp {
  /** What the interviewer asks next. */
  asks: Inline[];
  /** What to say; empty if the paragraph is all question. */
  answer: Inline[];
}

/** An answer and what follows it. */
export interface SplitAnswer {
  answer: Body;
  followUps: FollowUp[];
}

/** Splits an answer from its follow-ups. Footnotes and all else stay with the answer. */
export function splitFollowUps(body: Body): SplitAnswer {
  const followUps: FollowUp[] = [];
  const rest: Block[] = [];
  for (const block of body.children) {
    const said = block.type === 'paragraph' ? followUpOf(block.children) : undefined;
    if (said) followUps.push(splitQuestion(said));
    else rest.push(block);
  }
  return { answer: { ...body, children: rest }, followUps };
}

function followUpOf([mark, ...rest]: readonly Inline[]): Inline[] | undefined {
  if (mark?.type !== 'emphasis' || mark.children.length !== 1) return undefined;
  const [word] = mark.children;
  if (word?.type !== 'text' || !/^follow-up:?$/i.test(word.value)) return undefined;
  const [first, ...others] = rest;
  if (first?.type !== 'text') return rest;
  return [{ ...first, value: first.value.replace(/^:?\s+/, '') }, ...others];
}

/** The question ends at the first question mark; a follow-up that only says what happens, at the first full stop. */
function splitQuestion(inlines: Inline[]): FollowUp {
  for (const end of [/\?["”’)]*(?=\s|$)/, /\.["”’)]*(?=\s|$)/]) {
    for (const [index, inline] of inlines.entries()) {
      const found = inline.type === 'text' ? end.exec(inline.value) : null;
      if (inline.type !== 'text' || !found) continue;
      const at = found.index + found[0].length;
      const after = inline.value.slice(at).trimStart();
      return {
        asks: [...inlines.slice(0, index), { ...inline, value: inline.value.slice(0, at) }],
        answer: [...(after === '' ? [] : [{ ...inline, value: after }]), ...inlines.slice(index + 1)],
      };
    }
  }
  return { asks: inlines, answer: [] };
}
