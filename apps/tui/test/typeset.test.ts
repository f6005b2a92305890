import type { Block, Body } from '@mlguide/core';
import { typesetMath } from '@mlguide/core/typeset';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';

import type { Library } from '../src/library.ts';
import { pageLines } from '../src/page.ts';
import { PLAIN_THEME, paintLine, themeFor } from '../src/theme.ts';
import { typesetBody } from '../src/typeset/body.ts';
import { cleanText, codeLines } from '../src/typeset/clean.ts';
import { fitLine, lineText, lineWidth, sliceLine, span, widthOf } from '../src/typeset/line.ts';
import { drawMath } from '../src/typeset/math.ts';
import { wrap } from '../src/typeset/wrap.ts';
import { openFixture } from './guide-fixture.ts';
import { Screen } from './screen.ts';

let library: Library;
beforeAll(async () => {
  library = await openFixture();
});

async function page(id: string, width: number): Promise<string> {
  const answers = new Map<string, Body>();
  for (const child of library.guide.nodes[id]?.children ?? []) {
    const body = await library.loadBody(child);
    if (body) answers.set(child, body);
  }
  const body = (await library.loadBody(id)) ?? null;
  const lines = pageLines({ guide: library.guide, id, body, answers, open: new Set(answers.keys()), note: '' }, width);
  return lines.map((line) => lineText(line).trimEnd()).join('\n');
}

const wrapped = (text: string, width: number) => wrap([span(text)], width).map(lineText);

describe('wrap', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['one  two', 80, ['one two']],
    ['incomprehensible', 6, ['incomp', 'rehens', 'ible']],
    ['a\u00a0b c', 3, ['a b', 'c']],
    ['中文排版，很好', 8, ['中文排', '版，很好']],
    ['日本 text 言葉', 7, ['日本', 'text 言', '葉']],
    ['e\u0301e\u0301 e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
    ['', 5, ['']],
  ])('breaks %j at %i columns', (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  test('keeps styles across pieces of one word', () => {
    const lines = wrap([span('un'), span('believ', 'strong'), span('able so')], 12);
    expect(lines).toEqual([[span('un'), span('believ', 'strong'), span('able')], [span('so')]]);
  });
});

describe('clean', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['bell\u0007 and \u009b31m', 'bell and 31m'],
    ['abc\u202edef\u2066', 'abcdef'],
    ['👨‍👩‍👧 👍🏽 ❤️ 1️⃣', '👨👩👧 👍 ❤ 1'],
    ['🇬🇧', 'GB'],
    ['soft\u00adhyphen\u200b', 'softhyphen'],
    ['lone \ud800 half', 'lone \ufffd half'],
    ['two\nlines\there', 'two lines here'],
  ])('makes %j safe', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test('expands tabs in code to columns of four', () => {
    expect(codeLines('\ta\tb\nab\tc')).toEqual(['    a   b', 'ab  c']);
  });

  test('lets nothing through that a terminal would obey', () => {
    const everything = Array.from({ length: 0x300 }, (_, code) => String.fromCodePoint(code)).join('');
    // eslint-disable-next-line no-control-regex -- that is the point.
    expect(cleanText(everything)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});

describe('lines', () => {
  test('measures every character as Ink does', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0x20000; code++) {
      const character = cleanText(String.fromCodePoint(code));
      // A jamo alone is no text; in a syllable they are tested below.
      if (/^[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]$/.test(character)) continue;
      if (widthOf(character) !== stringWidth(character))
        wrong.push(`U+${code.toString(16)} ${widthOf(character)} ${stringWidth(character)}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each(['한국어', '한국어', 'e\u0301x̂ θ̂', '👨‍👩‍👧👍🏽❤️🇬🇧1️⃣', 'مرحبا', '𝓛𝔼𝟙', 'ﾊﾟ'])(
    'measures “%s” as Ink does',
    (text) => {
      expect(widthOf(cleanText(text))).toBe(stringWidth(cleanText(text)));
    },
  );

  test('cuts a wide character in half to a space', () => {
    expect(lineText(sliceLine([span('a言葉b')], 2, 6))).toBe(' 葉b');
    expect(lineText(fitLine([span('言葉言葉')], 4))).toBe('言 …');
  });
});

describe('scripts with clusters', () => {
  // Ink counts a cluster as one; terminals add up its characters, and they are what the frame stands on.
  test.each(['नमस्ते दुनिया', 'ภาษาไทย กำ', '한국어 e\u0301'])('“%s” is as wide as a terminal draws it', async (text) => {
    const screen = new Screen(80, 2);
    await screen.write(cleanText(text));
    expect(screen.terminal.buffer.active.cursorX).toBe(widthOf(cleanText(text)));
  });
});

describe('math', () => {
  const draw = (tex: string, width = 80) => drawMath(typesetMath(tex, true).mathml, width)?.join('\n');

  test('stacks fractions and puts limits above and below', () => {
    expect(draw(String.raw`\bar x = \frac{1}{n} \sum_{i=1}^{n} x_i`)).toBe(
      ['    1  n', 'x̄ = ─  ∑  xᵢ', '    n i=1'].join('\n'),
    );
  });

  test('grows brackets, cases and matrices', () => {
    expect(draw(String.raw`\left( \frac{a}{b} \right)^2 = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}`)).toBe(
      ['⎛a⎞²', '⎜─⎟  = ⎡1  2⎤', '⎝b⎠    ⎣3  4⎦'].join('\n'),
    );
    expect(draw(String.raw`f = \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}`)).toBe(
      ['f = ⎰1  x > 0', '    ⎱0  else'].join('\n'),
    );
  });

  test('draws roots over what they hold', () => {
    expect(draw(String.raw`\sqrt{a + b} + \sqrt{x}`)).toBe(['┌─────', '√a + b + √x'].join('\n'));
  });

  test('sets scripts that Unicode has no small letters for', () => {
    expect(draw(String.raw`D_{\mathrm{KL}} + \chi^2_\nu`)).toBe('D_KL + χ²_ν');
    expect(draw(String.raw`e^{-x/2}`)).toBe([' −x/2', 'e'].join('\n'));
    expect(draw(String.raw`\sum_{u \in U} a_{u \in U}`)).toBe([' ∑  a', 'u∈U  u∈U'].join('\n'));
  });

  test('grows a bracket that carries a power', () => {
    expect(draw(String.raw`\Big( \frac{a}{b} \Big)^{2}`)).toBe(['⎛a⎞²', '⎜─⎟', '⎝b⎠'].join('\n'));
  });

  test('breaks at wide spaces before it breaks a formula', () => {
    expect(draw(String.raw`a = b + c, \qquad d = e + f`, 12)).toBe(['a = b + c,', 'd = e + f'].join('\n'));
  });

  test('sets names apart from letters, and not from brackets', () => {
    expect(draw(String.raw`\log x + \tanh(y) + \operatorname*{arg\,max} z`)).toBe('log x + tanh(y) + arg max z');
  });

  test('breaks a wide formula before its relations, and gives up rather than tear it', () => {
    const tex = String.raw`y = \frac{a}{b} + c + d + e = f + g + h + i`;
    const lines = draw(tex, 24)!.split('\n');
    expect(lines.every((line) => line.length <= 24)).toBe(true);
    expect(lines.some((line) => line.trimStart().startsWith('= f'))).toBe(true);
    expect(draw(tex, 5)).toBeUndefined();
  });

  test.each([
    String.raw`\frac{\frac{\frac{a}{b}}{c}}{d}`,
    String.raw`x^{y^{z^{w}}}_{a_{b_{c}}}`,
    String.raw`\begin{pmatrix} \frac12 & \cdots \\ \vdots & \ddots \end{pmatrix}`,
  ])('gives rows of one width for %s', (tex) => {
    expect(draw(tex)).toBeTruthy();
  });
});

describe('pages', () => {
  test.each([80, 40, 18])('sets every kind of block at %i columns', async (width) => {
    expect(await page('basics/shapes/blocks', width)).toMatchSnapshot();
  });

  test.each([80, 40])('sets formulas and diagrams at %i columns', async (width) => {
    expect(
      `${await page('advanced/formulas', width)}\n\n${await page('basics/shapes/diagrams', width)}`,
    ).toMatchSnapshot();
  });

  test('fills no line beyond any width from 10 to 120', async () => {
    const ids = ['basics/shapes/blocks', 'advanced/formulas', 'basics/shapes/diagrams'];
    for (const id of ids) {
      const body = (await library.loadBody(id))!;
      for (let width = 10; width <= 120; width++) {
        const wide = typesetBody(body, width).filter((line) => lineWidth(line) > width);
        expect(wide.map(lineText), `${id} at ${width}`).toEqual([]);
      }
    }
  });

  test('agrees with a terminal about the width of every line', async () => {
    const body = (await library.loadBody('basics/shapes/blocks'))!;
    for (const line of typesetBody(body, 60)) {
      const screen = new Screen(200, 2);
      await screen.write(paintLine([...line, span('|')], PLAIN_THEME));
      expect(screen.terminal.buffer.active.cursorX, lineText(line)).toBe(lineWidth(line) + 1);
    }
  });

  test('survives nesting far beyond anything readable', () => {
    let block: Block = { type: 'paragraph', children: [{ type: 'text', value: 'deep' }] };
    for (let depth = 0; depth < 300; depth++) {
      block = {
        type: 'list',
        ordered: false,
        start: null,
        spread: false,
        children: [{ type: 'listItem', checked: null, spread: false, children: [block] }],
      };
      if (depth % 3 === 0) block = { type: 'blockquote', children: [block] };
    }
    for (const width of [10, 18, 80]) {
      const lines = typesetBody({ type: 'root', children: [block] }, width);
      expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(width);
      expect(lines.map(lineText).join('')).toContain('deep');
    }
  });
});

describe('theme', () => {
  const code = (env: Record<string, string>, isTerminal = true) =>
    paintLine([span('x', 'heading')], themeFor(env, isTerminal));

  test('is plain in a pipe, unless colour is forced', () => {
    expect(code({ TERM: 'xterm-256color' }, false)).toBe('x');
    expect(code({ FORCE_COLOR: '1' }, false)).toBe('\u001b[1;34mx\u001b[0m');
    expect(code({ FORCE_COLOR: '0', TERM: 'xterm' })).toBe('\u001b[1mx\u001b[0m');
  });

  test('has as many colours as the terminal', () => {
    expect(code({ TERM: 'xterm' })).toBe('\u001b[1;34mx\u001b[0m');
    expect(code({ TERM: 'xterm-256color' })).toMatch(/38;5;/);
    expect(code({ TERM: 'xterm', COLORTERM: 'truecolor' })).toMatch(/38;2;/);
  });

  test.each([
    ['dark', 246],
    ['light', 242],
  ] as const)('its grey is a grey on a %s ground of 256 colours', (ground, index) => {
    const theme = themeFor({ TERM: 'xterm-256color' }, true, ground);
    expect(paintLine([span('x', 'muted')], theme)).toBe(`\u001b[38;5;${index}mx\u001b[0m`);
  });

  test('NO_COLOR takes the colours and leaves the rest', () => {
    expect(code({ TERM: 'xterm', NO_COLOR: '1', COLORTERM: 'truecolor' })).toBe('\u001b[1mx\u001b[0m');
  });

  test('a link carries its address only if that is safe', () => {
    const theme = themeFor({ TERM: 'xterm' }, true);
    const link = (url: string) =>
      paintLine([{ text: 'x', style: [], target: { kind: 'link', url, text: 'x' } }], theme);
    expect(link('https://example.org/')).toContain('\u001b]8;;https://example.org/\u0007');
    expect(link('https://example.org/\u0007\u001b[2J')).toBe('x');
    expect(link('javascript:alert(1)')).toBe('x');
  });
});
