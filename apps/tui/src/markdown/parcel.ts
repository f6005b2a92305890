import type { Bodies, Body, Guide, GuideNode, NodeId, Span } from '@mlguide/core';

/**
 * A parsed guide on its way from the process that parsed it, in lines of JSON: what the guide says of itself, a line for
 * each node, an empty line, the guide's own opening, the search index, then every body behind its id. So a large guide
 * is never one large text, and a body that nobody reads stays bytes.
 */
export function* parcelLines(
  { nodes, ...guide }: Guide,
  bodies: Bodies,
  buildIndex: () => string,
): Generator<string, void> {
  yield JSON.stringify(guide);
  for (const node of Object.values(nodes)) yield JSON.stringify(lean(node));
  yield '';
  yield JSON.stringify(bodies[''] ?? null);
  // By now the first page is on the screen.
  yield buildIndex();
  for (const [id, body] of Object.entries(bodies)) yield `${JSON.stringify(id)}\t${JSON.stringify(body)}`;
}

/** No screen shows where a node stands in its file: that stays behind. */
const SPAN: Span = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** What most nodes say of most things. Nodes that agree share one value, and most of their lines are short. */
const USUAL: Record<string, unknown> = {
  ...{ id: '', kind: 'topic', title: '', parent: null, children: [], span: SPAN, anchors: [], status: 'ready' },
  ...{ tags: [], links: [], body: null, difficulty: 'core', summary: '', aliases: [], prerequisites: [], related: [] },
  ...{ minutes: null, format: 'prose' },
};
const USUAL_TEXT = new Map(Object.entries(USUAL).map(([key, value]) => [key, JSON.stringify(value)]));

function lean({ span: _span, ...node }: GuideNode): object {
  return Object.fromEntries(
    Object.entries(node).filter(([key, value]) => USUAL_TEXT.get(key) !== JSON.stringify(value)),
  );
}

/** Takes a parcel in as it arrives, in pieces of any size. */
export class ParcelReader {
  /** The tree and the guide's opening, once all of them is here. */
  first: FirstPart | undefined;
  #head: Guide | undefined;
  #isTreeHere = false;
  #rest: Buffer[] = [];

  /** Takes the next piece. */
  push(chunk: Buffer): void {
    if (this.first !== undefined) return void this.#rest.push(chunk);
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([...this.#rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0 && this.first === undefined; end = bytes.indexOf(0x0a, start)) {
      this.#take(bytes.toString('utf8', start, end));
      start = end + 1;
    }
    this.#rest = [bytes.subarray(start)];
  }

  /** What came behind the tree, once everything is here. */
  end(): Parcel {
    return openParcel(Buffer.concat(this.#rest));
  }

  #take(line: string): void {
    if (this.#head === undefined) this.#head = { ...(JSON.parse(line) as Omit<Guide, 'nodes'>), nodes: {} };
    else if (this.#isTreeHere) this.first = { guide: this.#head, opening: JSON.parse(line) as Body | null };
    else if (line === '') this.#isTreeHere = true;
    else {
      const node = { ...USUAL, ...(JSON.parse(line) as object) } as unknown as GuideNode;
      this.#head.nodes[node.id] = node;
    }
  }
}

/** What the first page needs. */
export interface FirstPart {
  guide: Guide;
  opening: Body | null;
}

/** What comes behind it. */
export interface Parcel {
  /** The search index, as JSON. */
  index: string;
  /** The prose of a node, parsed each time it is asked for. */
  body: (id: NodeId) => Body | undefined;
}

function openParcel(bytes: Buffer): Parcel {
  const places = new Map<NodeId, [from: number, to: number]>();
  const first = bytes.indexOf(0x0a);
  for (let start = first + 1; start < bytes.length;) {
    const tab = bytes.indexOf(0x09, start);
    const end = bytes.indexOf(0x0a, tab);
    places.set(JSON.parse(bytes.toString('utf8', start, tab)) as NodeId, [tab + 1, end]);
    start = end + 1;
  }
  return {
    index: bytes.toString('utf8', 0, first),
    body(id) {
      const place = places.get(id);
      return place === undefined ? undefined : (JSON.parse(bytes.toString('utf8', ...place)) as Body);
    },
  };
}
