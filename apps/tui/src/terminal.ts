import { writeSync } from 'node:fs';
import type { ReadStream } from 'node:tty';

import { decodeKeys, type Input } from './keys.ts';

// 1049 is the second screen, 25 the cursor; 1004 asks to be told when the terminal gets the keys back.
const ENTER = '\u001b[?1049h\u001b[?1004h\u001b[?25l\u001b[H\u001b[2J';
const LEAVE = '\u001b[0m\u001b[?25h\u001b[?1004l\u001b[?1049l';
const MOUSE_ON = '\u001b[?1000h\u001b[?1006h';
const MOUSE_OFF = '\u001b[?1006l\u001b[?1000l';
/** How long an Escape may wait for the rest of a sequence. */
const ESCAPE_MS = 25;

/** The terminal while the program has it: the second screen, raw keys, no cursor. */
export interface Terminal {
  columns: () => number;
  rows: () => number;
  write: (text: string) => void;
  setMouse: (on: boolean) => void;
  /** Gives the terminal to the shell until the reader comes back. */
  suspend: (resumed: () => void) => void;
  /** Restores the screen, the cursor and the keyboard. Calling it again does nothing. */
  leave: () => void;
  onInput: (listener: (inputs: Input[]) => void) => void;
  onResize: (listener: () => void) => void;
}

/**
 * Takes the terminal over. Raw mode comes first of all, so that keys typed while the program is loading are kept
 * instead of being echoed on its first screen.
 */
export function takeTerminal(keyboard: ReadStream): Terminal {
  const { stdout } = process;
  let taken = false;
  let mouse = false;
  let inputs: Input[] = [];
  let listener: ((inputs: Input[]) => void) | undefined;
  let rest = '';
  let timer: NodeJS.Timeout | undefined;

  const emit = (more: Input[]) => {
    if (more.length === 0) return;
    if (listener === undefined) inputs.push(...more);
    else listener(more);
  };
  const onData = (chunk: string) => {
    clearTimeout(timer);
    const decoded = decodeKeys(rest + chunk);
    rest = decoded.rest;
    emit(decoded.inputs);
    if (rest === '') return;
    timer = setTimeout(() => {
      rest = '';
      emit([{ type: 'key', key: 'escape' }]);
    }, ESCAPE_MS);
  };
  // Written at once and to the descriptor: this also runs while the process is on its way out.
  const writeNow = (text: string) => {
    try {
      writeSync(1, text);
    } catch {
      // The terminal is gone; there is nothing left to restore.
    }
  };
  const setRaw = (on: boolean) => {
    try {
      keyboard.setRawMode(on);
    } catch {
      // As above.
    }
  };
  const take = () => {
    if (taken) return;
    taken = true;
    setRaw(true);
    writeNow(ENTER + (mouse ? MOUSE_ON : ''));
  };
  const leave = () => {
    if (!taken) return;
    taken = false;
    writeNow((mouse ? MOUSE_OFF : '') + LEAVE);
    setRaw(false);
  };

  setRaw(true);
  keyboard.setEncoding('utf8');
  keyboard.on('data', onData);
  keyboard.resume();
  take();
  process.on('exit', leave);

  return {
    columns: () => stdout.columns || 80,
    rows: () => stdout.rows || 24,
    write: (text) => void stdout.write(text),
    setMouse(on) {
      mouse = on;
      if (taken) writeNow(on ? MOUSE_ON : MOUSE_OFF);
    },
    suspend(resumed) {
      leave();
      keyboard.pause();
      const unmute = muteStdout();
      let back = false;
      const resume = () => {
        if (back) return;
        back = true;
        process.off('SIGCONT', resume);
        keyboard.resume();
        unmute();
        take();
        resumed();
      };
      process.on('SIGCONT', resume);
      // The whole group, as the terminal itself would: `npx` waits with us.
      process.kill(0, 'SIGTSTP');
      // A program that has no shell to go back to is not stopped at all, and hears no SIGCONT.
      setTimeout(resume, 100);
    },
    leave,
    onInput(next) {
      listener = next;
      const waiting = inputs;
      inputs = [];
      emit(waiting);
    },
    onResize(next) {
      stdout.on('resize', next);
    },
  };
}

/** Until the program is back, nothing of it may be drawn on the shell's screen; then everything is drawn anew. */
function muteStdout(): () => void {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = (_text: unknown, encodingOrDone?: unknown, done?: unknown) => {
    const after = [encodingOrDone, done].find((one): one is () => void => typeof one === 'function');
    if (after !== undefined) process.nextTick(after);
    return true;
  };
  return () => {
    stdout.write = write;
  };
}
