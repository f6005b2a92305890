import { render } from 'ink';

import { App } from './app.tsx';
import type { Store } from './store.ts';
import type { Theme } from './theme.ts';

/** The running app: how to stop it, and how to draw everything again on a screen that something else has written on. */
export interface Mounted {
  stop: () => void;
  repaint: () => void;
  /** Resolves when everything is on the screen. */
  flush: () => Promise<void>;
}

/** Ink draws at most this often; a burst of keys is one frame. */
const FRAMES = 120;

/** Lets Ink draw the store's state on the terminal, beginning at its upper left corner. */
export function mountApp(
  store: Store,
  theme: Theme,
  fail: (error: unknown) => void,
  stdout: NodeJS.WriteStream = process.stdout,
): Mounted {
  const app = () => <App store={store} theme={theme} />;
  stdout.write('\u001b[H');
  // Ink would draw the old frame on the resized screen before React knows the new size: `repaint` does it in order.
  const screen = new Proxy(stdout, {
    get(target, name) {
      if (name === 'on')
        return (event: string, listener: () => void) => (event === 'resize' ? screen : target.on(event, listener));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const ink = render(app(), {
    stdout: screen,
    // `terminal.ts` owns the keyboard, the second screen and the signals.
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    incrementalRendering: true,
    maxFps: FRAMES,
  });
  ink.waitUntilExit().catch(fail);
  return {
    stop: ink.unmount,
    flush: ink.waitUntilRenderFlush,
    repaint() {
      ink.clear();
      stdout.write('\u001b[H\u001b[2J');
      ink.rerender(app());
    },
  };
}
