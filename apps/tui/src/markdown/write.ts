import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { buildSearchIndex, guideToJson, type Bodies, type Guide, type NodeId } from '@mlguide/core';

/** What was written, and the formulas that could not be set. */
export interface Written {
  files: number;
  problems: { id: NodeId; source: string; reason: string }[];
}

/**
 * Writes a guide into a folder: `guide.json` is the tree, `search.json` the index over it, `bodies/ID.json` the prose of
 * a node with its formulas set, `opening.json` that of the guide itself. What was in the folder goes when all of the new
 * is there, and not before.
 */
export async function writeGuide(guide: Guide, bodies: Bodies, folder: string): Promise<Written> {
  const { typesetBody } = await import('@mlguide/core/typeset');
  const target = resolve(folder);
  const draft = `${target}.new`;
  const written: Written = { files: 0, problems: [] };
  const write = async (path: string, text: string) => {
    const file = join(draft, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    written.files += 1;
  };
  await rm(draft, { recursive: true, force: true });
  await write('guide.json', guideToJson(guide));
  await write('search.json', buildSearchIndex(guide));
  for (const [id, body] of Object.entries(bodies)) {
    const set = await typesetBody(body);
    written.problems.push(...set.problems.map((problem) => ({ id, ...problem })));
    await write(id === '' ? 'opening.json' : `bodies/${id}.json`, JSON.stringify(set.body));
  }
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
  return written;
}
