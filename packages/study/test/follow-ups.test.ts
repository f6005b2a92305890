import { expect, it } from 'vitest';

import type { Block, Body, Inline } from '@mlguide/core';

import { splitFollowUps } from '../src/follow-ups.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const mark: Inline = { type: 'emphasis', children: [text('Follow-up:')] };
const body = (...children: Block[]): Body => ({ type: 'root', children });

it('takes follow-ups out of an answer, each with what to say to it', () => {
  const code: Inline = { type: 'inlineCode', value: 'model.eval()' };
  const { answer, followUps } = splitFollowUps(
    body(
      paragraph(text('Because.')),
      paragraph(mark, text(' which norm? The smaller one. Or not?')),
      paragraph(mark, text(' you forget '), code, text('. It is noisy; see '), code, text('.')),
    ),
  );
  expect(answer).toEqual(body(paragraph(text('Because.'))));
  expect(followUps).toEqual([
    { asks: [text('which norm?')], answer: [text('The smaller one. Or not?')] },
    { asks: [text('you forget '), code, text('.')], answer: [text('It is noisy; see '), code, text('.')] },
  ]);
});

it('leaves other emphasis alone, and loses nothing of a follow-up without an end', () => {
  const plain = paragraph({ type: 'emphasis', children: [text('Never')] }, text(' do that.'));
  const { answer, followUps } = splitFollowUps(body(plain, paragraph(mark, text(' version 1.5 of it'))));
  expect(answer.children).toEqual([plain]);
  expect(followUps).toEqual([{ asks: [text('version 1.5 of it')], answer: [] }]);
});
