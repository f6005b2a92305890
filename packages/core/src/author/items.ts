import type { Link, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';

import type { ItemClass } from './draft.ts';
import { plainText, readTitle, type TitleParts } from './title.ts';
import { countWords } from './text.ts';

/** A label has at most this many words, its remark in brackets not counted. */
const LABEL_WORDS = 14;

/** A question has at most this many words. */
const QUESTION_WORDS = 40;

const NOTE = /^(?:note|notes|nb|n\.b\.|tip|remember|remark|warning|caution|important|hint|see also|e\.g\.)\b\s*[:,]/iu;
/* A full stop, question mark or exclamation mark inside the text, with another sentence behind it; then the same for
   scripts without capitals, and for those without blanks. */
const SENTENCE_INSIDE =
  /\p{Ll}{2}[.!?]["”')\]]*\s+\p{Lu}|[\p{Lo}\p{Mn}]{2}[.!؟۔।]["”')\]]*\s+\p{Lo}|[。！？]["”’」』）)\]]*\p{L}/u;

/** The first paragraph of an item, if it starts with one. */
export function leadOf(item: ListItem): Paragraph | undefined {
  const first = item.children[0];
  return first?.type === 'paragraph' ? first : undefined;
}

/**
 * What a list item is by itself, before its list is looked at.
 *
 * - `placeholder`: nothing but `[TBD]`.
 * - `resource`: one outside link, perhaps with a remark.
 * - `question`: one question, with nothing below it but its answer.
 * - `topic`: a label. It has no sentence inside, no full stop at its end, and no more than 14 words.
 * - `note`: prose, and all the rest.
 */
export function classifyItem(item: ListItem): ItemClass {
  let known = classes.get(item);
  if (known === undefined) classes.set(item, (known = classify(item)));
  return known;
}

/* Each rule asks for the class of an item, and of those below it: worked out once, it costs nothing. Items do not change
   after `list-repair.ts`. */
const classes = new WeakMap<ListItem, ItemClass>();
const titles = new WeakMap<Paragraph, TitleParts>();

/** What the first paragraph of an item says. */
export function titleOfItem(lead: Paragraph): TitleParts {
  let parts = titles.get(lead);
  if (!parts) titles.set(lead, (parts = readTitle(lead.children, true)));
  return parts;
}

function classify(item: ListItem): ItemClass {
  const lead = leadOf(item);
  if (!lead) return 'note';
  const parts = titleOfItem(lead);
  if (parts.title === '') return parts.tbd ? 'placeholder' : 'note';
  if (isResource(lead)) return 'resource';
  if (isQuestion(parts.title, item)) return 'question';
  return isLabel(parts.title, lead, item) ? 'topic' : 'note';
}

function isLabel(title: string, lead: Paragraph, item: ListItem): boolean {
  if (item.checked != null && item.children.length === 1 && countWords(title) > LABEL_WORDS) return false;
  if (NOTE.test(title) || SENTENCE_INSIDE.test(title)) return false;
  if (/[.!;,…。！；，、؛،۔।]$/u.test(title) && !/\b(?:etc|e\.g|i\.e|vs|al|inc)\.$/iu.test(title)) return false;
  // "You can find the code [here](…)": a link in the middle of words is prose; a link that is all of it is a label.
  if (countWords(title) > LABEL_WORDS) return false;
  if (/[:：]$/u.test(plainText(lead.children).trim()) && !hasList(item)) return false;
  return !/^(?:you|we|i|it|this|these|that|there|for more|if you|please)\b/iu.test(title) || countWords(title) <= 3;
}

function hasList(item: ListItem): boolean {
  return item.children.some((child) => child.type === 'list');
}

/** A question, perhaps with a remark in brackets behind it; what stands below it must be its answer. */
function isQuestion(title: string, item: ListItem): boolean {
  if (!/[?？؟](?:\s*\([^)]*\))?$/u.test(title) || countWords(title) > QUESTION_WORDS) return false;
  if (SENTENCE_INSIDE.test(title.replace(/\([^)]*\)$/u, ''))) return false;
  const below = item.children.filter((child): child is List => child.type === 'list');
  return below.every((list) => list.children.every((child) => classifyItem(child) === 'note'));
}

/** The link of an item that is a resource. */
export function resourceLink(lead: Paragraph): Link | undefined {
  const first = lead.children.find(
    (node) => !(node.type === 'text' && node.value.trim() === '') && node.type !== 'html',
  );
  if (first?.type === 'strong' || first?.type === 'emphasis') {
    const inner = first.children[0];
    return first.children.length === 1 && inner?.type === 'link' ? inner : undefined;
  }
  return first?.type === 'link' ? first : undefined;
}

function isResource(lead: Paragraph): boolean {
  const link = resourceLink(lead);
  if (!link || !isOutside(link.url)) return false;
  // A badge is a link around a picture, not something to read.
  if (link.children.every((child) => child.type === 'image')) return false;
  const rest = plainText(after(lead, link), [], false).trim();
  return (
    rest === '' ||
    /^(?:[([:,;–—|/·•&+：，；،؛（【-]|by\b|or\b|and\b|from\b|in\b|on\b|with\b|['’]s\b|\p{So})/iu.test(rest)
  );
}

/** The inline content behind a link. */
export function after(lead: Paragraph, link: Link): PhrasingContent[] {
  const at = lead.children.findIndex(
    (node) => node === link || ('children' in node && (node.children as PhrasingContent[]).includes(link)),
  );
  return lead.children.slice(at + 1);
}

/** Whether an address leads out of the guide. */
export function isOutside(url: string): boolean {
  return /^(?:https?:|mailto:|\/\/)/iu.test(url);
}

/** Whether a list is a table of contents: at least two items, each of them one link to somewhere in the guide. */
export function isContents(list: List): boolean {
  let items = 0;
  const stack: RootContent[] = [list];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.type !== 'list') return false;
    for (const item of at.children) {
      const [lead, ...below] = item.children;
      if (lead?.type !== 'paragraph' || !isInternalLink(lead)) return false;
      items += 1;
      stack.push(...below);
    }
  }
  return items >= 2;
}

/**
 * Whether a list below a heading "Contents" is one: no link in it leads out of the guide, and at least half of its
 * items are links into it. Others may be parts that have no heading to lead to.
 */
export function isLooseContents(list: List): boolean {
  let items = 0;
  let links = 0;
  const stack: List[] = [list];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const item of at.children) {
      const [lead, ...below] = item.children;
      if (lead?.type !== 'paragraph' || lead.children.some((node) => node.type === 'link' && isOutside(node.url))) {
        return false;
      }
      items += 1;
      if (isInternalLink({ ...lead, children: lead.children.filter((node) => node.type !== 'text') })) links += 1;
      for (const child of below) {
        if (child.type !== 'list') return false;
        stack.push(child);
      }
    }
  }
  return items >= 2 && links * 2 >= items;
}

function isInternalLink(lead: Paragraph): boolean {
  let links = 0;
  for (const node of lead.children) {
    if (node.type === 'link') {
      if (isOutside(node.url) || node.url === '') return false;
      links += 1;
    } else if (node.type !== 'html' && !(node.type === 'text' && /^[\s\p{P}\p{S}\d]*$/u.test(node.value))) return false;
  }
  return links === 1;
}

/**
 * Whether a list is prose: more than half of those of its items that are labels or sentences are sentences. Its few
 * short items are then sentences too.
 */
export function isProse(list: List): boolean {
  const classes = list.children.map(classifyItem);
  const notes = classes.filter((one) => one === 'note').length;
  const labels = classes.filter((one) => one === 'topic').length;
  return notes > labels;
}
