import type { Guide, GuideNode, NodeId } from '@mlguide/core';

import { readMarkdown } from '../foreign.ts';
import { paintLine } from '../theme.ts';
import { cleanText } from '../typeset/clean.ts';
import { span, type Line } from '../typeset/line.ts';
import { print, printJson, type Call } from './command.ts';

/** What became of one node between two versions of a guide. */
interface Change {
  kind: 'added' | 'removed' | 'renamed' | 'moved' | 'retitled' | 'rewritten';
  id: NodeId;
  /** What it was before: an id, a parent or a title. */
  before?: string;
  after?: string;
}

/** `mlguide diff OLD NEW`: prints what changed between two versions of a guide. 1 if a published id was lost. */
export async function run(call: Call): Promise<number> {
  const [before, after] = [await readMarkdown(call.words[0]!), await readMarkdown(call.words[1]!)];
  const changes = compareGuides(
    before.guide,
    after.guide,
    (id) => JSON.stringify(before.bodies[id]) !== JSON.stringify(after.bodies[id]),
  );
  const lost = changes.filter(({ kind }) => kind === 'removed').length;
  if (call.options['json'] === true) printJson(changes);
  else for (const change of changes) print(paintLine(changeLine(change), call.theme));
  if (changes.length === 0) process.stderr.write('No changes in the tree or its prose.\n');
  if (lost > 0) process.stderr.write(`${lost} ${lost === 1 ? 'id is' : 'ids are'} gone without a \`formerly:\`.\n`);
  return lost > 0 ? 1 : 0;
}

/** The changes from one guide to another, in the order of the later one, what is gone last. */
export function compareGuides(before: Guide, after: Guide, isRewritten: (id: NodeId) => boolean): Change[] {
  const changes: Change[] = [];
  const formerly = new Map(Object.entries(after.redirects).map(([old, id]) => [id, old]));
  const found = (id: NodeId): GuideNode | undefined => (Object.hasOwn(before.nodes, id) ? before.nodes[id] : undefined);
  for (const node of Object.values(after.nodes)) {
    const { id } = node;
    const same = found(id);
    if (same === undefined) {
      const old = formerly.get(id);
      if (old !== undefined && found(old) !== undefined) changes.push({ kind: 'renamed', id, before: old });
      else changes.push({ kind: 'added', id });
      continue;
    }
    if (same.parent !== node.parent)
      changes.push({ kind: 'moved', id, before: same.parent ?? '', after: node.parent ?? '' });
    if (same.title !== node.title) changes.push({ kind: 'retitled', id, before: same.title, after: node.title });
    if (isRewritten(id)) changes.push({ kind: 'rewritten', id });
  }
  for (const id of Object.keys(before.nodes)) {
    const stays = Object.hasOwn(after.nodes, id) || Object.hasOwn(after.redirects, id);
    if (!stays) changes.push({ kind: 'removed', id });
  }
  return changes;
}

function changeLine({ kind, id, before, after }: Change): Line {
  const style = kind === 'added' ? 'good' : kind === 'removed' ? 'bad' : 'note';
  const detail = [before, after]
    .filter((text) => text !== undefined)
    .map((text) => cleanText(text === '' ? 'the top' : text));
  return [
    span(kind.padEnd(10), style),
    span(id),
    ...(detail.length > 0 ? [span(`  (${detail.join(' → ')})`, 'muted')] : []),
  ];
}
