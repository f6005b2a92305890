/**
 * The prose of a node, as data: mdast without positions, narrowed to what core hands out as safe.
 *
 * Raw HTML, definitions and reference links are resolved before they get here, so a renderer that handles every member
 * of {@link Block} and {@link Inline} handles every guide, and the compiler says when it does not.
 *
 * @see https://github.com/syntax-tree/mdast
 */
import type { NodeId } from './types.ts';

/** The bodies of a guide by node id. The guide's own opening has the id `''`. */
export type Bodies = Record<NodeId, Body>;

/** The prose of one node and of nothing else. */
export interface Body {
  type: 'root';
  /** In the order of the source; footnotes that it refers to come last. */
  children: Block[];
}

/** What stands on lines of its own. */
export type Block =
  Paragraph | Heading | Blockquote | List | Code | MathBlock | Table | ThematicBreak | FootnoteDefinition;

/** What stands in a line. */
export type Inline =
  Text | Emphasis | Strong | Delete | InlineCode | InlineMath | Break | Link | Image | FootnoteReference;

/** A paragraph. */
export interface Paragraph {
  type: 'paragraph';
  /** Never empty. */
  children: Inline[];
}

/** A heading inside a body. */
export interface Heading {
  type: 'heading';
  /** Its rank in the source, from 1 to 6. */
  depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Its words. */
  children: Inline[];
  /** The fragment that leads here, as in the body's outline. */
  data: { fragment: string };
}

/** The kinds of alert that GitHub knows (`> [!NOTE]`). */
export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** A quotation, or an alert if `data` says so. */
export interface Blockquote {
  type: 'blockquote';
  /** What is quoted; of an alert, what stands below its mark. */
  children: Block[];
  /** Which kind of alert it is; nothing for a quotation. */
  data?: { alert: AlertKind };
}

/** A list of prose. */
export interface List {
  type: 'list';
  /** Whether its items are numbered. */
  ordered: boolean;
  /** The first number of an ordered list; `null` for bullets. */
  start: number | null;
  /** Whether its items stand apart. */
  spread: boolean;
  /** Its items, at least one. */
  children: ListItem[];
}

/** One item of a list. */
export interface ListItem {
  type: 'listItem';
  /** The state of a task (`- [x]`); `null` for an item that is none. */
  checked: boolean | null;
  /** Whether its blocks stand apart. */
  spread: boolean;
  /** What it holds; empty for an item that was left blank. */
  children: Block[];
}

/** A block of code, or a diagram if its language is `mermaid`. */
export interface Code {
  type: 'code';
  /** The language of the fence; `null` if unsaid. */
  lang: string | null;
  /** The rest of the fence's info string; `null` if there is none. */
  meta: string | null;
  /** The code, its lines parted by `\n`, without one at the end. */
  value: string;
  /** What typesetting adds: tokens of code, or the drawings of a diagram. */
  data?: { tokens?: Token[][]; diagram?: Diagram };
}

/** A piece of highlighted code: its text and what it is. */
export type Token = [text: string, kind: TokenKind];

/** What a piece of code is, as far as colours go. `''` is anything else. */
export type TokenKind =
  'keyword' | 'string' | 'number' | 'constant' | 'comment' | 'function' | 'parameter' | 'punctuation' | 'link' | '';

/** A diagram, drawn once for screens and once for terminals. */
export interface Diagram {
  /** An `<svg>` whose colours are the custom properties `--bg`, `--fg` and their mixtures. */
  svg: string;
  /** The same in box-drawing characters. */
  drawing: string;
}

/** What typesetting makes of a formula. */
export interface TypesetMath {
  /** A `<math>` element. */
  mathml: string;
  /** The formula in one line of Unicode text. */
  text: string;
}

/** A displayed formula; `value` is TeX. */
export interface MathBlock {
  type: 'math';
  /** TeX, without the dollars. */
  value: string;
  /** What typesetting adds. */
  data?: TypesetMath;
}

/** A formula in the line; `value` is TeX. */
export interface InlineMath {
  type: 'inlineMath';
  /** TeX, without the dollars. */
  value: string;
  /** What typesetting adds. */
  data?: TypesetMath;
}

/** A table; its first row is the head. */
export interface Table {
  type: 'table';
  /** One alignment per column; `null` for the reader's default. */
  align: ('left' | 'right' | 'center' | null)[];
  /** Its rows, the head first; a row may have fewer cells than the head. */
  children: TableRow[];
}

/** A row of a table. */
export interface TableRow {
  type: 'tableRow';
  /** Its cells, from left to right. */
  children: TableCell[];
}

/** A cell of a table. */
export interface TableCell {
  type: 'tableCell';
  /** What stands in it; empty for an empty cell. */
  children: Inline[];
}

/** A rule across the page. */
export interface ThematicBreak {
  type: 'thematicBreak';
}

/** The text of a footnote. */
export interface FootnoteDefinition {
  type: 'footnoteDefinition';
  /** What its marks name, in small letters. */
  identifier: string;
  /** The same as it was typed. */
  label: string;
  /** Its text. */
  children: Block[];
}

/** The mark of a footnote. */
export interface FootnoteReference {
  type: 'footnoteReference';
  /** The footnote it leads to: the `identifier` of a {@link FootnoteDefinition} in the same body. */
  identifier: string;
  /** The same as it was typed. */
  label: string;
}

/** Plain text. */
export interface Text {
  type: 'text';
  /** Without control characters; a line feed may stand in it. */
  value: string;
}

/** Emphasis, usually italic. */
export interface Emphasis {
  type: 'emphasis';
  /** What is emphasised. */
  children: Inline[];
}

/** Strong emphasis, usually bold. */
export interface Strong {
  type: 'strong';
  /** What is emphasised. */
  children: Inline[];
}

/** Struck out. */
export interface Delete {
  type: 'delete';
  /** What is struck out. */
  children: Inline[];
}

/** Code in the line. */
export interface InlineCode {
  type: 'inlineCode';
  /** The code. */
  value: string;
}

/** A line break that the author asked for. */
export interface Break {
  type: 'break';
}

/**
 * A link. Inside the guide its address is `guide:ID` or `guide:ID#fragment`, so that a site and a terminal can each put
 * their own in its place; outside it is `http:`, `https:` or `mailto:`.
 */
export interface Link {
  type: 'link';
  /** The address, safe to follow. */
  url: string;
  /** What a browser shows beside the pointer; `null` if there is none. */
  title: string | null;
  /** What is to be clicked. */
  children: Inline[];
}

/** An image. A file of the guide has the address `asset:PATH`, the path relative to the guide's root. */
export interface Image {
  type: 'image';
  /** The address, safe to load. */
  url: string;
  /** What a browser shows beside the pointer; `null` if there is none. */
  title: string | null;
  /** What the image shows, in words; empty if its author did not say. */
  alt: string;
}
