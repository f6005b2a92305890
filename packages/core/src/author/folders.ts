import { draft, emptyHead, type Draft } from './draft.ts';
import { bareName, indexRank, titleFromName, type FileDraft } from './file.ts';
import { compare, startOf } from './messages.ts';

interface Folder {
  name: string;
  path: string;
  index?: FileDraft;
  entries: Map<string, Folder | FileDraft>;
}

/**
 * Puts files into the tree of their folders. A folder is a section, spoken for by its `index.md` (or `README.md`); a
 * number in front of a name orders it and is otherwise forgotten.
 *
 * @returns The guide itself, whose children are the top level.
 */
export function arrangeFolders(files: readonly FileDraft[], title: string): Draft {
  const root: Folder = { name: title, path: '', entries: new Map() };
  if (files.length === 1) return asGuide(files[0]!.top, title);
  for (const one of files) place(root, one);
  return asGuide(folderDraft(root, title), title);
}

function asGuide(top: Draft, title: string): Draft {
  top.title ||= title;
  for (const child of top.children) if (child.kind === 'section') child.kind = 'module';
  return top;
}

function place(root: Folder, one: FileDraft): void {
  const path = one.top.file.path;
  const parts = path.split('/').slice(0, -1);
  let at = root;
  for (const part of parts) {
    const found = at.entries.get(`${part}/`);
    const next: Folder =
      found && 'entries' in found
        ? found
        : { name: part, path: at.path ? `${at.path}/${part}` : part, entries: new Map() };
    at.entries.set(`${part}/`, next);
    at = next;
  }
  const rank = indexRank(path);
  const held = at.index && indexRank(at.index.top.file.path);
  if (rank >= 0 && (held === undefined || rank < held)) {
    if (at.index) at.entries.set(at.index.top.file.path, at.index);
    at.index = one;
  } else at.entries.set(path, one);
}

function folderDraft(folder: Folder, title: string): Draft {
  const children = sortEntries(folder).map((entry) =>
    'entries' in entry ? folderDraft(entry, titleFromName(bareName(entry.name))) : entry.top,
  );
  const first = children[0];
  const place = startOf(first?.file.path ?? folder.path);
  const own = folder.index?.top ?? draft('section', title, first?.file ?? emptyHead(folder.path), place);
  own.kind = 'section';
  own.title ||= title;
  own.slugSource = bareName(folder.name);
  own.children.push(...children);
  return own;
}

/** In the order of names; where a file claims a place (`sidebar_position: 2`), those with a place come first. */
function sortEntries(folder: Folder): (Folder | FileDraft)[] {
  const entries = [...folder.entries].map(([path, entry]) => {
    const name = lastPart(path);
    const claimed = 'entries' in entry ? entry.index?.top.file.position : entry.top.file.position;
    const numbered = /^\d+/.exec(name);
    return { entry, name, claimed, place: claimed ?? (numbered ? Number(numbered[0]) : Infinity) };
  });
  const places = entries.some(({ claimed }) => claimed !== undefined);
  return entries
    .toSorted((a, b) => (places && a.place !== b.place ? a.place - b.place : compareNames(a.name, b.name)))
    .map(({ entry }) => entry);
}

function lastPart(path: string): string {
  return path.replace(/\/$/u, '').split('/').at(-1) ?? path;
}

/** Numbers in names count as numbers: `2-b` comes before `10-a`. The same order on every machine. */
export function compareNames(a: string, b: string): number {
  const left = a.toLowerCase().match(/\d+|\D+/gu) ?? [];
  const right = b.toLowerCase().match(/\d+|\D+/gu) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const x = left[index]!;
    const y = right[index]!;
    const both = /^\d/u.test(x) && /^\d/u.test(y);
    const order = both ? Number(x) - Number(y) || x.length - y.length : compare(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length || compare(a, b);
}
