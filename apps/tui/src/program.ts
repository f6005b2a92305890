import { getNode, type NodeId } from '@mlguide/core';

import type { BookmarkFile } from './bookmarks.ts';
import { openInBrowser } from './browser.ts';
import type { Library } from './library.ts';
import type { Mounted } from './mount.tsx';
import { PageLoader } from './page-loader.ts';
import { startState, type Effect } from './state.ts';
import { createStore, type Store } from './store.ts';
import { takeTerminal, type Terminal } from './terminal.ts';
import { paintLine, type Theme } from './theme.ts';
import { ROOT } from './tree.ts';
import { frameLines } from './view/frame.ts';

/** What the program needs to begin. */
export interface ProgramOptions {
  /** Opens the guide; called once the terminal is ours. */
  open: () => Promise<Library>;
  /** The node to begin at. */
  id?: (library: Library) => NodeId | null;
  theme: Theme;
  mouse: boolean;
  /** The widest line of text. */
  width?: number | undefined;
  /** Where bookmarks are kept; without it they last as long as the session. */
  bookmarks?: BookmarkFile | undefined;
  /** What to say on the first screen. */
  notice?: string | undefined;
}

/** A running program: what draws it, and how it ends. */
interface Session {
  terminal: Terminal;
  /** Ink, once it is there. */
  app: Mounted | undefined;
  quit: (code: number, message?: string) => never;
  /** Ends because of an error: the reader's in one line, our own with all we know. */
  fail: (error: unknown) => never;
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** No search shows more than this. */
const MOST_HITS = 100;

/**
 * Runs the program on the terminal until the reader leaves it.
 *
 * The first frame is set before React has been loaded, by the same functions: a reader sees the page some 100 ms
 * earlier and cannot tell.
 */
export async function runProgram(options: ProgramOptions): Promise<never> {
  const session = startSession();
  try {
    return await runSession(session, options);
  } catch (error) {
    return session.fail(error);
  }
}

/** Takes the terminal, and sees to it that it is given back however the program ends. */
function startSession(): Session {
  const terminal = takeTerminal();
  const session: Session = {
    terminal,
    app: undefined,
    quit(code, message) {
      try {
        session.app?.stop();
      } catch {
        // Ink may be what has failed; the terminal is restored all the same.
      }
      terminal.leave();
      if (message !== undefined) process.stderr.write(message);
      process.exit(code);
    },
    fail(error) {
      if (error instanceof Error && (error.name === 'InputError' || error.name === 'UsageError')) {
        return session.quit(2, `mlguide: ${error.message}\n`);
      }
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return session.quit(1, `mlguide stopped because of a mistake of its own:\n${trace}\n`);
    },
  };
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => session.quit(code));
  process.on('uncaughtException', session.fail);
  process.on('unhandledRejection', session.fail);
  // The terminal was closed: there is nobody left to tell.
  process.stdout.on('error', () => session.quit(0));
  process.stdin.on('error', () => session.quit(0));
  process.stdin.on('end', () => session.quit(0));
  return session;
}

async function runSession(
  session: Session,
  { open, id, theme, mouse, width, bookmarks, notice }: ProgramOptions,
): Promise<never> {
  const { terminal } = session;
  const library = await open();
  const pages = new PageLoader(library);
  const start = startState(library.guide, terminal.columns(), terminal.rows(), id?.(library) ?? null, width);
  // An id of an earlier release leads to the page that took its place.
  const kept = (bookmarks?.ids ?? []).flatMap((one) =>
    one === ROOT ? [ROOT] : (getNode(library.guide, one)?.id ?? []),
  );
  const first = { ...start, bookmarks: kept };

  const draw = () => {
    const lines = frameLines(store.getState()).map((line) => paintLine(line, theme));
    terminal.write(`\u001b[H${lines.join('\r\n')}`);
  };
  const repaint = () => {
    if (session.app !== undefined) return session.app.repaint();
    terminal.write('\u001b[2J');
    draw();
  };
  const fitScreen = () => {
    store.dispatch({ type: 'resize', columns: terminal.columns(), rows: terminal.rows() });
    repaint();
  };
  const store: Store = createStore(first, (effect) =>
    perform(effect, { session, store, library, pages, bookmarks, repaint, fitScreen }),
  );

  const page = first.page.content.id;
  store.dispatch({ type: 'loaded', id: page, ...(await pages.load(page)) });
  if (mouse) store.dispatch({ type: 'key', key: 'm' });
  if (notice !== undefined) store.dispatch({ type: 'notice', text: notice });
  draw();
  const stopDrawing = store.subscribe(draw);
  // Only now, with the page on the screen, is there something for a key to act upon.
  terminal.onInput((inputs) => store.dispatch(...inputs));
  terminal.onResize(fitScreen);

  const { mountApp } = await import('./mount.tsx');
  stopDrawing();
  session.app = mountApp(store, theme, session.fail);
  return new Promise<never>(() => undefined);
}

interface Means {
  session: Session;
  store: Store;
  library: Library;
  pages: PageLoader;
  bookmarks: BookmarkFile | undefined;
  repaint: () => void;
  fitScreen: () => void;
}

/** Does what the reducer asks of the outside world. */
function perform(effect: Effect, { session, store, library, pages, bookmarks, repaint, fitScreen }: Means): void {
  const { terminal, fail } = session;
  switch (effect.type) {
    case 'load': {
      const { id } = effect;
      const known = pages.known(id);
      if (known !== undefined) store.dispatch({ type: 'loaded', id, ...known });
      else pages.load(id).then((page) => store.dispatch({ type: 'loaded', id, ...page }), fail);
      break;
    }
    case 'search': {
      const { text } = effect;
      library.search(text, MOST_HITS).then((hits) => store.dispatch({ type: 'found', text, hits }), fail);
      break;
    }
    case 'open':
      openInBrowser(effect.url, () => store.dispatch({ type: 'notice', text: `No browser here for ${effect.url}` }));
      break;
    case 'copy':
      terminal.write(`\u001b]52;c;${Buffer.from(effect.text).toString('base64')}\u0007`);
      break;
    case 'keep': {
      const problem = bookmarks?.save(effect.bookmarks);
      if (problem !== undefined) store.dispatch({ type: 'notice', text: problem });
      break;
    }
    case 'mouse':
      terminal.setMouse(effect.on);
      break;
    case 'redraw':
      repaint();
      break;
    case 'suspend':
      terminal.suspend(fitScreen);
      break;
    case 'quit':
      session.quit(0);
  }
}
