/**
 * Somebody's own Markdown in the shape of `@mlguide/content`: the file or folder that `MLGUIDE_GUIDE` names, parsed and
 * typeset when a build asks for it.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';

import type { Body, Guide, NodeId } from '@mlguide/core';
import { bodyToMarkdown } from '@mlguide/core/author';
import { drawDiagram } from '@mlguide/core/diagram';
import { highlight } from '@mlguide/core/highlight';
import { typesetBody } from '@mlguide/core/typeset';

import { versionOf, type Versions } from '../src/body-version.ts';
import { readOwnGuide } from './read-own-guide.ts';

const source = process.env['MLGUIDE_GUIDE'];
if (source === undefined) throw new Error('Unexpected empty `MLGUIDE_GUIDE`, expected a Markdown file or a folder');
const { guide: parsed, bodies } = await readOwnGuide(source);

/** The guide. */
export const guide: Guide = parsed;

/** Where its files are; only those that its prose shows leave this folder. */
export const assetFolder: string = (await stat(source)).isDirectory() ? source : path.dirname(source);

/** The prose of a node, typeset once: its page, the book and the index ask for it alike. */
export function loadBody(id: NodeId): Promise<Body | undefined> {
  let body = typeset.get(id);
  if (body === undefined) typeset.set(id, (body = typesetOne(id)));
  return body;
}

const typeset = new Map<NodeId, Promise<Body | undefined>>();

async function typesetOne(id: NodeId): Promise<Body | undefined> {
  const body = bodyOf(id);
  return body && (await typesetBody(body, { highlight, draw: drawDiagram })).body;
}

/** The prose of a node as Markdown; links inside the guide keep their ids. */
export function loadMarkdown(id: NodeId): Promise<string | undefined> {
  const body = bodyOf(id);
  return Promise.resolve(body && bodyToMarkdown(body));
}

/** The state of the prose of a node, which need not be typeset for that. */
export const bodyVersion: Versions = (id) => Promise.resolve(versionOf(bodyOf(id)));

function bodyOf(id: NodeId): Body | undefined {
  return Object.hasOwn(bodies, id) ? bodies[id] : undefined;
}
