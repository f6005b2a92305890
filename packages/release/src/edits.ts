import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { childrenOf, topicsOf, type Guide, type Topic } from '@mlguide/core';

const WORDS = 'content/guide';

/** A topic that changed its id. */
export interface Renaming {
  oldId: string;
  newId: string;
  /** The ids that its questions had. */
  questions: string[];
}

/** A topic with questions, whose file has a name that no other file has. */
export function pickTopic(guide: Guide): Topic {
  const topic = topicsOf(guide).find(({ id, span, format }) => {
    const name = basename(span.file);
    const isOwn = span.line === 1 && name.replace(/^\d+-/u, '') === `${id.split('/').at(-1)}.md`;
    const others = Object.values(guide.nodes).filter(({ span: other }) => other.file !== span.file);
    const isUnique = !others.some(({ span: other }) => basename(other.file) === name);
    return isOwn && isUnique && format === 'prose' && childrenOf(guide, id, 'question').length > 0;
  });
  if (topic === undefined) throw new Error('Unexpected guide, expected a topic with questions and a file of its own');
  return topic;
}

/** Renames a topic in a copy of the workspace, as an author does: the file, the links to it, and `formerly:`. */
export async function renameTopic(copy: string, guide: Guide): Promise<Renaming> {
  const topic = pickTopic(guide);
  const oldId = topic.id;
  const newId = `${oldId}-renamed`;
  const words = join(copy, WORDS);
  const name = basename(topic.span.file);
  const newName = name.replace(/\.md$/u, '-renamed.md');
  const files = (await readdir(words, { recursive: true })).filter((file) => file.endsWith('.md'));
  for (const file of files) {
    const text = await readFile(join(words, file), 'utf8');
    const changed = text.replaceAll(name, newName).replaceAll(new RegExp(`${oldId}(?![\\w/-])`, 'gu'), newId);
    if (changed !== text) await writeFile(join(words, file), changed);
  }
  const from = join(words, topic.span.file);
  const text = await readFile(from, 'utf8');
  await writeFile(from, text.replace(/^---\n/u, `---\nformerly: [${oldId}]\n`));
  await rename(from, join(from, '..', newName));
  return { oldId, newId, questions: childrenOf(guide, oldId, 'question').map(({ id }) => id) };
}

/** Puts a mistake into a copy of the workspace that no build lets through. */
export async function breakGuide(copy: string): Promise<void> {
  await writeFile(
    join(copy, WORDS, '99-broken.md'),
    '---\ntitle: Broken\nminutes: soon\n---\n\n[Nowhere](nowhere.md)\n',
  );
}
