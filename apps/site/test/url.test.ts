import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { createAddresses, placeOfHit, placeOfPage, tagSlug } from '../src/url.ts';
import { guide } from './fixture/content.ts';

const at = createAddresses(guide, '/');

describe('createAddresses', () => {
  it.each([
    ['a module', at.node('classic'), '/classic/'],
    ['a topic', at.node('classic/linear/regression'), '/classic/linear/regression/'],
    ['a heading', at.node('classic/linear/regression', 'the-model'), '/classic/linear/regression/#the-model'],
    ['a question', at.node('classic/linear/regression/why-squares'), '/classic/linear/regression/#q-why-squares'],
    ['a resource', at.node('classic/linear/regression/esl'), '/classic/linear/regression/#resources'],
    ['an earlier id', at.node('classic/linear/least-squares'), '/classic/linear/regression/'],
    ['the guide itself', at.node(''), '/'],
    ['a node that would hide a page of ours', at.node('questions/last'), '/guide/questions/last/'],
    ['no node', at.node('no/such/node'), undefined],
    ['no node of that name', at.node('constructor'), undefined],
    ['a fixed page', at.fixed('questions'), '/questions/'],
    ['the home page', at.fixed('home'), '/'],
    ['a file', at.file('search.json'), '/search.json'],
    ['an image', at.asset('plots/a b.svg'), '/assets/plots/a%20b.svg'],
    ['a tag', at.tag('linear models'), '/tags/linear-models/'],
  ])('gives the address of %s', (_, address, expected) => {
    expect(address).toBe(expected);
  });

  it.each(['/below', 'below/', '/below/'])('puts the base path `%s` in front', (base) => {
    const below = createAddresses(guide, base);
    expect(below.fixed('home')).toBe('/below/');
    expect(below.node('classic')).toBe('/below/classic/');
    expect(below.file('search.json')).toBe('/below/search.json');
  });
});

it('leaves the addresses of our own pages to them', () => {
  const own = readdirSync(new URL('../src/pages/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.astro'))
    .map(({ name }) => name.replace('.astro', ''))
    .filter((name) => name !== 'index' && !name.startsWith('['));
  expect(own).toContain('questions');
  for (const name of own) expect(placeOfPage(name)).toBe(`guide/${name}/`);
});

describe('placeOfHit', () => {
  it('agrees with the address of every page and question', () => {
    for (const node of Object.values(guide.nodes)) {
      if (node.kind !== 'resource') expect(`/${placeOfHit(node)}`).toBe(at.node(node.id));
    }
  });
});

describe('tagSlug', () => {
  it.each([
    ['linear models', 'linear-models'],
    ['c++', 'c++'],
    ['a/b test', 'a-b-test'],
    ['größe', 'größe'],
    ['???', 'tag'],
  ])('makes %j to %j', (tag, slug) => {
    expect(tagSlug(tag)).toBe(slug);
  });
});
