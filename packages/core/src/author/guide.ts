import type { Bodies, Block, Body, Inline } from '../body.ts';
import {
  SCHEMA_VERSION,
  type BodySummary,
  type Guide,
  type GuideNode,
  type Link,
  type NodeBase,
  type NodeId,
  type OutlineEntry,
} from '../types.ts';
import { BodyMaker } from './body.ts';
import { walkDrafts, type Draft } from './draft.ts';
import type { Reporter } from './messages.ts';
import { describeResource } from './resource.ts';
import { normalizeId } from './slug.ts';
import type { Targets } from './targets.ts';
import { countWords } from './text.ts';

/** Makes the guide and its bodies of drafts that have their ids. */
export function finishGuide(
  top: Draft,
  ids: ReadonlyMap<Draft, NodeId>,
  targets: Targets,
  reporter: Reporter,
): { guide: Guide; bodies: Bodies } {
  const bodies: Bodies = {};
  const makers = new Map<string, BodyMaker>();
  const make = (one: Draft): { body: BodySummary | null; links: Link[] } => {
    let maker = makers.get(one.file.path);
    if (!maker) makers.set(one.file.path, (maker = new BodyMaker(one.file, targets, reporter)));
    const made = maker.make(one.content, one.line);
    if (made.body.children.length === 0) return { body: null, links: made.links };
    bodies[ids.get(one)!] = made.body;
    return { body: summarize(made.body), links: made.links };
  };
  const opening = make(top);
  const guide: Guide = {
    schemaVersion: SCHEMA_VERSION,
    title: top.title,
    modules: top.children.map((child) => ids.get(child)!),
    nodes: {},
    redirects: {},
    body: opening.body,
    links: opening.links,
  };
  const parents = new Map<Draft, Draft>();
  for (const one of walkDrafts(top)) {
    for (const child of one.children) parents.set(child, one);
    if (one === top) continue;
    const parent = parents.get(one)!;
    const base: NodeBase = {
      id: ids.get(one)!,
      title: one.title,
      parent: parent === top ? null : ids.get(parent)!,
      children: one.children.map((child) => ids.get(child)!),
      span: one.span,
      anchors: [...new Set(targets.anchors.get(ids.get(one)!))],
      status: one.status,
      ...(one.note === undefined ? {} : { note: one.note }),
      tags: one.tags.length === 0 ? [] : [...new Set(one.tags.map((tag) => tag.toLowerCase()))],
      ...make(one),
    };
    guide.nodes[base.id] = withKind(one, base);
  }
  addRedirects(guide, top, ids, reporter);
  return { guide, bodies };
}

function withKind(one: Draft, base: NodeBase): GuideNode {
  const { frontmatter } = one;
  switch (one.kind) {
    case 'module':
    case 'section':
      return { ...base, kind: one.kind };
    case 'question':
      return { ...base, kind: 'question', difficulty: one.questionDifficulty ?? 'core' };
    case 'resource':
      return { ...base, kind: 'resource', ...describeResource(one.resource!) };
    case 'topic':
      return {
        ...base,
        kind: 'topic',
        difficulty: one.difficulty ?? 'core',
        summary: frontmatter.summary ?? '',
        aliases: frontmatter.aliases ?? [],
        prerequisites: (frontmatter.prerequisites ?? []).map(normalizeId),
        related: (frontmatter.related ?? []).map(normalizeId),
        minutes: frontmatter.minutes ?? null,
        format: frontmatter.format ?? 'prose',
      };
  }
}

function addRedirects(guide: Guide, top: Draft, ids: ReadonlyMap<Draft, NodeId>, reporter: Reporter): void {
  for (const one of walkDrafts(top)) {
    for (const [index, former] of (one.frontmatter.formerly ?? []).entries()) {
      const id = normalizeId(former);
      if (Object.hasOwn(guide.nodes, id) || Object.hasOwn(guide.redirects, id)) {
        reporter.report(
          'former-id',
          `Unexpected \`${id}\` in \`formerly\`, which is still the id of a node`,
          one.file.places['formerly']?.[index] ?? one.span,
        );
      } else if (id !== '') redirectAll(guide, one, id, ids);
    }
  }
}

/** What stood below the old id stands below the new one: the questions of a renamed topic keep their readers' history. */
function redirectAll(guide: Guide, moved: Draft, former: string, ids: ReadonlyMap<Draft, NodeId>): void {
  const now = ids.get(moved)!;
  guide.redirects[former] = now;
  for (const one of walkDrafts(moved)) {
    const id = ids.get(one)!;
    if (one === moved || !id.startsWith(`${now}/`)) continue;
    const old = former + id.slice(now.length);
    if (!Object.hasOwn(guide.nodes, old) && !Object.hasOwn(guide.redirects, old)) guide.redirects[old] = id;
  }
}

/** What a body holds. */
function summarize(body: Body): BodySummary {
  const outline: OutlineEntry[] = [];
  let text = '';
  let codeBlocks = 0;
  let formulas = 0;
  const stack: (Block | Inline | { type: string; children: unknown })[] = body.children.toReversed();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.type === 'code') codeBlocks += 1;
    else if (at.type === 'math' || at.type === 'inlineMath') formulas += 1;
    if (at.type === 'heading' && 'depth' in at) {
      outline.push({ fragment: at.data.fragment, title: textOf(at.children), depth: at.depth });
    }
    // Inline nodes are joined without a space, so that "over**fit**ting" is one word; blocks are not.
    if (at.type === 'text' && 'value' in at) text += at.value;
    else if (at.type === 'break' || at.type === 'inlineCode') text += ' ';
    if ('children' in at && Array.isArray(at.children)) {
      if (!['emphasis', 'strong', 'delete', 'link'].includes(at.type)) text += '\n';
      for (let index = at.children.length - 1; index >= 0; index--) stack.push(at.children[index] as Block);
    }
  }
  return { words: countWords(text), codeBlocks, formulas, outline };
}

/** The plain text of inline content. */
export function textOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) =>
      'children' in node
        ? textOf(node.children)
        : 'value' in node
          ? node.value
          : node.type === 'image'
            ? node.alt
            : ' ',
    )
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}
