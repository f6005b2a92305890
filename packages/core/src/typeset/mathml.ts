/** An element of MathML, or a piece of its text. */
export type MathNode = MathElement | string;

/** An element of MathML. */
export interface MathElement {
  name: string;
  attributes: Record<string, string>;
  children: MathNode[];
}

const TAG = /<(\/?)([a-z]+)((?:\s+[a-z-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gu;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/gu;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** Parses the MathML that Temml writes: well-formed, lower-case, double quotes. */
export function parseMathml(mathml: string): MathElement {
  const root: MathElement = { name: 'root', attributes: {}, children: [] };
  const open: MathElement[] = [root];
  for (const [, closing, name, attributes = '', empty, text] of mathml.matchAll(TAG)) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(decodeEntities(text));
    else if (closing) open.pop();
    else if (name !== undefined) {
      const element: MathElement = { name, attributes: {}, children: [] };
      for (const [, key, value] of attributes.matchAll(ATTRIBUTE)) element.attributes[key!] = decodeEntities(value!);
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root;
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}
