import type { Bodies } from '../body.ts';
import type { ParsedGuide } from './parse.ts';

/** What a cache keeps of one parse: the guide, and what the parser asked about files that are not Markdown. */
export interface CacheEntry {
  parsed: ParsedGuide;
  /** Each path that was asked for, and whether it was there. Another answer makes the entry stale. */
  asked: [path: string, exists: boolean][];
}

/**
 * An entry as text: the digest of the rest, the key, the guide, the bodies; a line each. Bodies have a line of their
 * own, because most of those who read a guide again do not look at its prose, and reading that takes the most time.
 *
 * @param digest A digest of a text.
 */
export function encodeEntry(entry: CacheEntry, key: string, digest: (text: string) => string): string {
  const { bodies, ...rest } = entry.parsed;
  const lines = `${key}\n${JSON.stringify({ ...rest, asked: entry.asked })}\n${JSON.stringify(bodies)}`;
  return `${digest(lines)}\n${lines}`;
}

/** The entry in a text that {@link encodeEntry} wrote; nothing if it has another key, or is damaged in any way. */
export function decodeEntry(text: string, key: string, digest: (text: string) => string): CacheEntry | undefined {
  const [start, second, third] = lineEnds(text, 3);
  if (start === undefined || second === undefined || third === undefined) return undefined;
  if (text.slice(start + 1, second) !== key || digest(text.slice(start + 1)) !== text.slice(0, start)) return undefined;
  try {
    type Rest = Omit<ParsedGuide, 'bodies'> & Pick<CacheEntry, 'asked'>;
    const { asked, ...rest } = JSON.parse(text.slice(second + 1, third)) as Rest; // The digest says that we wrote it.
    let bodies: Bodies | undefined;
    const parsed: ParsedGuide = {
      ...rest,
      get bodies(): Bodies {
        return (bodies ??= JSON.parse(text.slice(third + 1)) as Bodies);
      },
    };
    return { parsed, asked };
  } catch {
    return undefined;
  }
}

function lineEnds(text: string, count: number): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1 && ends.length < count; at = text.indexOf('\n', at + 1)) ends.push(at);
  return ends;
}
