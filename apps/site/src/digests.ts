/** The digest of everything that a page can have read. */
import { createHash } from 'node:crypto';

import { hasHistory, lastChangeOf, listChanges } from './guide-changes.ts';
import { bodyVersion, formerIdsOf, listAssets, readAsset, unwatched } from './guide.ts';
import type { Read } from './reads.ts';
import { partOf } from './watched-guide.ts';

const known = new Map<Read, string>();

/** What somebody read, as it is now. */
export async function digestOf(read: Read): Promise<string> {
  let digest = known.get(read);
  if (digest === undefined) {
    const value = await valueOf(read);
    digest = createHash('sha256')
      .update(value instanceof Uint8Array ? value : (JSON.stringify(value) ?? 'undefined'))
      .digest('base64url');
    known.set(read, digest);
  }
  return digest;
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
      return bodyVersion(name);
    case 'asset':
      return readAsset(name).catch(() => null); // It may be gone.
    case 'changed':
      return lastChangeOf(name);
    default: {
      const part = read.slice(0, colon);
      const node = Object.hasOwn(unwatched.guide.nodes, name) ? unwatched.guide.nodes[name] : undefined;
      return node && Object.entries(node).filter(([key]) => partOf(key) === part);
    }
  }
}
