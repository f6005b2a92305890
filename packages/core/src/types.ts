/**
 * The guide as a value: the contract between the parser, the content package, the site and the terminal program.
 *
 * Everything here is plain JSON. Nodes are flat and keyed by id, and name each other by id: nested JSON overflows the
 * stack on hostile input, and every reader wants lookup by id anyway.
 */

/**
 * The id of a node: lower-case slugs joined by `/`, unique in its guide, never empty.
 *
 * An id is a promise: it stays when a title or a file's number changes, and an id that must go is named in `formerly:`.
 *
 * @example 'classic-ml/linear-models/linear-regression'
 */
export type NodeId = string;

/** The version of the shape described in this file; a reader refuses any other. */
export const SCHEMA_VERSION = 1;

/** A whole guide, without the prose: bodies are loaded by id when somebody reads them. */
export interface Guide {
  /** The version of this shape, today {@link SCHEMA_VERSION}. */
  schemaVersion: typeof SCHEMA_VERSION;
  /** The guide's title, plain text. */
  title: string;
  /** The top level in reading order: modules, and any topic that stands in no module. */
  modules: NodeId[];
  /** Every node, keyed by its id, in reading order. */
  nodes: Record<NodeId, GuideNode>;
  /** Ids that were published once, each with the id of the node that took its place. */
  redirects: Record<string, NodeId>;
  /** The opening of the guide itself, loaded with the id `''`; `null` if it has none. */
  body: BodySummary | null;
  /** Links in the opening. */
  links: Link[];
}

/** What stands in the tree. Tell them apart by `kind`. */
export type GuideNode = Module | Section | Topic | Question | Resource;

/** The kinds of node. */
export type NodeKind = GuideNode['kind'];

/** `tbd`: the author has announced it and not written it yet (`[TBD]`); else `ready`. */
export type Status = 'ready' | 'tbd';

/** How much a topic asks of its reader. */
export type Difficulty = 'intro' | 'core' | 'advanced';

/** Where in an interview a question belongs: to open with, in the middle, or to tell a senior candidate. */
export type QuestionDifficulty = 'warm-up' | 'core' | 'senior';

/** What every node has. */
export interface NodeBase {
  /** Its id, which is also its key in {@link Guide.nodes}. */
  id: NodeId;
  /** Its title as plain text, without markup, numbering, marks such as `[TBD]`, emoji codes or control characters. */
  title: string;
  /** The id of the node it stands in; `null` at the top level. */
  parent: NodeId | null;
  /** The ids of the nodes that stand in it, in reading order. */
  children: NodeId[];
  /** Where its author wrote it. */
  span: Span;
  /** Every URL fragment (without `#`) that leads to this node. */
  anchors: string[];
  /** Whether it is written. */
  status: Status;
  /** What the author noted about the gap (`[TBD: after the talk]` gives `after the talk`); only with `tbd`. */
  note?: string;
  /** Tags, lower case. */
  tags: string[];
  /** Every link of its title and body, in order. */
  links: Link[];
  /** What its body holds, or `null` if it has no prose of its own. The prose itself is loaded by id. */
  body: BodySummary | null;
}

/** A part of the guide as large as an interview round, at the top level. */
export interface Module extends NodeBase {
  kind: 'module';
}

/** A group of topics inside a module or another section. */
export interface Section extends NodeBase {
  kind: 'section';
}

/** The unit that a reader studies: one page of the site. */
export interface Topic extends NodeBase {
  kind: 'topic';
  /** How much it asks of its reader; `core` if the author says nothing. */
  difficulty: Difficulty;
  /** One sentence in plain text, from the frontmatter; `''` if there is none. */
  summary: string;
  /** Other names a reader may search for. */
  aliases: string[];
  /** Ids of the topics to read first. */
  prerequisites: NodeId[];
  /** Ids of topics worth reading next to this one. */
  related: NodeId[];
  /** Study time in minutes; `null` if the author says nothing. */
  minutes: number | null;
  /** `list`: a reading list or an orientation page, excused from the rules for prose; else `prose`. */
  format: 'prose' | 'list';
}

/** A question that interviewers ask; its body is the answer. */
export interface Question extends NodeBase {
  kind: 'question';
  /** Where in an interview it belongs; `core` if the author says nothing. */
  difficulty: QuestionDifficulty;
}

/** What sort of thing a resource is, as far as its address tells. */
export type ResourceKind = 'paper' | 'book' | 'course' | 'video' | 'slides' | 'code' | 'post' | 'page';

/** Something outside worth reading, owned by the node it stands in. */
export interface Resource extends NodeBase {
  kind: 'resource';
  /** Its address: `http:`, `https:` or `mailto:`. */
  url: string;
  /** The host of the address, without `www.`; `''` if it has none. */
  host: string;
  /** What sort of thing it is. */
  resourceKind: ResourceKind;
  /** Who made it, as the author of the guide wrote it (`Tom Fawcett`); `''` if unsaid. */
  authors: string;
  /** The year it came out; `null` if unsaid. */
  year: number | null;
  /** Why to read it, plain text; `''` if unsaid. */
  remark: string;
}

/** A place in a source file. Lines and columns count from 1, columns in UTF-16 units, as editors do. */
export interface Span {
  /** The file's path relative to the guide's root, with `/` on every system. */
  file: string;
  /** Line on which it starts. */
  line: number;
  /** Column in which it starts. */
  column: number;
  /** Line on which it ends. */
  endLine: number;
  /** Column just after its end. */
  endColumn: number;
}

/** A link as the author wrote it, and where it leads. */
export interface Link {
  /** The address as written. */
  url: string;
  /** The text of the link, plain. */
  text: string;
  /** The node it leads to, if it stays inside the guide. */
  target?: NodeId;
  /** The fragment inside the target's body (without `#`), if it names a heading there. */
  fragment?: string;
}

/** What a body holds, so that a reader can decide without loading it. */
export interface BodySummary {
  /** Words of prose; code, formulas and tables' rules not counted. */
  words: number;
  /** Fenced or indented blocks of code. */
  codeBlocks: number;
  /** Formulas, in the line and displayed. */
  formulas: number;
  /** Its headings in order: the page's own table of contents. */
  outline: OutlineEntry[];
}

/** One heading inside a body. */
export interface OutlineEntry {
  /** The fragment (without `#`) that leads to it, unique in its body. */
  fragment: string;
  /** Its text, plain. */
  title: string;
  /** Its rank as written, 1 to 6. */
  depth: number;
}
