import type { Bodies, Block, Body, Inline, List, TableCell, TableRow } from '../body.ts';
import {
  SCHEMA_VERSION,
  type BodySummary,
  type Guide,
  type GuideNode,
  type NodeBase,
  type NodeId,
  type OutlineEntry,
} from '../types.ts';
import { walkDrafts, type Draft } from './draft.ts';
import { resolveLocal } from './local.ts';
import type { Reporter } from './messages.ts';
import { describeResource } from './resource.ts';
import { normalizeId } from './slug.ts';
import type { Targets } from './targets.ts';
import { countWords } from './text.ts';

/** Makes the guide and its bodies of drafts that have their ids. */
export function finishGuide(top: Draft, targets: Targets, reporter: Reporter): { guide: Guide; bodies: Bodies } {
  const bodies: Bodies = {};
  const guide: Guide = {
    schemaVersion: SCHEMA_VERSION,
    title: top.title,
    modules: top.children.map(({ id }) => id),
    nodes: {},
    redirects: {},
    ...finishProse(top, bodies, targets, reporter),
  };
  const stack: { one: Draft; parent: NodeId | null }[] = [];
  const open = ({ children }: Draft, parent: NodeId | null) => {
    for (let index = children.length - 1; index >= 0; index--) stack.push({ one: children[index]!, parent });
  };
  open(top, null);
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { one, parent } = at;
    const base: NodeBase = {
      id: one.id,
      title: one.title,
      parent,
      children: one.children.map(({ id }) => id),
      span: one.span,
      anchors: unique(targets.anchors.get(one.id) ?? []),
      status: one.status,
      ...(one.note === undefined ? undefined : { note: one.note }),
      tags: unique(one.tags.map((tag) => tag.toLowerCase())),
      ...finishProse(one, bodies, targets, reporter),
    };
    guide.nodes[one.id] = withKind(one, base);
    open(one, one.id);
  }
  addRedirects(guide, top, reporter);
  return { guide, bodies };
}

function finishProse(
  one: Draft,
  bodies: Bodies,
  targets: Targets,
  reporter: Reporter,
): Pick<NodeBase, 'body' | 'links'> {
  const { prose } = one;
  if (!prose) return { body: null, links: [] };
  if (prose.local.length > 0) resolveLocal(prose, targets, reporter);
  if (prose.body.children.length === 0) return { body: null, links: prose.links };
  bodies[one.id] = prose.body;
  return { body: summarize(prose.body), links: prose.links };
}

function unique(names: string[]): string[] {
  return names.length > 1 ? [...new Set(names)] : names;
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

function addRedirects(guide: Guide, top: Draft, reporter: Reporter): void {
  for (const one of walkDrafts(top)) {
    for (const [index, former] of (one.frontmatter.formerly ?? []).entries()) {
      const id = normalizeId(former);
      if (Object.hasOwn(guide.nodes, id) || Object.hasOwn(guide.redirects, id)) {
        reporter.report(
          'former-id',
          `Unexpected \`${id}\` in \`formerly\`, which is still the id of a node`,
          one.file.places['formerly']?.[index] ?? one.span,
        );
      } else if (id !== '') redirectAll(guide, one, id);
    }
  }
}

/** What stood below the old id stands below the new one: the questions of a renamed topic keep their readers' history. */
function redirectAll(guide: Guide, moved: Draft, former: string): void {
  const now = moved.id;
  guide.redirects[former] = now;
  for (const one of walkDrafts(moved)) {
    const { id } = one;
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
  const stack: (Block | Inline | List['children'][number] | TableRow | TableCell)[] = body.children.toReversed();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    switch (at.type) {
      case 'text':
        text += at.value;
        continue;
      case 'code':
        codeBlocks += 1;
        continue;
      case 'math':
      case 'inlineMath':
        formulas += 1;
        continue;
      case 'break':
      case 'inlineCode':
        text += ' ';
        continue;
      // Inline nodes are joined without a space, so that "over**fit**ting" is one word; blocks are not.
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
        break;
      case 'heading':
        outline.push({ fragment: at.data.fragment, title: textOf(at.children), depth: at.depth });
        text += '\n';
        break;
      default:
        text += '\n';
    }
    if (!('children' in at)) continue;
    const { children } = at;
    for (let index = children.length - 1; index >= 0; index--) stack.push(children[index]!);
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
