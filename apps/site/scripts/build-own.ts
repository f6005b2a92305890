/** Builds the site of somebody's own Markdown. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { countGuide, type Guide } from '@mlguide/core';
import type { ParsedGuide } from '@mlguide/core/author';
import { drawDiagram } from '@mlguide/core/diagram';
import { typesetBody } from '@mlguide/core/typeset';

import { count } from '../src/words.ts';
import { readOwnGuide } from './read-own-guide.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Builds a guide from a Markdown file or a folder of them, and says what could not be placed, set or drawn.
 *
 * @returns The folder of the built site.
 * @throws {import('@mlguide/core/author').InputError} if there is nothing to read.
 */
export async function buildOwnGuide(source: string): Promise<string> {
  const parsed = await readOwnGuide(source);
  for (const { file, line, column, severity, reason, rule } of parsed.messages) {
    if (severity !== 'info') console.error(`${file}:${line}:${column}: ${severity}: ${reason} (${rule})`);
  }
  console.log(`Building “${parsed.guide.title}”${contentOf(parsed.guide)} …`);
  const out = path.join(root, '.cache', 'own-site');
  await Promise.all([build(source, out), sayUnset(parsed)]);
  return `${out}${path.sep}`;
}

async function build(source: string, out: string): Promise<void> {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    MLGUIDE_GUIDE: source,
    MLGUIDE_CONTENT: fileURLToPath(new URL('own-guide.ts', import.meta.url)),
  };
  const child = spawn(process.execPath, ['scripts/build.ts', '--outDir', out], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (code !== 0) throw new Error(`Unexpected end of the build with \`${code ?? signal}\`, expected a site`);
}

/** Says which formulas and diagrams stay as they were written, each with the place of the node that they stand in. */
async function sayUnset({ guide, bodies }: ParsedGuide): Promise<void> {
  for (const [id, body] of Object.entries(bodies)) {
    const { problems } = await typesetBody(body, { draw: drawDiagram });
    const span = guide.nodes[id]?.span;
    const place = span ? `${span.file}:${span.line}:${span.column}: ` : '';
    for (const { source, reason } of problems) {
      const [first = ''] = source.trim().split('\n', 1);
      console.error(`${place}warning: Unexpected \`${first.slice(0, 80)}\`: ${reason} (typesetting)`);
    }
  }
}

/** What a guide holds, behind a colon; nothing for one that is a text and nothing else. */
function contentOf(guide: Guide): string {
  const { topics, questions, resources } = countGuide(guide).total;
  const sums = Object.entries({ topic: topics, question: questions, resource: resources });
  const said = sums.filter(([, sum]) => sum > 0).map(([noun, sum]) => count(sum, noun));
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
}
