import type { Guide } from '@mlguide/core';

/** `ids.d.ts`: the ids as unions, so that an editor completes them and a wrong one does not compile. */
export function idTypes(guide: Guide): string {
  const kindOf = (id: string) => guide.nodes[guide.redirects[id] ?? id]?.kind;
  // An earlier id leads to its node for ever, so a program that names it compiles for ever.
  const ids = [...Object.keys(guide.nodes), ...Object.keys(guide.redirects)];
  const topics = ids.filter((id) => kindOf(id) === 'topic');
  const others = ids.filter((id) => kindOf(id) !== 'topic');
  return [
    unionOf('TopicId', 'The ids of all topics, with those they had in earlier releases.', topics),
    unionOf('NodeId', 'The ids of all nodes, with those they had in earlier releases.', others, ['TopicId']),
  ].join('\n');
}

function unionOf(name: string, comment: string, ids: readonly string[], types: readonly string[] = []): string {
  const members = [...types, ...ids.map((id) => JSON.stringify(id))];
  return `/** ${comment} */\nexport type ${name} =\n${members.map((member) => `  | ${member}`).join('\n') || '  never'};\n`;
}
