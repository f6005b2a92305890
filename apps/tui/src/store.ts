import { reduce } from './reduce.ts';
import type { Effect, Event, State } from './state.ts';

/** The state of the running program, and those who want to know when it changes. */
export interface Store {
  getState: () => State;
  /** Applies events one after the other and tells the listeners once. */
  dispatch: (...events: readonly Event[]) => void;
  subscribe: (listener: () => void) => () => void;
}

/**
 * A store.
 *
 * @param perform Does what the reducer asks of the outside world. It may dispatch in turn.
 */
export function createStore(first: State, perform: (effect: Effect, store: Store) => void): Store {
  let state = first;
  const listeners = new Set<() => void>();
  let dispatching = 0;
  const store: Store = {
    getState: () => state,
    dispatch(...events) {
      const before = state;
      dispatching += 1;
      try {
        for (const event of events) {
          const step = reduce(state, event);
          state = step.state;
          for (const effect of step.effects) perform(effect, store);
        }
      } finally {
        dispatching -= 1;
      }
      // What an effect could do at once belongs to the same frame: nobody sees a page flash empty.
      if (dispatching === 0 && state !== before) for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}
