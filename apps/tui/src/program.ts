import type { ReadStream } from 'node:tty';
import type { NodeId } from '@mlguide/core';

import { openInBrowser } from './browser.ts';
import { KeptMarks } from './kept-marks.ts';
import type { Library } from './library.ts';
import type { Mounted } from './mount.tsx';
import { PageLoader } from './page-loader.ts';
import { startSession, type Session } from './session.ts';
import { startState, type Effect } from './state.ts';
import { createStore, type Store } from './store.ts';
import { paintLine, type Theme } from './theme.ts';
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
  /** Whether marks are kept in the study log; otherwise they last as long as the session. */
  isKept?: boolean | undefined;
  /** Where keys come from, if not from standard input. */
  keyboard?: ReadStream | undefined;
  /** What to say on the first screen. */
  notice?: string | undefined;
}

/** No search shows more than this. */
const MOST_HITS = 100;

/**
 * Runs the program on the terminal until the reader leaves it.
 *
 * The first frame is set before React has been loaded, by the same functions: a reader sees the page some 100 ms
 * earlier and cannot tell.
 */
export async function runProgram(options: ProgramOptions): Promise<never> {
  const session = startSession(options.keyboard);
  try {
    return await runSession(session, options);
  } catch (error) {
    return session.fail(error);
  }
}

async function runSession(
  session: Session,
  { open, id, theme, mouse, width, isKept, notice }: ProgramOptions,
): Promise<never> {
  const { terminal } = session;
  const library = await open();
  const pages = new PageLoader(library);
  const first = startState(library.guide, terminal.columns(), terminal.rows(), id?.(library) ?? null, width);
  let app: Mounted | null = null;

  const draw = () => {
    const lines = frameLines(store.getState()).map((line) => paintLine(line, theme));
    terminal.write(`\u001b[H${lines.join('\r\n')}`);
  };
  const repaint = () => {
    if (app !== null) return app.repaint();
    terminal.write('\u001b[2J');
    draw();
  };
  const fitScreen = () => {
    store.dispatch({ type: 'resize', columns: terminal.columns(), rows: terminal.rows() });
    repaint();
  };
  const store: Store = createStore(first, (effect) =>
    perform(effect, { session, store, library, pages, marks, repaint, fitScreen }),
  );
  const marks = isKept === true ? new KeptMarks(library.guide, store, session.fail) : undefined;

  const page = first.page.content.id;
  store.dispatch({ type: 'loaded', id: page, ...(await pages.load(page)) });
  if (mouse) store.dispatch({ type: 'key', key: 'm' });
  if (notice !== undefined) store.dispatch({ type: 'notice', text: notice });
  draw();
  const stopDrawing = store.subscribe(draw);
  // Only now, with the page on the screen, is there something for a key to act upon.
  terminal.onInput((inputs) => {
    // Not every terminal tells of its focus; to look whether the log has grown takes some microseconds.
    marks?.refresh();
    store.dispatch(...inputs);
  });
  terminal.onResize(() => {
    marks?.refresh();
    fitScreen();
  });

  const { mountApp } = await import('./mount.tsx');
  stopDrawing();
  app = mountApp(store, theme, session.fail);
  session.stop = app.stop;
  marks?.show();
  return new Promise<never>(() => undefined);
}

interface Means {
  session: Session;
  store: Store;
  library: Library;
  pages: PageLoader;
  marks: KeptMarks | undefined;
  repaint: () => void;
  fitScreen: () => void;
}

/** Does what the reducer asks of the outside world. */
function perform(effect: Effect, { session, store, library, pages, marks, repaint, fitScreen }: Means): void {
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
    case 'record':
      if (marks === undefined) store.dispatch({ type: 'marked', mark: effect.mark });
      else marks.record(effect.mark);
      break;
    case 'note':
      if (marks === undefined) store.dispatch({ type: 'noted', id: effect.id, text: effect.text });
      else marks.recordNote(effect.id, effect.text);
      break;
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
