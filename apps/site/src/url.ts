/** Where everything is: the only file that builds a path. */
import {
  ancestors,
  getNode,
  isPage,
  type Guide,
  type NodeId,
  type NodeKind,
  type PageNode,
  type Question,
} from '@mlguide/core';

/** The pages that belong to no node. */
export type FixedPage = 'home' | 'questions' | 'resources' | 'tags' | 'changes' | StudyPage;

/** The pages on which one studies. */
export type StudyPage = 'study' | 'study/plan' | 'study/mock' | 'study/statistics';

/** The address of everything in one guide, below one base path. */
export interface Addresses {
  /**
   * The address of a page of ours.
   *
   * @example addresses.fixed('questions') // '/questions/'
   */
  fixed(page: FixedPage): string;
  /**
   * The address of a file of ours, such as `search.json`.
   *
   * @param path Its path below the base, without a leading `/`.
   */
  file(path: string): string;
  /**
   * The address of a node: its page, or its place on the page of the node it stands in. An id published earlier works,
   * an unknown one leads nowhere.
   *
   * @param fragment A heading in the node's body.
   */
  node(id: NodeId, fragment?: string): string | undefined;
  /**
   * The address of a page as Markdown.
   *
   * @example addresses.markdown(topic) // '/classic-ml/trees/pruning.md'
   */
  markdown(node: PageNode): string;
  /** The address of the picture that stands for a page. */
  social(node: PageNode): string;
  /** The address of a module on one page, to print. */
  print(node: PageNode): string;
  /** The path of a node's page below the base, without slashes at its ends: what the router wants. */
  route(node: PageNode): string;
  /** The path of the page that an id published earlier had. */
  formerRoute(id: NodeId): string;
  /** The address of the page of one tag. */
  tag(tag: string): string;
  /** The address of a file of the guide, such as an image. */
  asset(path: string): string;
}

/** Paths below which no node may have its page. */
const taken = new Set([
  'print',
  'social',
  'questions',
  'resources',
  'tags',
  'changes',
  'study',
  'assets',
  'guide',
  '404',
  '_astro',
]);

/**
 * The addresses of a guide.
 *
 * @param base The path the site is served from, with or without slashes at its ends.
 */
export function createAddresses(guide: Guide, base: string): Addresses {
  const root = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const file = (path: string) => root + path.split('/').map(encodeURIComponent).join('/');
  const page = (path: string) => `${file(path)}/`;

  return {
    fixed: (name) => (name === 'home' ? root : page(name)),
    file,
    node(id, fragment) {
      const node = id === '' ? undefined : getNode(guide, id);
      if (node === undefined) return id === '' ? root + hash(fragment) : undefined;
      if (isPage(node)) return page(routeOf(node.id)) + hash(fragment);
      const owner = ancestors(guide, node.id).findLast(isPage);
      if (owner === undefined) return undefined;
      if (node.kind === 'question') return page(routeOf(owner.id)) + hash(questionFragment(node));
      return `${page(routeOf(owner.id))}#resources`;
    },
    markdown: (node) => `${file(routeOf(node.id))}.md`,
    social: (node) => `${file(`social/${routeOf(node.id)}`)}.png`,
    print: (node) => page(`print/${routeOf(node.id)}`),
    route: (node) => routeOf(node.id),
    formerRoute: routeOf,
    tag: (tag) => page(`tags/${tagSlug(tag)}`),
    asset: (path) => file(`assets/${path}`),
  };
}

/** The fragment of a question on its page; `q-` keeps it apart from the headings of the prose. */
export function questionFragment(question: Pick<Question, 'id'>): string {
  return `q-${question.id.slice(question.id.lastIndexOf('/') + 1)}`;
}

/**
 * Where a hit of the search is, below the base, as far as its id tells. The few that are elsewhere, the search file
 * lists: a page in the browser has no guide to ask.
 */
export function placeOfHit({ id, kind }: { id: NodeId; kind: NodeKind }): string {
  if (kind !== 'question') return placeOfPage(id);
  return placeOfPage(id.slice(0, id.lastIndexOf('/'))) + hash(questionFragment({ id }));
}

/** Where the page of a module, section or topic is, below the base. */
export function placeOfPage(id: NodeId): string {
  return `${routeOf(id).split('/').map(encodeURIComponent).join('/')}/`;
}

/** The last part of the address of a tag's page. */
export function tagSlug(tag: string): string {
  return tag.replace(/[^\p{Letter}\p{Number}+#]+/gu, '-').replace(/^-|-$/g, '') || 'tag';
}

function routeOf(id: NodeId): string {
  // Somebody else's guide may well have a module called "Questions".
  return taken.has(id.split('/', 1)[0]!) ? `guide/${id}` : id;
}

function hash(fragment: string | undefined): string {
  return fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`;
}
