import type { ParsedGuide } from '@mlguide/core/author';

/**
 * Reads somebody's Markdown: a file, a folder, or `-` for standard input. Loads the parser.
 *
 * @param publishedIds Ids of an earlier build; one that is gone without a word is a message.
 */
export async function readMarkdown(path: string, publishedIds: readonly string[] = []): Promise<ParsedGuide> {
  const { parseGuide, readGuide, InputError } = await import('@mlguide/core/author');
  if (path !== '-') return readGuide(path, { publishedIds });
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    if (text.includes('\0')) throw new InputError('-: binary data, expected Markdown text');
    return parseGuide([{ path: 'stdin.md', text }], { title: 'Standard input', publishedIds });
  } catch (error) {
    if (error instanceof TypeError) throw new InputError('-: not UTF-8 text');
    throw error;
  }
}
