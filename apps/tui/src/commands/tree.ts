import type { Guide, GuideNode } from '@mlguide/core';

import { readMarkdown } from '../markdown/read.ts';
import { openOwnGuide } from '../guide.ts';
import { paintLine } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { span, type Line } from '../typeset/line.ts';
import { print, printJson, type Call } from './command.ts';

/** `mlguide tree [PATH]`: prints the tree of a guide, ours or somebody's Markdown. */
export async function run(call: Call): Promise<number> {
  const path = call.words[0];
  const guide = path === undefined ? (await openOwnGuide()).guide : (await readMarkdown(path)).guide;
  if (call.options['json'] === true) {
    printJson(guide);
    return 0;
  }
  print(paintLine([span(cleanText(guide.title), 'title')], call.theme));
  for (const line of treeLines(guide, call.options['ids'] === true)) print(paintLine(line, call.theme));
  return 0;
}

function* treeLines(guide: Guide, ids: boolean): Generator<Line, void, undefined> {
  const stack = guide.modules
    .map((id, index) => ({ id, before: '', last: index === guide.modules.length - 1 }))
    .reverse();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const node = guide.nodes[at.id];
    if (node === undefined) continue;
    const rule = span(`${at.before}${at.last ? '└─ ' : '├─ '}`, 'frame');
    yield [rule, ...nodeSpans(node), ...(ids ? [span(`  ${node.id}`, 'muted')] : [])];
    const before = at.before + (at.last ? '   ' : '│  ');
    for (let index = node.children.length - 1; index >= 0; index--) {
      stack.push({ id: node.children[index]!, before, last: index === node.children.length - 1 });
    }
  }
}

function nodeSpans(node: GuideNode): Line {
  const title = cleanText(node.title);
  const facts: string[] = [];
  if (node.status === 'tbd') facts.push(node.note === undefined ? 'tbd' : `tbd: ${cleanText(node.note)}`);
  switch (node.kind) {
    case 'module':
      return [span(title, 'heading'), ...factSpans(facts)];
    case 'section':
      return [span(title, 'strong'), ...factSpans(facts)];
    case 'topic':
      if (node.difficulty !== 'core') facts.push(node.difficulty);
      facts.push(...node.tags.map((tag) => `#${cleanText(tag)}`));
      return [span(title), ...factSpans(facts)];
    case 'question':
      return [span('? ', 'question'), span(title), ...factSpans([...facts, node.difficulty])];
    case 'resource':
      return [span('→ ', 'link'), span(title), ...factSpans([...facts, cleanText(node.host || node.url)])];
  }
}

function factSpans(facts: readonly string[]): Line {
  return facts.length === 0 ? [] : [span(`  [${facts.join(', ')}]`, 'muted')];
}
