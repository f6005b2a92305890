import { beforeAll, describe, expect, test } from 'vitest';

import { editText } from '../src/edit-text.ts';
import type { Library } from '../src/library.ts';
import { reduce } from '../src/reduce.ts';
import { pageOfState, startState, type Effect, type State } from '../src/state.ts';
import { lineText, lineWidth } from '../src/typeset/line.ts';
import { frameLines } from '../src/view/frame.ts';
import { openFixture } from './guide-fixture.ts';

describe('writing', () => {
  // `|` is where the next letter goes.
  test.each([
    ['ab|', 'c', 'abc|'],
    ['a|b', 'enter', 'a\n|b'],
    ['a👍|', 'backspace', 'a|'],
    ['|👍a', 'delete', '|a'],
    ['a👍|', 'left', 'a|👍'],
    ['one\ntwo|', 'up', 'one|\ntwo'],
    ['one\nt|wo', 'up', 'o|ne\ntwo'],
    ['on|e\nt', 'down', 'one\nt|'],
    ['a👍\nbc|', 'up', 'a|👍\nbc'],
    ['one\ntw|o', 'home', 'one\n|two'],
    ['o|ne\ntwo', 'end', 'one|\ntwo'],
    ['one two|', 'ctrl-w', 'one |'],
    ['one\ntwo|', 'ctrl-u', 'one\n|'],
    ['o|ne\ntwo', 'ctrl-k', 'o|\ntwo'],
    ['|', 'backspace', '|'],
    ['|', 'left', '|'],
    ['a|', 'right', 'a|'],
  ])('%j and %s is %j', (from, key, to) => {
    const at = from.indexOf('|');
    const draft = editText({ text: from.replace('|', ''), at }, key)!;
    expect(`${draft.text.slice(0, draft.at)}|${draft.text.slice(draft.at)}`).toBe(to);
  });

  test('takes no key that is no text', () => {
    expect(editText({ text: '', at: 0 }, 'pagedown')).toBeUndefined();
  });
});

describe('notes', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openFixture();
  });

  /** Types keys; what is to be kept is kept at once. */
  function type(state: State, ...keys: string[]): { state: State; effects: Effect[] } {
    const effects: Effect[] = [];
    for (const key of keys) {
      const step = reduce(state, { type: 'key', key });
      state = step.state;
      effects.push(...step.effects);
      for (const effect of step.effects)
        if (effect.type === 'note') state = reduce(state, { type: 'noted', id: effect.id, text: effect.text }).state;
    }
    return { state, effects };
  }
  const start = () => startState(library.guide, 80, 24, 'basics/short');
  const page = (state: State) => pageOfState(state).lines.map(lineText).join('\n');
  const screen = (state: State) => frameLines(state).map(lineText).join('\n');

  test('w writes one, Esc keeps it, and the page shows it', () => {
    const written = type(start(), 'w', 'H', 'i', 'enter', '!');
    expect(screen(written.state)).toContain('Note on ');
    const { state, effects } = type(written.state, 'escape');
    expect(effects).toEqual([{ type: 'note', id: 'basics/short', text: 'Hi\n!' }]);
    expect(page(state)).toContain('▌ Your note\n▌ Hi\n▌ !');
    expect(state.notice).toBe('Note kept: W lists them');
    expect(screen(type(state, 'W').state)).toContain('Hi !');
  });

  test('an empty one is taken away', () => {
    const kept = type(start(), 'w', 'x', 'escape').state;
    const { state, effects } = type(kept, 'w', 'backspace', 'escape');
    expect(effects).toEqual([{ type: 'note', id: 'basics/short', text: '' }]);
    expect(page(state)).not.toContain('Your note');
    expect(type(state, 'W').state.notice).toBe('No notes yet: w writes one');
  });

  test('one that could not be kept stays open', () => {
    const written = type(start(), 'w', 'x').state;
    const { state, effects } = reduce(written, { type: 'key', key: 'escape' });
    expect(effects).toHaveLength(1);
    expect(state.note?.text).toBe('x');
    expect(screen(reduce(state, { type: 'notice', text: 'Not kept, no space left' }).state)).toContain('no space left');
  });

  test('Ctrl-X leaves it as it was, Ctrl-C keeps it and quits', () => {
    expect(type(start(), 'w', 'x', 'ctrl-x').effects).toEqual([]);
    expect(type(start(), 'w', 'x', 'ctrl-c').effects.map((effect) => effect.type)).toEqual(['note', 'quit']);
  });

  test.each([20, 40, 80])('fills the screen and no more at %i columns', (columns) => {
    let state = reduce(start(), { type: 'resize', columns, rows: 8 }).state;
    state = type(state, 'w', ...'A long note that has to be folded, with 言葉 and\ttabs, and words. '.repeat(6)).state;
    const lines = frameLines(state);
    expect(lines.map(lineWidth)).toEqual(lines.map(() => columns));
    expect(lines.some((line) => line.some(({ style }) => style.includes('selected')))).toBe(true);
  });
});
