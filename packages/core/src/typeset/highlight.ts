import {
  bundledLanguages,
  bundledLanguagesAlias,
  createHighlighter,
  createCssVariablesTheme,
  type BundledLanguage,
  type Highlighter,
} from 'shiki';

import type { Token, TokenKind } from '../body.ts';

/* With this theme a token's colour is a custom property whose name says what the token is. */
const theme = createCssVariablesTheme({ name: 'kinds', variablePrefix: '--', fontStyle: false });

const KINDS: Record<string, TokenKind> = {
  'var(--token-keyword)': 'keyword',
  'var(--token-string)': 'string',
  'var(--token-string-expression)': 'string',
  'var(--token-constant)': 'constant',
  'var(--token-comment)': 'comment',
  'var(--token-function)': 'function',
  'var(--token-parameter)': 'parameter',
  'var(--token-punctuation)': 'punctuation',
  'var(--token-link)': 'link',
};

let highlighter: Promise<Highlighter> | undefined;

/**
 * Colours code: its lines, each a list of pieces that say what they are.
 *
 * @param language The language of the fence, such as `python`.
 * @returns Nothing for a language that Shiki does not know.
 * @see https://shiki.style
 */
export async function highlight(code: string, language: string): Promise<Token[][] | undefined> {
  const name = language.toLowerCase();
  // `Object.hasOwn`: a fence may well be called `constructor`.
  if (!Object.hasOwn(bundledLanguages, name) && !Object.hasOwn(bundledLanguagesAlias, name)) return undefined;
  highlighter ??= createHighlighter({ themes: [theme], langs: [] });
  const shiki = await highlighter;
  const lang = name as BundledLanguage;
  await shiki.loadLanguage(lang);
  const { tokens } = shiki.codeToTokens(code, { lang, theme: 'kinds' });
  return tokens.map((line) => joinAlike(line.map(({ content, color }): Token => [content, kindOf(content, color)])));
}

function kindOf(content: string, color = ''): TokenKind {
  const kind = KINDS[color] ?? '';
  return kind === 'constant' && /^[\d.]/u.test(content.trim()) ? 'number' : kind;
}

/** Joins neighbours of one kind; white space takes the kind of what stands before it. */
function joinAlike(line: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const [text, kind] of line) {
    const last = joined.at(-1);
    if (last && (last[1] === kind || text.trim() === '')) last[0] += text;
    else joined.push([text, kind]);
  }
  return joined;
}
