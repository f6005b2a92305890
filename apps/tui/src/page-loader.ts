import { childrenOf, type Body, type NodeId } from '@mlguide/core';

import type { Library } from './library.ts';

/** What a page needs: its prose and the answers to its questions. */
export interface LoadedPage {
  body: Body | null;
  answers: ReadonlyMap<NodeId, Body>;
}

/** As many pages are kept as somebody goes back and forth between. */
const MOST_PAGES = 40;

/** Loads pages and keeps the latest: one that was just read is there at once. */
export class PageLoader {
  readonly #library: Library;
  readonly #pages = new Map<NodeId, LoadedPage>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** A page that has been loaded. */
  known(id: NodeId): LoadedPage | undefined {
    return this.#pages.get(id);
  }

  /** A page, loaded if it has not been. */
  async load(id: NodeId): Promise<LoadedPage> {
    const known = this.#pages.get(id);
    if (known !== undefined) return known;
    const questions = id === '' ? [] : childrenOf(this.#library.guide, id, 'question');
    const ids = [id, ...questions.map((question) => question.id)];
    const [body, ...rest] = await Promise.all(ids.map((one) => this.#library.loadBody(one)));
    const answers = new Map<NodeId, Body>();
    for (const [index, answer] of rest.entries()) if (answer !== undefined) answers.set(ids[index + 1]!, answer);
    const page: LoadedPage = { body: body ?? null, answers };
    this.#pages.set(id, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST_PAGES) this.#pages.delete(oldest!);
    return page;
  }
}
