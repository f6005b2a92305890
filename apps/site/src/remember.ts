/** Parts of pages that take long to make, kept from one build to the next. */
import { digestOf } from './digests.ts';
import { collectReads, noteRead, type Read } from './reads.ts';

/** A part as it was made, and what was read for it. */
export interface KeptPart {
  text: string;
  reads: Read[];
  /** The digest of what was read, when it was read. */
  digest: string;
}

const kept = new Map<string, KeptPart>();

/**
 * Text that is made once, and again only when something that it was made of has changed.
 *
 * @param name Tells it from everything else that is kept.
 */
export async function remember(name: string, make: () => Promise<string>): Promise<string> {
  const before = kept.get(name);
  if (before !== undefined && (await isFresh(before))) {
    for (const read of before.reads) noteRead(read);
    return before.text;
  }
  const { made: text, reads } = await collectReads(make);
  kept.set(name, { text, reads, digest: await digestOf(reads) });
  return text;
}

/** Takes over what an earlier build kept. */
export function recallParts(parts: Readonly<Record<string, KeptPart>>): void {
  for (const [name, part] of Object.entries(parts)) kept.set(name, part);
}

/** What the next build can take over: the parts that are still as they would be made. */
export async function keptParts(): Promise<Record<string, KeptPart>> {
  const parts: Record<string, KeptPart> = {};
  for (const [name, part] of kept) if (await isFresh(part)) parts[name] = part;
  return parts;
}

async function isFresh({ reads, digest }: KeptPart): Promise<boolean> {
  return (await digestOf(reads)) === digest;
}
