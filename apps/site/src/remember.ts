/** Parts of pages that take long to make, kept from one build to the next. */
import { collectReads, noteRead, type Read } from './reads.ts';

/** A part as it was made, and what was read for it. */
export interface KeptPart {
  readonly text: string;
  reads: Read[];
}

const kept = new Map<string, KeptPart>();

/**
 * Text that is made once, and again only when something that it was made of has changed.
 *
 * @param name Tells it from everything else that is kept.
 */
export async function remember(name: string, make: () => Promise<string>): Promise<string> {
  const before = kept.get(name);
  if (before !== undefined) {
    for (const read of before.reads) noteRead(read);
    return before.text;
  }
  const { made: text, reads } = await collectReads(make);
  kept.set(name, { text, reads });
  return text;
}

/** Takes over what an earlier build kept: only what is still as it would be made. */
export function recallPart(name: string, part: KeptPart): void {
  kept.set(name, part);
}

/** What the next build can take over, by name. */
export function keptParts(): ReadonlyMap<string, KeptPart> {
  return kept;
}
