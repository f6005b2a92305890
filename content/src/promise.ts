/**
 * Writes down what a release promises; run by `changeset version`, through `packages/release`.
 *
 * - `published-ids.txt`: every id that any release had, the oldest first. The build fails when one of them leads nowhere.
 * - `released.jsonl`: the guide of the last release, a line a node, with digests in place of the prose. `pnpm check`
 *   holds the changesets against what has changed since.
 */
import { writeFile } from 'node:fs/promises';

import { digestBodies } from '@mlguide/core';

import { formatMessage, loadGuide, PUBLISHED_IDS, readPublishedIds } from './load.ts';

const { guide, bodies, messages } = await loadGuide();
const errors = messages.filter(({ severity }) => severity === 'error');
for (const message of errors) console.error(formatMessage(message));
if (errors.length > 0) {
  console.error('Nothing is promised while the guide has errors.');
  process.exit(1);
}

const digests = digestBodies(bodies);
const { nodes, ...head } = guide;
const lines = [
  { ...head, digest: digests[''] },
  ...Object.values(nodes).map((node) => ({ ...node, digest: digests[node.id] })),
];
await writeFile(
  new URL('../released.jsonl', import.meta.url),
  lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
);

const now = [...Object.keys(nodes), ...Object.keys(guide.redirects)].toSorted();
const ids = [...new Set([...(await readPublishedIds()), ...now])];
await writeFile(PUBLISHED_IDS, ids.map((id) => `${id}\n`).join(''));
console.log(`${ids.length} ids are promised`);
