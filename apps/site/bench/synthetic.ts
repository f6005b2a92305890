/** A guide of as many topics as `MLGUIDE_TOPICS` says, in the shape of `@mlguide/content`, made of real prose. */
import type { Body, Guide, GuideNode, NodeId, Topic } from '@mlguide/core';
import * as real from '@mlguide/content';

const topics = Object.values(real.guide.nodes).filter((node): node is Topic => node.kind === 'topic');
const wanted = Number(process.env['MLGUIDE_TOPICS'] ?? 300);
const inModule = 30;
const nodes: Record<NodeId, GuideNode> = {};
const origin = new Map<NodeId, NodeId>();
const modules: NodeId[] = [];

for (let index = 0; index < wanted; index++) {
  const module = `module-${Math.floor(index / inModule)}`;
  const source = topics[index % topics.length]!;
  if (!Object.hasOwn(nodes, module)) {
    modules.push(module);
    const { span, anchors, status, tags, links } = source;
    const base = { span, anchors, status, tags, links, body: null };
    nodes[module] = {
      ...base,
      id: module,
      kind: 'module',
      title: `Module ${modules.length}`,
      parent: null,
      children: [],
    };
  }
  const id = `${module}/topic-${index}`;
  nodes[module]!.children.push(id);
  nodes[id] = { ...source, id, parent: module, children: [], prerequisites: [], related: [], links: [] };
  origin.set(id, source.id);
}

/** The guide. */
export const guide: Guide = { ...real.guide, modules, nodes, redirects: {}, body: null, links: [] };

/** The prose of the real topic that stands behind a made one. */
export function loadBody(id: NodeId): Promise<Body | undefined> {
  const source = origin.get(id);
  return source === undefined ? Promise.resolve(undefined) : real.loadBody(source);
}

/** The same as Markdown. */
export function loadMarkdown(id: NodeId): Promise<string | undefined> {
  const source = origin.get(id);
  return source === undefined ? Promise.resolve(undefined) : real.loadMarkdown(source);
}
