import type { Heading, List, ListItem, RootContent } from 'mdast';

import type { Context } from './context.ts';
import { draft, spanOf, type Draft, type ItemClass } from './draft.ts';
import { after, classifyItem, isProse, leadOf, resourceLink, titleOfItem } from './items.ts';
import { normalizeId } from './slug.ts';
import { cleanText } from './text.ts';
import { plainText } from './title.ts';

/** How a list stands in its file. */
export interface ListSetting {
  /** It stands below a heading such as "Questions". */
  asks: boolean;
  /** Its file is one topic, so that its labels are prose. */
  page: boolean;
  /** Places the blocks of an item whose first block is a heading. */
  placeItem: (item: ListItem, heading: Heading, owner: Draft) => ItemClass;
}

/** Places every item of a list below a node: as a topic, a resource, a question, a placeholder, or prose of that node. */
export function placeList(context: Context, list: List, owner: Draft, setting: ListSetting): void {
  const classOf = classifier(context, list, setting);
  let notes: List | undefined;
  list.children.forEach((item, index) => {
    const one = classOf(item);
    if (item.children[0]?.type === 'heading') {
      context.classes.set(item, setting.placeItem(item, item.children[0], owner));
      notes = undefined;
      return;
    }
    context.classes.set(item, one);
    if (one === 'note') {
      const { kept, nested } = splitNote(context, item, setting);
      if (kept.children.length > 0) {
        if (!notes) {
          const start = list.ordered ? (list.start ?? 1) + index : null;
          notes = { ...list, start, children: [] };
          owner.content.push(notes);
        }
        notes.children.push(kept);
      }
      for (const inner of nested) placeList(context, inner, owner, setting);
    } else placeNode(context, item, one, owner, setting);
  });
}

/** What each item of this list is, the list as a whole considered. */
function classifier(context: Context, list: List, setting: ListSetting): (item: ListItem) => ItemClass {
  const prose = setting.page || !context.outlines || isProse(list);
  // In a file of prose a list of questions is a way to speak, unless it answers them.
  const asking = list.children.filter((item) => classifyItem(item) === 'question');
  const meant = context.outlines || asking.some((item) => item.children.length > 1);
  const questions = setting.asks || !prose || (meant && asking.length * 2 > list.children.length);
  return (item) => {
    const one = classifyItem(item);
    if (one === 'topic' && prose) return 'note';
    if (one === 'question' && !questions) return 'note';
    return one;
  };
}

/** Splits a sentence with a list below it: a list of more sentences stays with it, a list of nodes goes to the owner. */
function splitNote(context: Context, item: ListItem, setting: ListSetting): { kept: ListItem; nested: List[] } {
  const nested: List[] = [];
  const children = item.children.filter((child) => {
    if (child.type !== 'list' || !holdsNodes(context, child, setting)) return true;
    nested.push(child);
    return false;
  });
  return { kept: { ...item, children }, nested };
}

function holdsNodes(context: Context, list: List, setting: ListSetting): boolean {
  const stack: List[] = [list];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const classOf = classifier(context, at, setting);
    for (const item of at.children) {
      if (item.children[0]?.type === 'heading' || classOf(item) !== 'note') return true;
      for (const child of item.children) if (child.type === 'list') stack.push(child);
    }
  }
  return false;
}

function placeNode(context: Context, item: ListItem, kind: ItemClass, owner: Draft, setting: ListSetting): void {
  const lead = leadOf(item);
  if (!lead) return;
  const parts = titleOfItem(lead);
  const below = item.children.slice(1);
  if (kind === 'placeholder') {
    owner.status = 'tbd';
    if (parts.note !== undefined) owner.note = owner.note === undefined ? parts.note : `${owner.note}; ${parts.note}`;
    placeBelow(context, below, owner, owner, setting);
    return;
  }
  const span = spanOf(context.file, item);
  const node = draft(kind === 'note' ? 'topic' : kind, parts.title, context.file.head, span, {
    heading: false,
    // The remark of a topic is part of its body; that of a resource is not, and may hold links of its own.
    line: kind === 'resource' ? lead.children : lead.children.filter((child) => !parts.rest.includes(child)),
    anchors: [...parts.anchors],
    status: parts.tbd ? 'tbd' : 'ready',
    tags: [...parts.tags],
    ...(parts.note === undefined ? {} : { note: parts.note }),
    ...(parts.difficulty === undefined ? {} : { difficulty: parts.difficulty }),
  });
  const explicit = parts.anchors.map(normalizeId).find(Boolean);
  if (explicit) node.explicitId = explicit;
  owner.children.push(node);

  if (kind === 'resource') {
    const link = resourceLink(lead)!;
    node.title = cleanText(plainText(link.children)) || link.url;
    node.resource = { url: link.url, remark: cleanText(plainText(after(lead, link))) };
    // What hangs below a link is about the same thing, so it belongs beside it: a resource owns nothing.
    placeBelow(context, below, node, owner, setting);
    return;
  }
  if (parts.rest.length > 0) node.content.push({ ...lead, children: parts.rest });
  placeBelow(context, below, node, node, setting);
}

function placeBelow(
  context: Context,
  blocks: readonly RootContent[],
  node: Draft,
  listOwner: Draft,
  setting: ListSetting,
): void {
  for (const block of blocks) {
    const answer = node.kind === 'question';
    if (block.type === 'list' && !answer) placeList(context, block, listOwner, setting);
    else node.content.push(block);
  }
}
