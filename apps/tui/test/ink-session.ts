import { EventEmitter } from 'node:events';

import { decodeKeys } from '../src/keys.ts';
import type { Library } from '../src/library.ts';
import { mountApp, type Mounted } from '../src/mount.tsx';
import { startState, type Effect, type State } from '../src/state.ts';
import { createStore, type Store } from '../src/store.ts';
import type { Theme } from '../src/theme.ts';
import { Screen } from './screen.ts';

const THEME: Theme = { depth: '16', ground: 'dark', styled: true, links: false };

/** The app in this process, on a terminal without a window. */
export class InkSession {
  readonly screen: Screen;
  readonly store: Store;
  readonly effects: Effect[] = [];
  readonly errors: unknown[] = [];
  readonly #app: Mounted;
  readonly #out: { columns: number; rows: number };
  #drawn: Promise<void> = Promise.resolve();

  constructor(
    library: Library,
    bodies: ReadonlyMap<string, Awaited<ReturnType<Library['loadBody']>>>,
    from: State | [columns: number, rows: number],
  ) {
    const state = Array.isArray(from) ? startState(library.guide, from[0], from[1]) : from;
    this.screen = new Screen(state.columns, state.rows, true);
    const perform = (effect: Effect, store: Store) => {
      this.effects.push(effect);
      if (effect.type === 'record') store.dispatch({ type: 'marked', mark: effect.mark });
      if (effect.type === 'note') store.dispatch({ type: 'noted', id: effect.id, text: effect.text });
      if (effect.type === 'load') {
        const answers = (library.guide.nodes[effect.id]?.children ?? []).flatMap((id) => {
          const body = bodies.get(id);
          return body === undefined ? [] : [[id, body] as const];
        });
        store.dispatch({
          type: 'loaded',
          id: effect.id,
          body: bodies.get(effect.id) ?? null,
          answers: new Map(answers),
        });
      }
    };
    this.store = createStore(state, perform);
    if (Array.isArray(from)) perform({ type: 'load', id: state.page.content.id }, this.store);
    const out = Object.assign(new EventEmitter(), {
      columns: state.columns,
      rows: state.rows,
      isTTY: true,
      writable: true,
      write: (data: string, done?: () => void) => {
        this.#drawn = this.screen.write(data);
        void this.#drawn.then(() => done?.());
        return true;
      },
    });
    this.#out = out;
    // The part of a stream that Ink uses.
    this.#app = mountApp(this.store, THEME, (error) => this.errors.push(error), out as unknown as NodeJS.WriteStream);
  }

  /** Types raw terminal input. */
  type(input: string): void {
    this.store.dispatch(...decodeKeys(input).inputs);
  }

  resize(columns: number, rows: number): void {
    this.#out.columns = columns;
    this.#out.rows = rows;
    this.screen.terminal.resize(columns, rows);
    this.store.dispatch({ type: 'resize', columns, rows });
    this.#app.repaint();
  }

  /** Resolves when everything is drawn. */
  async settle(): Promise<void> {
    await this.#app.flush();
    await this.#drawn;
  }

  stop(): void {
    this.#app.stop();
  }
}
