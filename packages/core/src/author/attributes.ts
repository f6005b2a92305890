import type { Paragraph, PhrasingContent } from 'mdast';

/** What an attribute list at the end of a text says, and the text without it. */
export interface Attributes {
  text: string;
  /** The fragment that it gives its heading. */
  fragment?: string;
}

/* `#fragment`, `.class` or `key=value`; what stood in quotes is gone by then. */
const ATTRIBUTE = /^(?:[#.][^\s{}]+|[\w-]+=\S*)$/u;
/* React's pages write `{/*fragment*\/}`; to Markdown the stars are emphasis. */
const COMMENT = /^\/\*?\s*#?([\p{L}\p{N}\p{M}_-]+)\s*\*?\/$/u;

/**
 * Reads the attribute list that pandoc, kramdown, MkDocs, Docusaurus and VitePress allow behind a heading: `{#trees}`,
 * `{: #trees .wide }`, `{ #trees data-toc-label="Trees" }`.
 */
export function readAttributes(text: string): Attributes | undefined {
  const whole = text.trimEnd();
  const start = whole.lastIndexOf('{');
  if (!whole.endsWith('}') || start === -1 || whole.length - start > 300) return undefined;
  if (start > 0 && !/\s/.test(whole[start - 1]!)) return undefined;
  const inner = whole
    .slice(start + 1, -1)
    .replace(/^:/, '')
    .trim();
  const before = whole.slice(0, start).trimEnd();
  const comment = COMMENT.exec(inner);
  if (comment) return { text: before, fragment: comment[1]! };
  const quoted = /\bid="([^"\s]+)"/.exec(inner)?.[1];
  const names = inner.replace(/="[^"]*"/g, '=').split(/\s+/u);
  if (!names.every((name) => ATTRIBUTE.test(name))) return undefined;
  const fragment = quoted ?? names.find((name) => name.startsWith('#'))?.slice(1);
  return { text: before, ...(fragment === undefined ? {} : { fragment }) };
}

/* A line that kramdown reads as attributes of its block, and one directly behind a link or emphasis. */
const LINE = /(^|\n)[ \t]*\{:[^{}\n]{0,300}\}[ \t]*(?=\n|$)/g;
const BEHIND = /^\{:[^{}\n]{0,300}\}/;

/**
 * A paragraph's content without the marks that other tools leave there and GitHub shows as noise: kramdown's attribute
 * lists, `{: .no_toc }`, and the `:label:` of Sphinx with its name.
 */
export function withoutMarks(line: readonly PhrasingContent[]): readonly PhrasingContent[] {
  if (!line.some((node) => node.type === 'text' && (node.value.includes('{:') || node.value.includes(':label:'))))
    return line;
  const kept: PhrasingContent[] = [];
  for (let index = 0; index < line.length; index++) {
    const node = line[index]!;
    if (node.type !== 'text') {
      kept.push(node);
      continue;
    }
    let { value } = node;
    if (index > 0) value = value.replace(BEHIND, '');
    value = value.replace(LINE, (mark, start: string, at: number) =>
      (at > 0 || index === 0) && (at + mark.length < value.length || index === line.length - 1) ? start : mark,
    );
    if (/(?:^|\n)[ \t]*:label:$/.test(value) && line[index + 1]?.type === 'inlineCode') {
      value = value.slice(0, value.lastIndexOf(':label:')).trimEnd();
      index += 1;
    }
    kept.push(value === node.value ? node : { ...node, value });
  }
  const first = kept.findIndex(hasWords);
  return first === -1 ? [] : trimEnds(kept.slice(first, kept.findLastIndex(hasWords) + 1));
}

/** The fragment given by a paragraph that is nothing but attributes of the block above it; empty if it gives none. */
export function readMarkLine({ children }: Paragraph): string | undefined {
  const [only] = children;
  if (children.length > 2 || only?.type !== 'text' || !/^\s*(?:\{:|:label:)/.test(only.value)) return undefined;
  if (withoutMarks(children).length > 0) return undefined;
  const label = children[1];
  if (label) return label.type === 'inlineCode' ? label.value : '';
  return readAttributes(only.value)?.fragment ?? '';
}

/** Whether a text is what kramdown replaces by a table of contents: `TOC` and then `{:toc}`. */
export function isContentsMark(text: string): boolean {
  return /\n\{:\s*toc\b[^{}]*\}\s*$/i.test(text);
}

function hasWords(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

function trimEnds(line: readonly PhrasingContent[]): PhrasingContent[] {
  return line.map((node, index) => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (index === 0) value = value.trimStart();
    if (index === line.length - 1) value = value.trimEnd();
    return value === node.value ? node : { ...node, value };
  });
}
