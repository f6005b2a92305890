import { buildSearchIndex, openSearch } from '@mlguide/core';
import { readGuide } from '@mlguide/core/author';
import { expect, test } from 'vitest';

import { parcelLines, ParcelReader } from '../src/markdown/parcel.ts';
import { FIXTURE } from './guide-fixture.ts';

test.each([1, 7, 64, 1e6])('a guide arrives as it was sent, in pieces of %i bytes', async (size) => {
  const { guide, bodies } = await readGuide(FIXTURE);
  const bytes = Buffer.from(
    Array.from(
      parcelLines(guide, bodies, () => buildSearchIndex(guide)),
      (line) => `${line}\n`,
    ).join(''),
  );
  const reader = new ParcelReader();
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  const { nodes, ...rest } = guide;
  const { nodes: arrived, ...others } = reader.first!.guide;
  expect(reader.first!.opening).toEqual(bodies['']);
  expect(others).toEqual(rest);
  expect(Object.keys(arrived)).toEqual(Object.keys(nodes));
  // Where a node stands in its file is left behind, and topics' fields are there on every node.
  for (const [id, { span: _span, ...node }] of Object.entries(nodes)) expect(arrived[id]).toMatchObject(node);
  const parcel = reader.end();
  for (const [id, body] of Object.entries(bodies)) expect(parcel.body(id)).toEqual(body);
  expect(parcel.body('nowhere')).toBeUndefined();
  expect(openSearch(parcel.index).search('diagrams', 1)[0]?.id).toBe('basics/shapes/diagrams');
});
