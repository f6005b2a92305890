/** What the types allow, and what they must refuse. */
import { expectTypeOf, test } from 'vitest';

import { parseGuide, type Message, type ParsedGuide, type RuleId } from '../src/author.ts';
import { childrenOf, getTopic, isPage, nodesOfKind, walk } from '../src/index.ts';
import type { Bodies, Block, Guide, GuideNode, Module, Question, Section, Topic } from '../src/index.ts';

declare const guide: Guide;
declare const node: GuideNode;

test('a parsed guide is a guide, bodies and messages', () => {
  expectTypeOf(parseGuide).returns.toEqualTypeOf<ParsedGuide>();
  expectTypeOf<ParsedGuide['guide']>().toEqualTypeOf<Guide>();
  expectTypeOf<ParsedGuide['bodies']>().toEqualTypeOf<Bodies>();
  expectTypeOf<Message['rule']>().toEqualTypeOf<RuleId>();
});

test('kind tells nodes apart', () => {
  if (node.kind === 'question') expectTypeOf(node).toEqualTypeOf<Question>();
  if (isPage(node)) expectTypeOf(node).toEqualTypeOf<Module | Section | Topic>();
  expectTypeOf(getTopic(guide, 'a')).toEqualTypeOf<Topic | undefined>();
  expectTypeOf(nodesOfKind(guide, 'question')).toEqualTypeOf<Question[]>();
  expectTypeOf(childrenOf(guide, 'a', 'topic')).toEqualTypeOf<Topic[]>();
  expectTypeOf([...walk(guide)]).toEqualTypeOf<GuideNode[]>();
  // @ts-expect-error -- there is no such kind
  nodesOfKind(guide, 'chapter');
});

test('a node may be missing, and raw HTML is no block', () => {
  // @ts-expect-error -- an unknown id gives nothing
  void guide.nodes['a'].title;
  expectTypeOf<Extract<Block, { type: 'html' }>>().toEqualTypeOf<never>();
});
