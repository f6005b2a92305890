/** The digest of everything that a page can have read. */
import { createHash } from 'node:crypto';

import { hasHistory, lastChangeOf, listChanges } from './guide-changes.ts';
import { formerIdsOf, listAssets, readAsset, unwatched } from './guide.ts';
import type { Read } from './reads.ts';
import { details } from './watched-guide.ts';

const known = new Map<Read, string>();

/** What somebody read, as it is now. */
export async function digestOf(reads: readonly Read[]): Promise<string> {
  const digests: string[] = [];
  for (const read of reads) {
    let digest = known.get(read);
    if (digest === undefined) known.set(read, (digest = await digestOne(read)));
    digests.push(digest);
  }
  return createHash('sha256')
    .update(`${reads.join('\n')}\n\n${digests.join('\n')}`)
    .digest('base64url');
}

async function digestOne(read: Read): Promise<string> {
  const value = await valueOf(read);
  return createHash('sha256')
    .update(value instanceof Uint8Array ? value : (JSON.stringify(value) ?? 'undefined'))
    .digest('base64url');
}

async function valueOf(read: Read): Promise<unknown> {
  if (read === 'ids') return Object.keys(unwatched.guide.nodes);
  if (read === 'assets') return listAssets();
  if (read === 'history') return hasHistory();
  if (read === 'changes') return listChanges();
  const colon = read.indexOf(':');
  const name = read.slice(colon + 1);
  switch (read.slice(0, colon)) {
    case 'guide':
      return unwatched.guide[name as keyof typeof unwatched.guide];
    case 'former':
      return formerIdsOf(name);
    case 'body':
      return unwatched.loadBody(name);
    case 'asset':
      return readAsset(name);
    case 'changed':
      return lastChangeOf(name);
    default: {
      const detail = read.startsWith('detail:');
      const node = Object.hasOwn(unwatched.guide.nodes, name) ? unwatched.guide.nodes[name] : undefined;
      return node && Object.entries(node).filter(([key]) => details.has(key) === detail);
    }
  }
}
