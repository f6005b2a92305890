import type { MessageFormat } from '@mlguide/core/author';

import { readMarkdown } from '../markdown/read.ts';
import { sayMessages } from './say-messages.ts';
import { textOption, UsageError, type Call } from './command.ts';
import { readPublishedIds } from './published-ids.ts';

const FORMATS: Record<string, MessageFormat> = { text: 'pretty', json: 'json', github: 'github', sarif: 'sarif' };

/** `mlguide check PATH`: prints what is to be said about a guide's Markdown. 1 if any of it is an error. */
export async function run(call: Call): Promise<number> {
  const name = textOption(call, 'format') ?? 'text';
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format === undefined) throw new UsageError(`--format ${name}: expected ${Object.keys(FORMATS).join(', ')}`);
  const path = call.words[0]!;
  const published = textOption(call, 'published');
  const { messages } = await readMarkdown(path, published === undefined ? [] : readPublishedIds(published));
  const errors = messages.filter(({ severity }) => severity === 'error');
  await sayMessages(call.options['quiet'] === true ? errors : messages, path, { ...call, format, to: process.stdout });
  return errors.length > 0 ? 1 : 0;
}
