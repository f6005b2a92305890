import type { Block, Body, Image, Inline, Link } from '../body.ts';
import type { Link as GuideLink, Span } from '../types.ts';
import type { Prose } from './body.ts';
import type { Reporter } from './messages.ts';
import type { Targets } from './targets.ts';
import { cleanText } from './text.ts';

/** An address as its letters tell it: out of the guide, into it, or nothing that a reader should follow. */
export type Address = { kind: 'outside'; url: string } | { kind: 'local'; path: string } | { kind: 'unsafe' };

/** A link or an image whose address stays inside the guide, and waits for all files to be read. */
export interface LocalAddress {
  node: Link | Image;
  /** The link as the tree has it. */
  link?: GuideLink;
  /** The address as written, and without white space and control characters. */
  url: string;
  path: string;
  span: Span;
}

/* White space and control characters are how `java\nscript:` passes for harmless. The name of a file may have blanks in
   it, and nothing else of these. */
/* eslint-disable no-control-regex -- see above */
const BLANKS = /[\u0000-\u0020\u007F-\u009F]+/gu;
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]+/gu;
/* eslint-enable no-control-regex */

/** What kind of address this is. */
export function readAddress(url: string): Address {
  const bare = url.replace(BLANKS, '');
  if (/^(?:https?:\/\/|\/\/|mailto:)/iu.test(bare)) return { kind: 'outside', url: bare };
  if (/^[a-z][a-z0-9+.-]*:/iu.test(bare)) return { kind: 'unsafe' };
  return { kind: 'local', path: url.replace(CONTROLS, '').trim() };
}

/** Completes the links and images of some prose: what leads nowhere leaves its words, and a message. */
export function resolveLocal({ body, local }: Prose, targets: Targets, reporter: Reporter): void {
  const broken = new Map<Inline, Inline[]>();
  for (const one of local) {
    const left =
      one.node.type === 'link'
        ? resolveLink(one, one.node, targets, reporter)
        : resolveImage(one, one.node, targets, reporter);
    if (left) broken.set(one.node, left);
  }
  if (broken.size > 0) replaceInlines(body, broken);
}

function resolveLink(
  { link, url, path, span }: LocalAddress,
  node: Link,
  targets: Targets,
  reporter: Reporter,
): Inline[] | undefined {
  const found = targets.look(path, span.file);
  switch (found.kind) {
    case 'inside': {
      const { id, fragment } = found.target;
      node.url = `guide:${id}${fragment === undefined ? '' : `#${fragment}`}`;
      if (link) Object.assign(link, { target: id }, fragment === undefined ? undefined : { fragment });
      return undefined;
    }
    case 'asset':
      node.url = `asset:${found.path}`;
      return undefined;
    case 'beyond':
    case 'broken': {
      const near = found.kind === 'broken' ? found.nearest : undefined;
      const hint = near === undefined ? '' : `, did you mean \`${shorten(near)}\`?`;
      const what = found.kind === 'broken' ? 'which does not exist' : 'which leads out of the guide';
      const reason = `Unexpected link to \`${shorten(url)}\`, ${what}${hint}`;
      reporter.report('broken-link', reason, span);
      if (link) link.url = cleanText(url);
      return node.children;
    }
  }
}

function resolveImage(
  { url, path, span }: LocalAddress,
  node: Image,
  targets: Targets,
  reporter: Reporter,
): Inline[] | undefined {
  const found = targets.look(path, span.file);
  if (found.kind === 'asset') {
    node.url = `asset:${found.path}`;
    return undefined;
  }
  if (found.kind !== 'inside') {
    const what = found.kind === 'broken' ? 'which does not exist' : 'which is not in the guide';
    reporter.report('missing-file', `Unexpected image \`${shorten(url)}\`, ${what}`, span);
  }
  return node.alt === '' ? [] : [{ type: 'text', value: node.alt }];
}

/* A paragraph of which nothing is left goes too. Iterative, like every walk over an author's nesting. */
function replaceInlines(body: Body, replacements: ReadonlyMap<Inline, Inline[]>): void {
  type Part = Block | Inline | { type: string; children: unknown[] };
  const emptied = new Set<Part>();
  const order: (Part | Body)[] = [body];
  for (const at of order) {
    if (!('children' in at)) continue;
    const children = at.children as Part[];
    for (let index = 0; index < children.length; index++) {
      const left = replacements.get(children[index] as Inline);
      if (!left) continue;
      children.splice(index, 1, ...left);
      // What a link leaves may hold another one.
      index -= 1;
      if (at.type === 'paragraph' && children.length === 0) emptied.add(at as Part);
    }
    for (const child of children) order.push(child);
  }
  if (emptied.size === 0) return;
  for (const at of order) {
    if ('children' in at) at.children = (at.children as Part[]).filter((child) => !emptied.has(child)) as never; // The kinds stay.
  }
}

/** An address or a name, short enough for a message. */
export function shorten(text: string): string {
  const clean = cleanText(text);
  return clean.length > 100 ? `${clean.slice(0, 99)}…` : clean;
}
