/**
 * Each folder in `fixtures/` is a guide and what must come of it: `tree.txt` for people, `tree.json` and
 * `bodies.json` for every detail, `messages.txt`. `UPDATE=1 pnpm test` writes them anew; read the diff before you
 * commit it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readGuide } from '../src/author.ts';
import type { ParsedGuide } from '../src/author.ts';
import { ancestors, guideToJson, walk } from '../src/index.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');

describe.each(readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'input'))))('%s', (name) => {
  const folder = join(FOLDER, name);
  const read = readGuide(join(folder, 'input'), { title: 'Guide' });

  test('gives the tree, the bodies and the messages on file', async () => {
    const parsed = await read;
    expectFile('tree.txt', drawTree(parsed));
    expectFile('tree.json', pretty(JSON.parse(guideToJson(parsed.guide))));
    expectFile('bodies.json', pretty(parsed.bodies));
    expectFile('messages.txt', listMessages(parsed));
  });

  function expectFile(file: string, text: string): void {
    const path = join(folder, file);
    if (process.env['UPDATE']) writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  }
});

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function drawTree({ guide, items }: ParsedGuide): string {
  const lines = [...walk(guide)].map((node) => {
    const about = [node.kind, node.id, node.status === 'tbd' ? `tbd${node.note ? `: ${node.note}` : ''}` : ''];
    return `${'  '.repeat(ancestors(guide, node.id).length)}${node.title}  [${about.filter(Boolean).join(', ')}]`;
  });
  return `${[guide.title, ...lines, '', JSON.stringify(items)].join('\n')}\n`;
}

function listMessages({ messages }: ParsedGuide): string {
  return messages
    .map(
      ({ file, line, column, severity, reason, rule }) =>
        `${file}:${line}:${column}: ${severity}: ${reason} (${rule})\n`,
    )
    .join('');
}
