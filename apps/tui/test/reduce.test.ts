import { beforeAll, describe, expect, test } from 'vitest';

import type { Library } from '../src/library.ts';
import { reduce } from '../src/reduce.ts';
import { pageOfState, rowsOfState, startState, type Effect, type State } from '../src/state.ts';
import { drawFrame, frameLines } from '../src/view/frame.ts';
import { lineText, lineWidth } from '../src/typeset/line.ts';
import { lastMove } from '../src/typeset/wide.ts';
import { openFixture } from './guide-fixture.ts';

let library: Library;
beforeAll(async () => {
  library = await openFixture();
});

/** A reader at the keyboard: presses keys and sees to it that pages are loaded and searches answered. */
class Reader {
  state: State;
  effects: Effect[] = [];

  constructor(columns = 80, rows = 24, id: string | null = null) {
    this.state = startState(library.guide, columns, rows, id);
  }

  async load(): Promise<this> {
    const { id } = this.state.page.content;
    const answers = new Map();
    for (const child of library.guide.nodes[id]?.children ?? []) {
      const body = await library.loadBody(child);
      if (body !== undefined) answers.set(child, body);
    }
    this.state = reduce(this.state, { type: 'loaded', id, body: (await library.loadBody(id)) ?? null, answers }).state;
    return this;
  }

  async press(...keys: string[]): Promise<this> {
    for (const key of keys) {
      const step = reduce(this.state, { type: 'key', key });
      this.state = step.state;
      for (const effect of step.effects) {
        this.effects.push(effect);
        if (effect.type === 'load') await this.load();
        if (effect.type === 'record') this.state = reduce(this.state, { type: 'marked', mark: effect.mark }).state;
        if (effect.type === 'search') {
          const hits = await library.search(effect.text, 20);
          this.state = reduce(this.state, { type: 'found', text: effect.text, hits }).state;
        }
      }
    }
    return this;
  }

  resize(columns: number, rows: number): this {
    this.state = reduce(this.state, { type: 'resize', columns, rows }).state;
    return this;
  }

  get lines(): string[] {
    return frameLines(this.state).map(lineText);
  }
  get screen(): string {
    return this.lines.map((line) => line.trimEnd()).join('\n');
  }
  get page(): string {
    return this.state.page.content.id;
  }
}

const start = (columns?: number, rows?: number, id?: string) => new Reader(columns, rows, id ?? null).load();

describe('the tree', () => {
  test('begins at the guide itself with the first module open', async () => {
    const reader = await start();
    expect(rowsOfState(reader.state).map(({ id }) => id)).toEqual([
      '',
      'basics',
      'basics/shapes',
      'basics/short',
      'advanced',
    ]);
    expect(reader.screen).toMatchSnapshot();
  });

  test.each([['j'], ['down']])('%s goes down and shows the page beside it', async (key) => {
    const reader = await (await start()).press(key, key);
    expect(reader.state.tree.cursor).toBe('basics/shapes');
    expect(reader.page).toBe('basics/shapes');
  });

  test('l unfolds, then reads; h folds, then goes to the parent', async () => {
    const reader = await (await start()).press('j', 'j', 'l');
    expect(reader.state.tree.open.has('basics/shapes')).toBe(true);
    await reader.press('j', 'l');
    expect([reader.state.focus, reader.page]).toEqual(['page', 'basics/shapes/blocks']);
    await reader.press('h', 'h');
    expect([reader.state.focus, reader.state.tree.cursor]).toEqual(['tree', 'basics/shapes']);
    await reader.press('h');
    expect(reader.state.tree.open.has('basics/shapes')).toBe(false);
  });

  test('g and G go to the ends; * and - unfold and fold everything', async () => {
    const reader = await (await start()).press('*', 'G');
    expect(reader.state.tree.cursor).toBe('advanced/topic-7');
    await reader.press('-');
    expect(reader.state.tree.cursor).toBe('advanced');
    await reader.press('g');
    expect(reader.state.tree.cursor).toBe('');
  });

  test('counts the topics in each branch', async () => {
    const reader = await start();
    expect(reader.screen).toMatch(/▾ Basics +3 │/);
    expect(reader.screen).toMatch(/▸ Advanced +8 │/);
  });
});

describe('the page', () => {
  test('scrolls by rows, halves and to its ends, and never beyond', async () => {
    const reader = await start(80, 24, 'basics/shapes/blocks');
    await reader.press('k');
    expect(reader.state.page.top).toBe(0);
    await reader.press('j', 'j', 'd');
    expect(reader.state.page.top).toBe(2 + 11);
    await reader.press('u');
    expect(reader.state.page.top).toBe(2);
    await reader.press('G');
    expect(reader.state.page.top).toBe(pageOfState(reader.state).lines.length - 22);
    await reader.press('j', 'pagedown', 'G');
    expect(reader.state.page.top).toBe(pageOfState(reader.state).lines.length - 22);
    await reader.press('g');
    expect(reader.state.page.top).toBe(0);
  });

  test('opens one answer with Enter or Space, and all with a', async () => {
    const reader = await start(80, 24, 'basics/shapes/blocks');
    await reader.press('G', 'J', 'J', 'enter');
    expect([...reader.state.page.content.open]).toEqual(['basics/shapes/blocks/what-stands-on-a-page']);
    expect(reader.screen).toContain('Blocks. Each has lines:');
    await reader.press('space');
    expect(reader.state.page.content.open.size).toBe(0);
    await reader.press('a');
    expect(reader.state.page.content.open.size).toBe(2);
    await reader.press('a');
    expect(reader.state.page.content.open.size).toBe(0);
  });

  test('follows a link inside the guide, and [ and ] travel the history', async () => {
    const reader = await start(80, 24, 'basics/shapes/blocks');
    await reader.press('j', 'j', 'K', 'J', 'enter');
    expect(reader.page).toBe('basics/shapes/blocks');
    await reader.press('g', 'J');
    expect(reader.state.page.chosen).toBe('node:advanced/formulas');
    await reader.press('enter');
    expect(reader.page).toBe('advanced/formulas');
    expect(reader.state.tree.cursor).toBe('advanced/formulas');
    await reader.press('[');
    expect(reader.page).toBe('basics/shapes/blocks');
    await reader.press(']');
    expect(reader.page).toBe('advanced/formulas');
    await reader.press(']');
    expect(reader.screen).toContain('You have not gone back');
  });

  test('comes back to the line it was left at', async () => {
    const reader = await start(80, 24, 'basics/shapes/blocks');
    await reader.press('d', 'd', 'j', '>');
    expect(reader.page).toBe('basics/shapes/diagrams');
    await reader.press('[');
    expect([reader.page, reader.state.page.top]).toEqual(['basics/shapes/blocks', 23]);
  });

  test('hands web addresses to the browser and the clipboard', async () => {
    const reader = await start(80, 24, 'basics/shapes/blocks');
    await reader.press('o');
    expect(reader.screen).toContain('Choose a link first');
    await reader.press('J', 'J', 'o', 'y');
    expect(reader.effects).toContainEqual({ type: 'open', url: 'https://example.org/a?b=c' });
    expect(reader.effects).toContainEqual({ type: 'copy', text: 'https://example.org/a?b=c' });
  });

  test('copies the id of the topic if nothing is chosen', async () => {
    const reader = await (await start(80, 24, 'advanced/formulas')).press('y');
    expect(reader.effects).toContainEqual({ type: 'copy', text: 'advanced/formulas' });
  });

  test('jumps to a heading from the outline', async () => {
    const reader = await (await start(80, 24, 'basics/shapes/blocks')).press('t', 't', 'a', 'b', 'enter');
    expect(reader.lines[1]).toContain('Tables');
  });
});

describe('search', () => {
  test('finds by alias as it is typed and goes there', async () => {
    const reader = await (await start()).press('/', 'b', 'e', 'k');
    expect(reader.screen).toContain('Blocks of every kind');
    await reader.press('enter');
    expect([reader.page, reader.state.overlay]).toEqual(['basics/shapes/blocks', null]);
  });

  test('a question opens its topic with the answer in view', async () => {
    const reader = await (
      await start()
    ).press(
      '/',
      ...'does not'
        .replace(' ', '␠')
        .split('')
        .map((key) => (key === '␠' ? 'space' : key)),
      'enter',
    );
    expect(reader.page).toBe('basics/shapes/blocks');
    expect(reader.screen).toContain('▾ What does not?');
    expect(reader.screen).toContain('Everything else, such as');
  });

  test('Esc leaves everything as it was', async () => {
    const reader = await (await start()).press('j');
    const before = reader.state;
    await reader.press('/', 'x', 'escape');
    expect(reader.state).toEqual(before);
  });

  test('an answer that comes late is dropped', async () => {
    const reader = await (await start()).press('/', 'b', 'l');
    const late = reduce(reader.state, { type: 'found', text: 'b', hits: [] }).state;
    expect(late).toBe(reader.state);
  });
});

describe('find', () => {
  test('finds in the topic, and n and N go round', async () => {
    const reader = await (
      await start(80, 24, 'advanced/topic')
    ).press('ctrl-f', ...'sentence 1'.split('').map((key) => (key === ' ' ? 'space' : key)), 'enter');
    expect(reader.screen).toContain('1 of 1');
    await reader.press('ctrl-f', ...'number'.split(''), 'enter', 'n');
    const total = /(\d+) of (\d+)/.exec(reader.screen)!;
    expect(total[1]).toBe('2');
    await reader.press('N', 'N');
    expect(reader.screen).toContain(`${total[2]} of ${total[2]}`);
    expect(reader.screen).toContain('From the bottom again');
    await reader.press('escape');
    expect(reader.state.find).toBeNull();
  });

  test('says when there is nothing', async () => {
    const reader = await (await start(80, 24, 'advanced/topic')).press('ctrl-f', 'z', 'z', 'z');
    expect(reader.screen).toContain('not found');
  });
});

describe('help', () => {
  test('lists the keys, narrows as one types, and closes with ?', async () => {
    const reader = await (await start()).press('?');
    expect(reader.screen).toContain('down a row');
    await reader.press(...'browser'.split(''));
    expect(reader.screen).toContain('open the link in the browser');
    expect(reader.screen).not.toContain('down a row');
    await reader.press('escape', '?', '?');
    expect(reader.state.overlay).toBeNull();
  });

  test('Enter does what the row says', async () => {
    const reader = await (
      await start()
    ).press('?', ...'unfold the'.split('').map((key) => (key === ' ' ? 'space' : key)), 'enter');
    expect(reader.state.tree.open.has('advanced')).toBe(true);
  });
});

describe('bookmarks', () => {
  test('b sets one, B goes there, and b takes it away', async () => {
    const reader = await (await start(80, 24, 'basics/shapes/blocks')).press('b', '>');
    expect(reader.effects).toContainEqual({
      type: 'record',
      mark: { type: 'bookmark-set', node: 'basics/shapes/blocks', on: true },
    });
    expect(reader.screen).toMatch(/^★ +Blocks/m);
    await reader.press('B', 'enter');
    expect(reader.page).toBe('basics/shapes/blocks');
    await reader.press('b', 'B');
    expect(reader.screen).toContain('No bookmarks yet');
  });
});

describe('what is read', () => {
  test('r marks the topic, the tree counts it, and r again takes the mark away', async () => {
    const reader = await (await start(80, 24, 'basics/shapes/blocks')).press('r');
    expect(reader.effects).toContainEqual({
      type: 'record',
      mark: { type: 'topic-read', topic: 'basics/shapes/blocks', read: true },
    });
    expect(reader.screen).toMatch(/Blocks of ev\S* +✓/);
    expect(reader.screen).toMatch(/A small guide for tests? +1\/11|A small gui.* 1\/11/);
    expect(reader.screen).toMatch(/▾ Shapes +1\/2/);
    await reader.press('r');
    expect(reader.screen).not.toContain('✓');
    expect(reader.screen).toContain('Marked as unread');
  });

  test('a module is no topic', async () => {
    const reader = await (await start(80, 24, 'basics')).press('r');
    expect(reader.effects.filter(({ type }) => type === 'record')).toEqual([]);
    expect(reader.screen).toContain('Only topics are marked');
  });
});

describe('sizes', () => {
  const sizes = [20, 40, 59, 60, 80, 120, 200, 300].flatMap((columns) =>
    [6, 20, 24, 60, 100].map((rows) => [columns, rows] as const),
  );

  test.each(sizes)('fills %i × %i exactly, whatever is shown', async (columns, rows) => {
    const reader = await start(columns, rows, 'basics/shapes/blocks');
    for (const keys of [
      [],
      ['tab'],
      ['*', 'G'],
      ['/', 'b'],
      ['escape', '?'],
      ['escape', 'enter', 'J'],
      ['ctrl-f', 'a'],
    ]) {
      await reader.press(...keys);
      const lines = frameLines(reader.state);
      expect(lines).toHaveLength(rows);
      expect(lines.map(lineWidth)).toEqual(lines.map(() => columns));
    }
  });

  test.each([
    [1, 1],
    [2, 2],
    [5, 3],
    [10, 4],
  ])('does not break at %i × %i', async (columns, rows) => {
    const reader = await (await start(columns, rows)).press('j', 'enter', '/', 'a', 'escape', '?');
    expect(frameLines(reader.state).map(lineWidth)).toEqual(Array.from({ length: rows }, () => columns));
  });

  test('shows one pane below 60 columns, and the focused one', async () => {
    const reader = await start(59, 20);
    expect(reader.screen).not.toContain('│');
    expect(reader.screen).toContain('▸ Advanced');
    await reader.press('tab');
    expect(reader.screen).not.toContain('▸ Advanced');
    expect(reader.resize(60, 20).screen).toContain('▸ Advanced');
  });

  test('a resize keeps the place in the text', async () => {
    const reader = await (await start(120, 24, 'basics/shapes/blocks')).press('d', 'd', 'd');
    const share = () => reader.state.page.top / pageOfState(reader.state).lines.length;
    const before = share();
    reader.resize(70, 30);
    expect(Math.abs(share() - before)).toBeLessThan(0.05);
  });
});

describe('wide tables', () => {
  const seen = ({ state }: Reader) => frameLines(state).map(lineText).join('\n');

  test('L and H move them, no further than there is something to see', async () => {
    const reader = await new Reader(24, 240, 'basics/shapes/blocks').load();
    const { wides } = pageOfState(reader.state);
    const before = seen(reader);
    expect(before).toContain('▸');
    await reader.press('L');
    expect(seen(reader)).not.toBe(before);
    await reader.press(...Array.from({ length: 20 }, () => 'L'));
    expect(seen(reader)).toContain('◂');
    expect(reader.state.page.across).toBe(Math.max(...wides.map(lastMove)));
    await reader.press(...Array.from({ length: 20 }, () => 'shift-left'));
    expect(seen(reader)).toBe(before);
    await reader.press('>');
    expect(reader.state.page.across).toBe(0);
  });

  test('are told from pages without any', async () => {
    const reader = await new Reader(80, 24, 'basics/short').load();
    await reader.press('L');
    expect(reader.state.notice).toBe('Nothing here is wider than the page');
  });
});

describe('progress', () => {
  test.each([
    [0, 100, '3'],
    [1, 100, '━━─── 1/3'],
    [2, 100, '━━━── 2/3'],
    [3, 100, '━━━━━ 3/3'],
    [1, 80, '▃ 1/3'],
    [3, 80, '█ 3/3'],
    [2, 200, '━━━━━─── 2/3'],
  ])('%i topics of a module that are read are, at %i columns, %j in the tree', (count, columns, bar) => {
    const topics = Object.values(library.guide.nodes).filter(
      ({ id, kind }) => kind === 'topic' && id.startsWith('basics/'),
    );
    const read = new Set(topics.slice(0, count).map(({ id }) => id));
    const { state } = reduce(startState(library.guide, columns, 24), {
      type: 'marks',
      bookmarks: [],
      read,
      notes: new Map(),
    });
    const row = frameLines(state)
      .map(lineText)
      .find((line) => line.includes('Basics'))!;
    expect(
      row
        .split('│')[0]!
        .replace(/^.*Basics\s*/, '')
        .trim(),
    ).toBe(bar);
  });
});

describe('small screens', () => {
  test.each([3, 4, 5, 6, 7])('no pane is higher than there is room on %i rows', async (rows) => {
    for (const keys of [[], ['l'], ['?'], ['/', 'b'], ['w', 'enter', 'x'], ['?', 'z', 'z']]) {
      const reader = await new Reader(80, rows, 'basics/shapes/blocks').load();
      await reader.press(...keys);
      for (const { name, lines } of drawFrame(reader.state).panes)
        expect(lines, `${name} after ${keys.join(' ')}`).toHaveLength(rows - 2);
    }
  });
});
