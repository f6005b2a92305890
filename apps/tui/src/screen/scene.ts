import { startSession } from '../session.ts';
import { paintLine, type Theme } from '../theme.ts';
import { drawView, type Drawn, type View } from './draw.ts';

/** A small screen of its own: how its state looks, and what keys do to it. */
export interface Scene<State> {
  first: State;
  view: (state: State) => View;
  /** The state after a key; `leave` to end, nothing if the key means nothing here: then it may scroll. */
  key: (state: State, key: string) => State | 'leave' | undefined;
  /** The state when the reader comes back to the window, or resizes it. */
  wake?: (state: State) => State;
  /** Whether the view changes by itself every second. */
  isTicking?: (state: State) => boolean;
  /** What stays on the ordinary screen afterwards, and what could not be done; then the program ends with 1. */
  farewell: (state: State) => { text: string; problem?: string };
}

/** What a scene may use while it runs. */
export interface Stage<State> {
  /** Changes the state from outside a key, and draws. */
  update: (change: (state: State) => State) => void;
  /** Ends because of an error. */
  fail: (error: unknown) => void;
}

/**
 * Runs a scene on the terminal until the reader leaves it.
 *
 * @param open Makes the scene, once the terminal is ours.
 */
export async function runScene<State>(
  theme: Theme,
  open: (stage: Stage<State>) => Promise<Scene<State>>,
  widest?: number,
): Promise<never> {
  const session = startSession();
  try {
    const { terminal } = session;
    const early: ((state: State) => State)[] = [];
    let update = (change: (state: State) => State): void => void early.push(change);
    const scene = await open({ update: (change) => update(change), fail: session.fail });
    let state = scene.first;
    let top = 0;
    let page = '';
    let drawn: Drawn;
    let last = '';

    const draw = () => {
      const view = scene.view(state);
      if (view.page !== page) top = 0;
      page = view.page;
      drawn = drawView(view, terminal.columns(), terminal.rows(), top, widest);
      top = drawn.top;
      const text = drawn.lines.map((line) => paintLine(line, theme)).join('\r\n');
      if (text !== last) terminal.write(`\u001b[H${text}`);
      last = text;
    };
    const redraw = () => {
      last = '';
      terminal.write('\u001b[2J');
      draw();
    };
    const wake = () => {
      if (scene.wake !== undefined) state = scene.wake(state);
      draw();
    };
    const leave = () => {
      const { text, problem } = scene.farewell(state);
      terminal.leave();
      process.stdout.write(text);
      return problem === undefined ? session.quit(0) : session.quit(1, `mlguide: ${problem}\n`);
    };
    const onKey = (key: string) => {
      if (key === 'ctrl-c') return leave();
      if (key === 'ctrl-z') return terminal.suspend(redraw);
      if (key === 'ctrl-l') return redraw();
      const next = scene.key(state, key);
      if (next === 'leave') return leave();
      if (next !== undefined) state = next;
      else top = Math.max(0, Math.min(drawn.lastTop, top + scrollBy(key, drawn.rows)));
      draw();
    };
    update = (change) => {
      state = change(state);
      draw();
    };

    for (const change of early) state = change(state);
    draw();
    terminal.onInput((inputs) => {
      for (const input of inputs) {
        if (input.type === 'focus') wake();
        else if (input.type === 'key') onKey(input.key);
      }
    });
    terminal.onResize(() => {
      if (scene.wake !== undefined) state = scene.wake(state);
      redraw();
    });
    setInterval(() => {
      if (scene.isTicking?.(state) === true) draw();
    }, 1000);
    return await new Promise<never>(() => undefined);
  } catch (error) {
    return session.fail(error);
  }
}

/** How many lines a key scrolls. */
function scrollBy(key: string, rows: number): number {
  const half = Math.max(1, Math.floor(rows / 2));
  const steps: Record<string, number> = {
    j: 1,
    down: 1,
    k: -1,
    up: -1,
    d: half,
    'ctrl-d': half,
    u: -half,
    'ctrl-u': -half,
    pagedown: Math.max(1, rows - 1),
    space: Math.max(1, rows - 1),
    pageup: -Math.max(1, rows - 1),
    g: -Infinity,
    home: -Infinity,
    G: Infinity,
    end: Infinity,
  };
  return steps[key] ?? 0;
}
