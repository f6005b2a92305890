import { ancestors, type Body, type Guide, type Inline, type NodeId } from '@mlguide/core';

import { typesetBody } from '../typeset/body.ts';
import { cleanText } from '../typeset/clean.ts';
import { span, type Line } from '../typeset/line.ts';
import { wrap } from '../typeset/wrap.ts';

/** How far something is, as a bar; the head of the screen says it in words. */
export function progressBar(done: number, all: number, width: number): Line[] {
  if (width < 40) return [];
  const length = Math.min(width, 60);
  const full = all === 0 ? 0 : Math.round((done / all) * length);
  return [[span('━'.repeat(full), 'good'), span('┄'.repeat(length - full), 'frame')]];
}

/** A question as it is asked: where it is from, and its words. */
export function questionLines(guide: Guide, id: NodeId, kind: string, width: number): Line[] {
  const node = guide.nodes[id];
  // On a narrow screen the nearest place says enough.
  const above = ancestors(guide, id).map(({ title }) => cleanText(title));
  const path = width < 40 ? above.slice(-1) : above;
  const difficulty = node?.kind === 'question' ? [node.difficulty] : [];
  return [
    ...wrap([span([...(kind === '' ? [] : [kind]), ...difficulty, path.join(' › ')].join(' · '), 'muted')], width),
    [],
    ...wrap([span(cleanText(node?.title ?? id), 'question')], width),
    [],
  ];
}

/** An answer: its prose, or why there is none. */
export function answerLines(answer: Body | null | undefined, width: number): Line[] {
  if (answer === undefined) return [[span('Loading…', 'muted')]];
  return answer === null ? [[span('No answer yet.', 'muted')]] : typesetBody(answer, width);
}

/** What is asked on top of a question, before its answer is shown. */
export function followUpLines(asks: readonly Inline[], width: number): Line[] {
  const mark: Inline = { type: 'emphasis', children: [{ type: 'text', value: 'Follow-up:' }] };
  const children: Inline[] = [mark, { type: 'text', value: ' ' }, ...asks];
  return [...typesetBody({ type: 'root', children: [{ type: 'paragraph', children }] }, width), []];
}

/** A line that asks to think first. */
export function thinkLines(text: string, width: number): Line[] {
  return wrap([span(text, 'muted')], width);
}
