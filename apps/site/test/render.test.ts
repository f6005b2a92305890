import { describe, expect, it } from 'vitest';

import type { Block, Body, Inline } from '@mlguide/core';

import { renderBody, type RenderOptions } from '../src/render.ts';
import { createAddresses } from '../src/url.ts';
import { guide } from './fixture/content.ts';
import { everything } from './fixture/everything.ts';

const addresses = createAddresses(guide, '/');
const options: RenderOptions = { node: addresses.node, asset: addresses.asset };
const body = (...children: Block[]): Body => ({ type: 'root', children });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const text = (value: string): Inline => ({ type: 'text', value });
const link = (url: string): Inline => ({ type: 'link', url, title: null, children: [text('here')] });

describe('renderBody', () => {
  it('renders every kind of block and inline', () => {
    expect(renderBody(everything, options)).toMatchSnapshot();
  });

  it.each<[string, Body, string]>([
    ['text', body(paragraph(text('<script>&"\''))), '<p>&lt;script&gt;&amp;&quot;&#39;</p>\n'],
    ['a language', body({ type: 'code', lang: '"><script>', meta: null, value: '' }), '&quot;&gt;&lt;script&gt;'],
    ['code', body({ type: 'code', lang: null, meta: null, value: '</code>' }), '&lt;/code&gt;'],
    ['TeX that was not set', body({ type: 'math', value: 'a<b' }), '<code>a&lt;b</code>'],
    ['a title', body(paragraph({ type: 'link', url: 'https://a.b', title: '"x', children: [] })), 'title="&quot;x"'],
  ])('escapes %s', (_, input, expected) => {
    expect(renderBody(input, options)).toContain(expected);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'JAVASCRIPT:x', ' javascript:x'])(
    'makes no link to `%s`',
    (url) => {
      expect(renderBody(body(paragraph(link(url))), options)).toBe('<p>here</p>\n');
    },
  );

  it('links to a heading of another topic, and keeps the text of a link that leads nowhere', () => {
    expect(renderBody(body(paragraph(link('guide:classic/linear/ridge#penalty'))), options)).toContain(
      '<a href="/classic/linear/ridge/#penalty">here</a>',
    );
    expect(renderBody(body(paragraph(link('guide:gone'))), options)).toBe('<p>here</p>\n');
  });

  it.each([
    [', where', '<span class="whole"><math>N</math>,</span> where'],
    [').', '<span class="whole"><math>N</math>).</span>'],
    ['; then', '<span class="whole"><math>N</math>;</span> then'],
    [' and', '<math>N</math> and'],
    ['"', '<math>N</math>&quot;'],
  ])('keeps a formula and %j on one line as need be', (value, expected) => {
    const formula: Inline = { type: 'inlineMath', value: 'N', data: { mathml: '<math>N</math>', text: 'N' } };
    expect(renderBody(body(paragraph(text('by '), formula, text(value))), options)).toBe(`<p>by ${expected}</p>\n`);
    expect(renderBody(body(paragraph(text('by ('), formula, text(' or'))), options)).toContain(
      'by <span class="whole">(<math>N</math></span> or',
    );
  });

  it('asks no other host for a picture', () => {
    const image: Inline = { type: 'image', url: 'https://example.org/a.png', title: null, alt: 'A plot' };
    expect(renderBody(body(paragraph(image)), options)).not.toContain('<img');
  });

  it('leaves no gap between ranks of headings', () => {
    const heading = (depth: 1 | 2 | 3 | 4 | 5 | 6): Block => ({
      type: 'heading',
      depth,
      children: [text('x')],
      data: { fragment: `f${depth}` },
    });
    const html = renderBody(body(heading(3), heading(6), heading(4), heading(3), heading(1)), options);
    expect(html.match(/<h\d/g)).toEqual(['<h2', '<h3', '<h3', '<h2', '<h2']);
    expect(renderBody(body(heading(2)), { ...options, topRank: 4 })).toContain('<h4 ');
  });

  it('keeps the ids of two bodies on one page apart', () => {
    const ids = (prefix: string) =>
      [...renderBody(everything, { ...options, prefix }).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const all = [...ids(''), ...ids('q-why-')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('writes no style attribute and no style sheet', () => {
    const html = renderBody(everything, options).replace(/<math[\s\S]*?<\/math>/g, '');
    expect(html).not.toMatch(/ style=|<style/);
  });

  it('marks a footnote twice and lists it once', () => {
    const html = renderBody(everything, options);
    expect(html.match(/href="#note-first"/g)).toHaveLength(2);
    expect(html.match(/<li id="note-first">/g)).toHaveLength(1);
  });
});
