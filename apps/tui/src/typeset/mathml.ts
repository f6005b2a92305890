/** A MathML element, or its text: what is needed to lay it out and no more. */
export interface MathNode {
  /** `mfrac`, `mi`, … */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: MathNode[];
  /** The text of a leaf. */
  text: string;
}

const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;
const ENTITY: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** Reads the `<math>` element that typesetting makes. What is not MathML gives a tree without children. */
export function parseMathml(source: string): MathNode {
  const root: MathNode = { name: 'math', attributes: {}, children: [], text: '' };
  const open: MathNode[] = [root];
  for (const [, closing, name, attributes, empty, text] of source.matchAll(TOKEN)) {
    const top = open.at(-1)!;
    if (text !== undefined) {
      top.text += decode(text);
    } else if (closing === '/') {
      if (open.length > 1) open.pop();
    } else {
      const node: MathNode = { name: name!, attributes: readAttributes(attributes!), children: [], text: '' };
      top.children.push(node);
      if (empty !== '/') open.push(node);
    }
  }
  const math = root.children.find((child) => child.name === 'math');
  return math ?? root;
}

function readAttributes(source: string): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [, name, value] of source.matchAll(ATTRIBUTE)) out[name!] = decode(value ?? '');
  return out;
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITY[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
