import { describe, expect, it } from 'vitest';

import type { Block, Body } from '../src/body.ts';
import { drawDiagram } from '../src/typeset/diagram.ts';
import { highlight } from '../src/typeset/highlight.ts';
import { typesetBody } from '../src/typeset/body.ts';
import { typesetMath } from '../src/typeset/math.ts';

describe('a formula as text', () => {
  it.each([
    [
      String.raw`\theta_{t+1} = \theta_t - \eta\, \hat m_t/(\sqrt{\hat v_t} + \varepsilon)`,
      'θₜ₊₁ = θₜ − ηm̂ₜ/(√v̂ₜ + ε)',
    ],
    [String.raw`\frac{a+b}{2}`, '(a + b)/2'],
    [String.raw`\frac{1}{n}\sum_{i=1}^n x_i`, '1/n ∑ᵢ₌₁ⁿ xᵢ'],
    [String.raw`\binom{n}{k}`, '(n choose k)'],
    [String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`, '(a b; c d)'],
    [String.raw`-x^{-1} - y`, '−x⁻¹ − y'],
    [String.raw`\log x + \max_i f(i)`, 'log x + maxᵢ f(i)'],
    [String.raw`\sqrt[3]{x+1}`, '³√(x + 1)'],
    [String.raw`P(A \mid B)`, 'P(A | B)'],
    [String.raw`\bar{abc}`, 'a\u0304b\u0304c\u0304'],
    [String.raw`x_{ij}^2`, 'xᵢⱼ²'],
    [String.raw`\text{if } x<0`, 'if x < 0'],
    [String.raw`\phantom{x}y`, 'y'],
    // What Unicode has no small letters for: the script must end where it ends.
    [String.raw`\pi_A a = \pi_L b`, 'π_A a = π_L b'],
    [String.raw`\nabla_\theta L`, '∇_θ L'],
    [String.raw`e^{i\pi} + 1 = 0`, 'e^(iπ) + 1 = 0'],
    [String.raw`e^{z_i} x`, 'e^zᵢ x'],
    [String.raw`A^Q_{\text{max}}(x)`, 'Aₘₐₓ^Q(x)'],
    [String.raw`w^{\text{LS}}`, 'w^LS'],
  ])('says %s as %s', (tex, text) => {
    expect(typesetMath(tex, true).text).toBe(text);
  });

  it('has no style of its own, which a strict page would refuse', () => {
    const { mathml } = typesetMath(String.raw`\begin{cases} 1 & x > 0 \\ 0 \end{cases} \color{red} y`, true);
    expect(mathml).toMatch(/^<math/);
    expect(mathml).not.toContain(' style=');
  });
});

describe('typesetBody', () => {
  const root = (...children: Block[]): Body => ({ type: 'root', children });
  const code = (lang: string, value: string): Block => ({ type: 'code', lang, meta: null, value });

  it('fills in formulas, code and diagrams, and leaves its input as it was', async () => {
    const body = root(
      { type: 'math', value: 'x^2' },
      code('python', 'x = 1'),
      code('mermaid', 'flowchart TD\n  A --> B'),
    );
    const { body: set, problems } = await typesetBody(body, { highlight, draw: drawDiagram });
    expect(problems).toEqual([]);
    expect(set.children.map((block) => 'data' in block && Object.keys(block.data ?? {}))).toEqual([
      ['mathml', 'text'],
      ['tokens'],
      ['diagram'],
    ]);
    expect(body.children.some((block) => 'data' in block)).toBe(false);
  });

  it('says what it could not set, in the order of the text, and keeps it', async () => {
    const bad = String.raw`\frac{1}`;
    const inQuote: Block = { type: 'blockquote', children: [{ type: 'math', value: bad }] };
    const body = root(inQuote, code('mermaid', 'no diagram'), { type: 'math', value: String.raw`\nothing` });
    const { body: set, problems } = await typesetBody(body, { draw: drawDiagram });
    expect(problems.map(({ source }) => source)).toEqual([bad, 'no diagram', String.raw`\nothing`]);
    for (const { reason } of problems) expect(reason).toMatch(/^\S(.*\S)?$/);
    expect(set).toEqual(body);
  });
});

describe('highlight', () => {
  it('says what each piece is', async () => {
    expect(await highlight("def f():\n    return 1 + 'a' # why", 'Python')).toEqual([
      [
        ['def ', 'keyword'],
        ['f', 'function'],
        ['():', ''],
      ],
      [
        ['    ', ''],
        ['return ', 'keyword'],
        ['1 ', 'number'],
        ['+ ', 'keyword'],
        ["'a' ", 'string'],
        ['# why', 'comment'],
      ],
    ]);
  });

  it.each(['no-such-language', 'constructor', '__proto__', ''])('leaves `%s` alone', async (language) => {
    expect(await highlight('x', language)).toBeUndefined();
  });
});

describe('drawDiagram', () => {
  it('draws for a screen and for a terminal, and asks no host for a font', () => {
    const { svg, drawing } = drawDiagram('flowchart TD\n  A[First] --> B[Second]');
    expect(svg).toMatch(/^<svg[\s\S]*First[\s\S]*<\/svg>\s*$/);
    expect(svg).not.toContain('@import');
    expect(drawing).toContain('│ First  │');
  });
});
