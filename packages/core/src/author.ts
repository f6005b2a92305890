/**
 * The author's face of core: for those who make a guide. It carries the parser, and is the only one that reads files.
 *
 * @module
 */
export { parseGuide, type ParsedGuide, type ParseOptions, type SourceCounts } from './author/parse.ts';
export { InputError, readGuide, readSources, type ReadOptions } from './author/read.ts';
export type { ListItemCounts, SourceFile } from './author/draft.ts';
export type { Message, RuleSettings, Severity } from './author/messages.ts';
export { rules, type Rule, type RuleId } from './author/rules.ts';
export { bodyToMarkdown } from './author/markdown.ts';
export { formatMessages, type FormatOptions, type MessageFormat } from './author/format.ts';
export type { MarkdownEngine } from './author/syntax.ts';
