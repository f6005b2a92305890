import { Names } from '../nearest.ts';
import type { NodeId } from '../types.ts';
import type { Draft, FileHead } from './draft.ts';
import { walkDrafts } from './draft.ts';
import type { FileDraft } from './file.ts';

/** Where a link inside the guide leads. */
export interface Target {
  id: NodeId;
  /** A heading inside the body of the node. */
  fragment?: string;
}

/** The outcome of looking an address up. */
export type Lookup =
  | { kind: 'inside'; target: Target }
  | { kind: 'asset'; path: string }
  | Broken
  /** Above the folder in which the guide begins. */
  | { kind: 'beyond' };

interface Broken {
  kind: 'broken';
  nearest?: string;
}

/** Every address inside the guide, and what stands there. */
export class Targets {
  readonly #files = new Map<string, Target>();
  /** The files by the addresses that they may have on a site. */
  readonly #addresses = new Map<string, string>();
  readonly #heads: FileHead[] = [];
  readonly #fragments = new Map<string, Map<string, Target>>();
  /** The fragments that lead to each node. */
  readonly anchors = new Map<NodeId, string[]>();
  /** What may be meant by a fragment, by file; by a path, under the empty name. */
  readonly #names = new Map<string, Names>();
  readonly #hasFile: ((path: string) => boolean) | undefined;

  constructor(guide: Draft, files: readonly FileDraft[], hasFile?: (path: string) => boolean) {
    this.#hasFile = hasFile;
    for (const one of walkDrafts(guide)) {
      for (const anchor of one.anchors) this.#add(one.file.path, anchor, { id: one.id });
    }
    for (const { top, anchors } of files) {
      const { path } = top.file;
      this.#files.set(path, { id: top.id });
      this.#heads.push(top.file);
      for (const { fragment, owner, inBody } of anchors) {
        this.#add(path, fragment, inBody ? { id: owner.id, fragment } : { id: owner.id });
      }
    }
  }

  /* Made when first asked for: in a guide without faults that may be never. */
  #addressed(address: string): string | undefined {
    if (this.#addresses.size === 0) {
      const claim = (name: string, path: string) => {
        if (!this.#addresses.has(name)) this.#addresses.set(name, path);
      };
      for (const { path, permalink } of this.#heads) if (permalink !== undefined) claim(addressOf(permalink), path);
      for (const { path } of this.#heads) claim(addressOf(path), path);
      for (const { path } of this.#heads) claim(addressOf(path).replace(NUMBERS, '$1'), path);
    }
    return this.#addresses.get(address);
  }

  #add(path: string, fragment: string, target: Target): void {
    let table = this.#fragments.get(path);
    if (!table) this.#fragments.set(path, (table = new Map()));
    if (fragment === '' || table.has(fragment)) return;
    table.set(fragment, target);
    if (target.fragment !== undefined) return;
    const anchors = this.anchors.get(target.id);
    if (anchors) anchors.push(fragment);
    else this.anchors.set(target.id, [fragment]);
  }

  /** What a local address leads to, seen from a file. */
  look(address: string, from: string): Lookup {
    const [whole = '', rawFragment = ''] = splitOnce(address.replace(BASE, ''), '#');
    const path = decode(splitOnce(whole, '?')[0]!);
    if (path === '') return this.#lookFragment(from, decode(rawFragment));
    const wanted = resolvePath(path, from);
    if (wanted === undefined) return { kind: 'beyond' };
    const file = this.#findFile(wanted);
    if (file !== undefined) {
      return rawFragment === ''
        ? { kind: 'inside', target: this.#files.get(file)! }
        : this.#lookFragment(file, decode(rawFragment));
    }
    const asset = this.#findAsset(wanted, path.startsWith('/'));
    if (asset !== undefined) return { kind: 'asset', path: asset };
    const found = this.#broken(wanted, '');
    return found.nearest === undefined ? found : { ...found, nearest: relative(found.nearest, path, from) };
  }

  /* Most tools serve one of two folders at the root of the site. */
  #findAsset(wanted: string, fromRoot: boolean): string | undefined {
    const hasFile = this.#hasFile ?? ((path: string) => !/\.(?:md|markdown)$/iu.test(path));
    const places = fromRoot ? [wanted, `public/${wanted}`, `static/${wanted}`] : [wanted];
    return places.find(hasFile);
  }

  #lookFragment(file: string, fragment: string): Lookup {
    const table = this.#fragments.get(file) ?? new Map<string, Target>();
    const target = table.get(fragment) ?? table.get(fragment.toLowerCase());
    if (target) return { kind: 'inside', target };
    if (fragment === '' || fragment === 'top') return { kind: 'inside', target: this.#files.get(file)! };
    return this.#broken(fragment, '#', file, table);
  }

  #broken(wanted: string, prefix: string, file = '', table: ReadonlyMap<string, Target> = this.#files): Broken {
    let names = this.#names.get(file);
    if (!names) this.#names.set(file, (names = new Names(table.keys())));
    const near = names.nearest(wanted);
    return near === undefined ? { kind: 'broken' } : { kind: 'broken', nearest: prefix + near };
  }

  #findFile(path: string): string | undefined {
    if (this.#files.has(path)) return path;
    const bare = path.replace(/\/$/u, '').replace(/\.html?$/iu, '');
    const folder = bare === '' ? '' : `${bare}/`;
    const candidates = [`${bare}.md`, `${folder}index.md`, `${folder}README.md`, `${folder}_index.md`, bare];
    const found = candidates.find((candidate) => this.#files.has(candidate));
    // What names a file must name it exactly, as on GitHub; what names a page of a site need not.
    return found ?? (/\.(?:md|markdown)$/iu.test(path) ? undefined : this.#addressed(addressOf(path)));
  }
}

const NUMBERS = /(^|\/)\d+[-_. )]+(?=[^/])/g;
/* Jekyll's own name for where the site begins. */
const BASE = /^\{\{\s*site\.(?:baseurl|url)\s*\}\}/;

/** The address of a page, as far as tools agree on it: `/guides/First-Steps/index.html` is `guides/first-steps`. */
function addressOf(path: string): string {
  return path
    .toLowerCase()
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.(?:md|markdown|html?)$/, '')
    .replace(/(?:^|\/)(?:index|_index|readme)$/, '');
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/* A file of the guide as its author would write it in this file: from the root, if that is how the other was written. */
function relative(file: string, written: string, from: string): string {
  if (written.startsWith('/')) return `/${file}`;
  const [to, here] = [file.split('/'), from.split('/').slice(0, -1)];
  let shared = 0;
  while (shared < here.length && shared < to.length - 1 && to[shared] === here[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** A relative address as a path from the root of the guide; nothing if it leads out of it. */
export function resolvePath(path: string, from: string): string | undefined {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/') + (path.endsWith('/') && parts.length > 0 ? '/' : '');
}
