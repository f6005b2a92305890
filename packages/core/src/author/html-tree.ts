import { Parser } from 'htmlparser2';
import { parseEntities } from 'parse-entities';

/** An element of raw HTML; the root has no name. */
export interface HtmlElement {
  /** The name of the tag, in small letters. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (HtmlElement | string)[];
  /** Whether something in it stands on lines of its own. */
  holdsBlocks: boolean;
}

/* What is dropped with all it holds: it is for machines. */
const DROPPED = new Set('script style template iframe object embed noscript svg title head'.split(' '));
const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2
   h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th
   thead tr ul`.split(/\s+/),
);
/* Elements nested deeper lose their tags and keep their words: whoever reads the tree does so by recursion. */
const MAX_DEPTH = 100;

/** Whether an element stands on lines of its own. */
export function isBlockElement(element: HtmlElement): boolean {
  return BLOCKS.has(element.name);
}

/** Raw HTML as a tree, tags closed where a browser closes them; nothing in it that runs. */
export function parseHtml(html: string): HtmlElement {
  const root = element('', {});
  const open = [root];
  let dropped = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parent = open.at(-1)!;
        if (dropped > 0 || DROPPED.has(name)) dropped += 1;
        if (dropped > 0) return;
        const child = element(name, attributes);
        // Once an element holds blocks, so do all around it.
        if (BLOCKS.has(name))
          for (let at = open.length - 1; at >= 0 && !open[at]!.holdsBlocks; at--) open[at]!.holdsBlocks = true;
        if (open.length > MAX_DEPTH) open.push(parent);
        else {
          parent.children.push(child);
          open.push(child);
        }
      },
      ontext(text) {
        const { children } = open.at(-1)!;
        if (dropped > 0) return;
        const before = children.at(-1);
        if (typeof before === 'string') children[children.length - 1] = before + text;
        else children.push(text);
      },
      onclosetag() {
        if (dropped > 0) dropped -= 1;
        else open.pop();
      },
    },
    // Its own table of entities stays out of the bundle (see `tsdown.config.ts`); Markdown's has the same names.
    { decodeEntities: false },
  );
  parser.end(html);
  return root;
}

/** The value of an attribute, or of text, with its entities decoded. */
export function decode(text: string): string {
  return text.includes('&') ? parseEntities(text) : text;
}

/** All words in an element, as they were typed. */
export function textOf({ children }: HtmlElement): string {
  return children.map((child) => (typeof child === 'string' ? decode(child) : breakOr(child))).join('');
}

function breakOr(child: HtmlElement): string {
  return child.name === 'br' ? '\n' : textOf(child);
}

function element(name: string, attributes: Record<string, string>): HtmlElement {
  return { name, attributes, children: [], holdsBlocks: false };
}
