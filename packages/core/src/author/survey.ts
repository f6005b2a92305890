import type { Definition, FootnoteDefinition, Heading, Html, ListItem, Root, RootContent } from 'mdast';

/** What one walk over a file finds; later stages look here instead of walking again. */
export interface Survey {
  /** Headings, and raw HTML, which may hold anchors; in the order of the file. */
  marks: (Heading | Html)[];
  items: ListItem[];
  links: number;
  /** Definitions by identifier; the first of several with one name holds, as in CommonMark. */
  definitions: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
  /** Those whose name was taken. */
  spareFootnotes: FootnoteDefinition[];
}

/** Walks over a file once. */
export function surveyFile(root: Root): Survey {
  const survey: Survey = {
    marks: [],
    items: [],
    links: 0,
    definitions: new Map(),
    footnotes: new Map(),
    spareFootnotes: [],
  };
  visitNodes(root.children, (node) => {
    switch (node.type) {
      case 'heading':
      case 'html':
        survey.marks.push(node);
        break;
      case 'listItem':
        survey.items.push(node);
        break;
      case 'link':
      case 'linkReference':
        survey.links += 1;
        break;
      case 'definition':
        if (!survey.definitions.has(node.identifier)) survey.definitions.set(node.identifier, node);
        break;
      case 'footnoteDefinition':
        if (!survey.footnotes.has(node.identifier)) survey.footnotes.set(node.identifier, node);
        else survey.spareFootnotes.push(node);
        break;
    }
  });
  return survey;
}

/** Visits every mdast node below some, parents first; iterative, so that depth costs no stack. */
export function visitNodes(nodes: readonly RootContent[], visit: (node: RootContent) => void): void {
  const stack: RootContent[] = [];
  for (let index = nodes.length - 1; index >= 0; index--) stack.push(nodes[index]!);
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    visit(at);
    if (!('children' in at)) continue;
    const { children } = at;
    for (let index = children.length - 1; index >= 0; index--) stack.push(children[index]!);
  }
}
